const VARIABLE = /\{\{\s*([^{}\s][^{}]*?)\s*\}\}/g;

/** Characters of a text shown on each side of a variable. */
const CONTEXT = 28;

/** True for the names of positional variables: `1`, `2`, … */
export function isPositional(name: string): boolean {
	return /^\d+$/.test(name);
}

/** Names of the variables in a template's text, each once: positional ones by number, named ones as they stand. */
export function variablesOf(text: string): string[] {
	const names = new Set<string>();
	for (const [, name] of text.matchAll(VARIABLE)) {
		if (name !== undefined) names.add(name);
	}
	const found = [...names];
	return found.every(isPositional) ? found.sort((a, b) => Number(a) - Number(b)) : found;
}

/** The text with its variables replaced; variables without a value stay. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(VARIABLE, (variable: string, name: string) => values.get(name) ?? variable);
}

/** The text before the first variable; the whole text when there is none. */
export function textBefore(text: string): string {
	const at = text.search(VARIABLE);
	return at < 0 ? text : text.slice(0, at);
}

/**
 * The words around a variable on one line, for people to recognise it by: `…your order {{2}} is on…`.
 * Cut where words end when there are blanks, never inside another variable.
 */
export function contextOf(text: string, variable: string): string {
	const line = text
		.replace(VARIABLE, (_, name: string) => `{{${name}}}`)
		.replace(/\s+/g, ' ')
		.trim();
	const mark = `{{${variable}}}`;
	const at = line.indexOf(mark);
	if (at < 0) return mark;
	return `${endOf(line.slice(0, at))}${mark}${startOf(line.slice(at + mark.length))}`;
}

function endOf(text: string): string {
	const characters = [...text];
	if (characters.length <= CONTEXT) return text;
	const tail = characters.slice(-CONTEXT).join('');
	const words = tail.slice(tail.indexOf(' ') + 1);
	return `…${words.replace(/^[^{}]*\}{1,2}/, '')}`;
}

function startOf(text: string): string {
	const characters = [...text];
	if (characters.length <= CONTEXT) return text;
	const head = characters.slice(0, CONTEXT).join('');
	const blank = head.lastIndexOf(' ');
	const words = blank < 0 ? head : head.slice(0, blank);
	return `${words.replace(/\{{1,2}[^{}]*$/, '')}…`;
}
