import type { Problems } from '../errors/invalidInput';
import { characterCount, formatCount } from '../shared/text';

/** A text field of a message: its name in the form, its value as it came, and its limit. */
export interface TextField {
	field: string;
	value: unknown;
	/** Characters allowed; no limit when left out. */
	max?: number;
	optional?: boolean;
}

/**
 * The value as text; '' when there is none. Numbers and booleans become text, since an expression in
 * n8n gives them as they are. Notes a missing, unreadable or too long value in `problems`.
 */
export function checkText(problems: Problems, input: TextField): string {
	const { field, value, max, optional = false } = input;
	const text = toText(value);
	if (text === undefined) {
		problems.add(field, `must be text, not ${nameOfType(value)}`);
		return '';
	}
	if (text.trim() === '') {
		if (!optional) problems.add(field, 'must not be empty');
		return '';
	}
	if (max !== undefined) checkLength(problems, { field, text, max });
	return text;
}

/** Notes a text that is longer than `max` characters. */
export function checkLength(
	problems: Problems,
	input: { field: string; text: string; max: number },
): void {
	const count = characterCount(input.text);
	if (count <= input.max) return;
	problems.add(
		input.field,
		`has ${formatCount(count)} characters, at most ${formatCount(input.max)} are allowed`,
	);
}

/** Notes every value that occurs again; `entries` in the order of the form. */
export function checkUnique(
	problems: Problems,
	entries: ReadonlyArray<{ field: string; value: string }>,
): void {
	const firstField = new Map<string, string>();
	for (const { field, value } of entries) {
		if (value === '') continue;
		const first = firstField.get(value);
		if (first === undefined) firstField.set(value, field);
		else problems.add(field, `must differ from ${first}; both are "${value}"`);
	}
}

/** Notes an address that is not an absolute http or https one; '' passes. */
export function checkUrl(problems: Problems, input: { field: string; url: string }): void {
	if (input.url === '' || isWebUrl(input.url)) return;
	problems.add(input.field, `"${input.url}" is not a web address; write it with https://`);
}

/** True for absolute http and https addresses without blanks. */
export function isWebUrl(text: string): boolean {
	return /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);
}

function toText(value: unknown): string | undefined {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return undefined;
}

function nameOfType(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
