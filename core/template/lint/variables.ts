import { isPositional } from '../variables';
import { SOURCES, type LintReport } from './report';

const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** A variable's name as Meta takes it; digits in it were seen to work (cloud-api 3.2, unverified). */
const NAME = /^(?:\d+|[a-z_][a-z0-9_]*)$/;

/** The names between double braces as they stand, repetitions included. */
function namesIn(text: string): string[] {
	return [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
}

/** The different variables of a text. */
export function distinctNames(text: string): string[] {
	return [...new Set(namesIn(text).map((name) => name.trim()))];
}

function checkSpelling(report: LintReport, { text, field, format }: { text: string; field: string; format: string }): void {
	const names = distinctNames(text);
	for (const raw of new Set(namesIn(text))) {
		if (raw !== raw.trim() && raw.trim() !== '') report.error(field, `write {{${raw.trim()}}} without blanks between the braces`, SOURCES.shape);
		else if (!NAME.test(raw)) report.error(field, `"{{${raw}}}" is no variable: lowercase letters, digits and underscores, or a number`, SOURCES.shape);
	}
	if (/(?<!\{)\{(?!\{)|(?<!\})\}(?!\})/.test(text)) report.warning(field, 'has a single brace: a variable has two on each side', SOURCES.shape);
	const positional = names.filter(isPositional);
	if (positional.length > 0 && positional.length < names.length) {
		report.error(field, 'mixes numbered and named variables; a template has one kind only', SOURCES.shape);
		return;
	}
	if (names.length === 0) return;
	const isNumbered = positional.length > 0;
	if (isNumbered && format === 'NAMED') report.error(field, 'has numbered variables, but parameter_format is NAMED', SOURCES.shape);
	if (!isNumbered && format !== 'NAMED') report.error(field, 'has named variables: set parameter_format to NAMED', SOURCES.shape);
	const numbers = positional.map(Number).sort((a, b) => a - b);
	if (numbers.some((number, index) => number !== index + 1)) report.error(field, 'numbered variables must be {{1}}, {{2}} and so on, without gaps', SOURCES.body);
}

/** Spelling and kind of the variables in a header, a body or a carousel card. */
export function checkVariables(report: LintReport, part: { text: string; field: string; format: string }): void {
	checkSpelling(report, part);
}

/** Where variables may not stand, and how many words they need around them. For bodies. */
export function checkPlaces(report: LintReport, { text, field }: { text: string; field: string }): void {
	const count = distinctNames(text).length;
	if (count === 0) return;
	if (/^\s*\{\{/.test(text)) report.error(field, 'begins with a variable; put words before it', SOURCES.edge);
	// Reviewers count what is left when the variable is taken away: a full stop alone is not text.
	if (/\}\}[\s\p{P}\p{S}]*$/u.test(text)) {
		const isBare = /\}\}\s*$/.test(text);
		if (isBare) report.error(field, 'ends with a variable; put words after it', SOURCES.edge);
		else report.warning(field, 'has nothing but punctuation behind its last variable; put words after it', SOURCES.edge);
	}
	if (/\}\}\s*\{\{/.test(text)) report.error(field, 'has two variables that touch; put words between them', SOURCES.review);
	const words = text.replace(VARIABLE, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
	const least = 2 * count + 1;
	// Hindi, Thai and others write several words as one, so this is a warning.
	if (words < least) report.warning(field, `has ${words} words for ${count} variables; Meta wants about ${least} or more (twice the variables and one)`, SOURCES.ratio);
}

function isFilled(value: unknown): boolean {
	return typeof value === 'string' && value.trim() !== '';
}

function namedSamples(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((each: unknown) => {
		const { param_name: name, example } = (typeof each === 'object' && each !== null ? each : {}) as { param_name?: unknown; example?: unknown };
		return typeof name === 'string' && isFilled(example) ? [name] : [];
	});
}

/** Every variable needs a sample: Meta's reviewers see the message with them. */
export function checkSamples(
	report: LintReport,
	part: { text: string; field: string; positional: unknown; named: unknown; key: string },
): void {
	const { text, field, positional, named, key } = part;
	const names = distinctNames(text);
	if (names.length === 0) return;
	if (names.every(isPositional)) {
		const given = Array.isArray(positional) ? positional : [];
		const filled = given.filter(isFilled).length;
		if (filled < names.length) report.error(field, `has ${names.length} variables and ${filled} samples in example.${key}`, SOURCES.shape);
		else if (given.length > names.length) report.error(field, `has more samples in example.${key} than variables`, SOURCES.shape);
		return;
	}
	const lacking = names.filter((name) => !namedSamples(named).includes(name));
	if (lacking.length > 0) report.error(field, `lacks samples for ${lacking.join(', ')} in example.${key}_named_params`, SOURCES.shape);
}
