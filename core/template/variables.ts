const VARIABLE = /\{\{\s*([^{}\s][^{}]*?)\s*\}\}/g;

/** Shown in the place of the variable that a text is about. */
const BLANK = '▢';

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
 * The words around a variable on one line, its own place a blank, for people to recognise it by:
 * `…your order ▢ is on its…`. Cut where words end when there are blanks, never inside another variable.
 *
 * @param input.room characters that the result may have
 */
export function contextOf(text: string, input: { variable: string; room: number }): string {
	const { variable, room } = input;
	const line = text
		.replace(VARIABLE, (_, name: string) => (name === variable ? BLANK : `{{${name}}}`))
		.replace(/\s+/g, ' ')
		.trim();
	const at = line.indexOf(BLANK);
	if (at < 0) return BLANK;
	const before = [...line.slice(0, at)];
	const after = [...line.slice(at + BLANK.length)];
	const free = room - 1;
	const left = Math.min(before.length, Math.max(Math.floor(free / 2), free - after.length));
	return `${endOf(before, left)}${BLANK}${startOf(after, free - left)}`;
}

function endOf(characters: string[], room: number): string {
	if (characters.length <= room) return characters.join('');
	const tail = room > 1 ? characters.slice(1 - room).join('') : '';
	const words = tail.slice(tail.indexOf(' ') + 1);
	return `…${words.replace(/^[^{}]*\}{1,2}/, '')}`;
}

function startOf(characters: string[], room: number): string {
	if (characters.length <= room) return characters.join('');
	const head = characters.slice(0, Math.max(0, room - 1)).join('');
	const blank = head.lastIndexOf(' ');
	const words = blank < 0 ? head : head.slice(0, blank);
	return `${words.replace(/\{{1,2}[^{}]*$/, '')}…`;
}
