import { arrayOf, isJsonObject, objectOf, textOf, type JsonObject } from '../../shared/json';
import { variablesOf, isPositional } from '../variables';

/** What Meta adds to a button or leaves out of it, so that it tells nothing about a difference. */
const IGNORED = ['example', 'examples'];

/** A value without samples and in one order of keys. */
function plain(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plain);
	if (!isJsonObject(value)) return typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key, each]) => !IGNORED.includes(key) && each !== undefined && each !== null)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, each]) => [key, key === 'type' || key === 'format' ? String(each).toUpperCase() : plain(each)]),
	);
}

function typed(definition: JsonObject): Map<string, string> {
	return new Map(
		arrayOf(definition.components)
			.filter(isJsonObject)
			.map((component) => [(textOf(component.type) ?? '').toUpperCase(), JSON.stringify(plain(component))]),
	);
}

function formatOf(definition: JsonObject): string {
	const given = textOf(definition.parameter_format)?.toUpperCase();
	if (given !== undefined) return given;
	const names = arrayOf(definition.components).flatMap((component) => variablesOf(textOf(objectOf(component).text) ?? ''));
	return names.every(isPositional) ? 'POSITIONAL' : 'NAMED';
}

/**
 * What sets a template of the account apart from a definition, in the words of Meta's definition (`BODY`, `BUTTONS`,
 * `category`); nothing when they read the same. Samples are not compared: Meta gives addresses back in the place of handles.
 */
export function differencesOf(input: { definition: JsonObject; existing: JsonObject }): string[] {
	const { definition, existing } = input;
	const ours = typed(definition);
	const theirs = typed(existing);
	const types = [...new Set([...ours.keys(), ...theirs.keys()])];
	const components = types.filter((type) => ours.get(type) !== theirs.get(type));
	const category = textOf(existing.category) === textOf(definition.category) ? [] : ['category'];
	const format = formatOf(existing) === formatOf(definition) ? [] : ['parameter_format'];
	return [...components, ...format, ...category];
}
