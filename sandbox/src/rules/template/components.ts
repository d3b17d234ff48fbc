import { asObjects, asText, type JsonObject } from '../../json';

/** The first component of a type in a definition or a send; types are compared without case. */
export function findComponent(components: readonly JsonObject[], type: string): JsonObject | undefined {
	return components.find((component) => asText(component.type)?.toUpperCase() === type);
}

/** The buttons of a definition, in order. */
export function buttonsOf(components: readonly JsonObject[]): JsonObject[] {
	return asObjects(findComponent(components, 'BUTTONS')?.buttons);
}

/** A keyword of a definition in upper case (`type`, `format`). */
export function keyword(value: unknown): string {
	return (asText(value) ?? '').toUpperCase();
}

/** The value that a text-like parameter shows: date and currency show their fallback (cloud-api 1.5). */
export function shownValue(parameter: JsonObject): string | undefined {
	const type = asText(parameter.type) ?? '';
	if (type === 'text') return typeof parameter.text === 'string' ? parameter.text : undefined;
	const nested = parameter[type];
	const fallback =
		typeof nested === 'object' && nested !== null && !Array.isArray(nested) ? nested.fallback_value : undefined;
	return typeof fallback === 'string' ? fallback : undefined;
}

/** Variable name to shown value: by `parameter_name`, or by position from 1. */
export function shownValues(parameters: readonly JsonObject[]): Record<string, string> {
	return Object.fromEntries(
		parameters.map((parameter, position) => [
			asText(parameter.parameter_name) ?? String(position + 1),
			shownValue(parameter) ?? '',
		]),
	);
}
