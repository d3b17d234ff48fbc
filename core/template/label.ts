import { characterCount } from '../shared/text';
import { contextOf } from './variables';

/**
 * Characters of a label that n8n's panel shows: it cuts longer ones without a trace, at about 60 in its wide panel on a
 * screen of 1440 pixels.
 */
const LABEL_LENGTH = 58;

/** Least characters that make a context worth showing. */
const LEAST_CONTEXT = 12;

/** Longest example that stands beside the context. */
const LONGEST_EXAMPLE = 18;

/**
 * A label with the words around a variable and its example, as far as there is room:
 * `Body {{2}}: "…your order ▢ is on its way…" (e.g. #1001)`.
 */
export function variableLabel(input: {
	/** What stands before the context, such as `Body {{2}}`. */
	name: string;
	text: string;
	variable: string;
	example?: string;
}): string {
	const { name, text, variable, example = '' } = input;
	const shown = example !== '' && characterCount(example) <= LONGEST_EXAMPLE ? ` (e.g. ${example})` : '';
	const room = LABEL_LENGTH - characterCount(`${name}: ""${shown}`);
	return room < LEAST_CONTEXT ? `${name}${shown}` : `${name}: "${contextOf(text, { variable, room })}"${shown}`;
}

/** A label with the example where there is room for it. */
export function exampleLabel(name: string, example?: string): string {
	if (example === undefined) return name;
	const label = `${name} (e.g. ${example})`;
	return characterCount(label) <= LABEL_LENGTH ? label : name;
}
