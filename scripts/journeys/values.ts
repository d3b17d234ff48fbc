/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Whether something is an object of JSON, and no array. */
export function isObject(value: unknown): value is Record<string, Json> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether n8n computes the value when the workflow runs. */
export function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('=');
}

/** What stands in a JSON text; undefined when it is none. */
export function parsed(value: unknown): Json | undefined {
	if (typeof value !== 'string') return value as Json | undefined;
	try {
		return JSON.parse(value) as Json;
	} catch {
		return undefined;
	}
}

/** Objects are merged member by member; everything else is replaced. */
export function mergeJson(base: Json | undefined, change: Json): Json {
	if (!isObject(base) || !isObject(change)) return change;
	const members = Object.entries(change).map(([key, value]) => [key, mergeJson(base[key], value)] as const);
	return { ...base, ...Object.fromEntries(members) };
}

/** A value as a Settings node keeps it. */
export function encode(type: string, value: Json): Json {
	return type === 'object' || type === 'array' ? JSON.stringify(value, null, 1) : value;
}

function typeOf(value: Json): string {
	if (Array.isArray(value)) return 'array';
	return value === null ? 'null' : typeof value;
}

const EXAMPLES: Record<string, string> = {
	string: 'a text, such as "de"',
	number: 'a number, such as 3',
	boolean: 'true or false',
	array: 'a list, such as ["a", "b"]',
	object: 'an object, such as {"en": "Hello"}',
};

/** Why a value does not fit a setting, in words. */
export function typeProblem(setting: { name: string; type: string }, value: Json): string | undefined {
	const { name, type } = setting;
	if (isExpression(value) || EXAMPLES[type] === undefined || typeOf(value) === type) return undefined;
	return `${name} wants ${EXAMPLES[type]}, not ${JSON.stringify(value)}`;
}

const SHOWN = 60;

/** A value for reading, on one line. */
export function shown(value: unknown): string {
	const json = parsed(value);
	const text = typeof value === 'string' && (json === undefined || typeof json === 'string') ? value : JSON.stringify(json ?? value ?? null);
	const line = text.replace(/\s+/g, ' ');
	return line === '' ? '(empty)' : line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
