/** An object of unknown content, as it comes out of `JSON.parse`. */
export type JsonObject = Record<string, unknown>;

/** True for objects that are neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an object, else an empty object. */
export function objectOf(value: unknown): JsonObject {
	return isJsonObject(value) ? value : {};
}

/** The value when it is an array, else an empty array. */
export function arrayOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The value when it is a string with something in it, else undefined. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A finite number, also when it is written as a string of digits; else undefined. */
export function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** The object that the text is the JSON of; undefined when it is anything else. */
export function parseJsonObject(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isJsonObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
