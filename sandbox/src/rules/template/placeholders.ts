const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names of a text's variables in order of appearance, each once (`1`, `2` or `first_name`). */
export function variablesOf(text: string): string[] {
	return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/** The text with its variables replaced; a variable without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
	return text.replace(PLACEHOLDER, (whole, name: string) =>
		Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
	);
}
