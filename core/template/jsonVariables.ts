import { Problems } from '../errors/invalidInput';
import { isJsonObject, type JsonObject } from '../shared/json';
import { joinNames } from '../shared/text';
import type { TemplateDefinition } from './definition';
import { templateFields } from './fields';
import { isPositional } from './variables';

/** The field of the form that these variables stand in. */
const FIELD = 'Template Variables (JSON)';

/**
 * Values by field ID from JSON, for templates that are chosen by an expression, whose form nobody can make beforehand:
 * - an object by the IDs of `templateFields`, or by the names of the body's variables: `{"order_number": "#1001"}`;
 * - for a body with positional variables also a list: `["Ana", "#1001"]`.
 *
 * @param input.json the object or list, or its text; nothing counts as no values
 * @throws {InvalidInput} naming `Template Variables (JSON)` for what is neither, a list that does not fit, or a variable
 * that is given twice
 */
export function readJsonVariables(input: { definition: TemplateDefinition; json: unknown }): JsonObject {
	const { definition, json } = input;
	const problems = new Problems();
	const given = typeof json === 'string' ? parsed(json) : (json ?? {});
	const ids = templateFields(definition).map(({ id }) => id);
	let values: JsonObject = {};
	if (Array.isArray(given)) values = fromList(problems, { list: given, ids });
	else if (isJsonObject(given)) values = fromObject(problems, { object: given, ids });
	else problems.add(FIELD, 'must be a JSON object, such as {"order_number": "#1001"}, or a list, such as ["Ana", "#1001"]');
	problems.throwIfAny();
	return values;
}

function parsed(text: string): unknown {
	if (text.trim() === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function fromList(problems: Problems, { list, ids }: { list: unknown[]; ids: string[] }): JsonObject {
	const names = bodyVariables(ids);
	if (!names.every(isPositional)) {
		problems.add(FIELD, `must be an object, since the variables have names: ${joinNames(names)}`);
		return {};
	}
	if (list.length !== names.length) {
		problems.add(FIELD, `has ${list.length} values, but the body has ${names.length} variables`);
	}
	return Object.fromEntries(list.map((value, index) => [`body_${names[index] ?? index + 1}`, value]));
}

function fromObject(problems: Problems, { object, ids }: { object: JsonObject; ids: string[] }): JsonObject {
	const values: JsonObject = {};
	for (const [key, value] of Object.entries(object)) {
		const id = ids.includes(key) || !ids.includes(`body_${key}`) ? key : `body_${key}`;
		if (id in values) problems.add(FIELD, `gives "${id}" twice`);
		values[id] = value;
	}
	return values;
}

function bodyVariables(ids: readonly string[]): string[] {
	return ids.filter((id) => id.startsWith('body_')).map((id) => id.slice('body_'.length));
}
