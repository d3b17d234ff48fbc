/** Field names of a `fields` parameter; a nested selection (`a{b}`, `a.limit(1)`) counts as its head. */
function namesOf(fields: string): string[] {
	let depth = 0;
	let flat = '';
	for (const character of fields) {
		if (character === '{' || character === '(') depth += 1;
		if (depth === 0) flat += character;
		if (character === '}' || character === ')') depth -= 1;
	}
	return flat
		.split(',')
		.map((name) => (name.trim().split('.')[0] ?? '').trim())
		.filter((name) => name !== '');
}

/** The chosen fields of an object, its `id` always; without a choice the default ones. */
export function pickFields(input: {
	from: Readonly<Record<string, unknown>>;
	fields: string | undefined;
	byDefault: readonly string[];
}): Record<string, unknown> {
	const { from, fields, byDefault } = input;
	const names = fields ? [...namesOf(fields), 'id'] : byDefault;
	return Object.fromEntries(
		Object.entries(from).filter(([name, value]) => names.includes(name) && value !== undefined),
	);
}
