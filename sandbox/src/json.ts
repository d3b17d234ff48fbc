/** A JSON value as it came over the wire. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object; keys that were left out read as `undefined`. */
export interface JsonObject {
	[key: string]: Json | undefined;
}

/** True for a JSON object, false for arrays and everything else. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one. */
export function asObject(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

/** The value as an array of objects; members that are no objects are dropped. */
export function asObjects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value as text (numbers are printed), or `undefined`. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	return typeof value === 'number' ? String(value) : undefined;
}

/** A copy without the keys named. */
export function without<T>(value: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
	return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** A copy without the keys whose value is `undefined`. */
export function compact<T extends object>(value: T): T {
	const kept = Object.entries(value).filter(([, member]) => member !== undefined);
	return Object.fromEntries(kept) as T;
}
