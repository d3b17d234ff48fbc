import { defined } from '../shared/defined';
import { isJsonObject, type JsonObject } from '../shared/json';

/**
 * Text of a JSON value; numbers count, because IDs come both ways. Undefined when there is none, and for an integer beyond
 * 2^53: it has lost digits in JSON.parse, and no ID is better than a wrong one.
 */
export function text(value: unknown): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
}

/** A number, also when it was written as a string. */
export function number(value: unknown): number | undefined {
	const result = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof result === 'number' && Number.isFinite(result) ? result : undefined;
}

export function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** The objects of a list; a single object counts as a list of one, anything else is no element. */
export function objects(value: unknown): JsonObject[] {
	if (Array.isArray(value)) return value.filter(isJsonObject);
	return isJsonObject(value) ? [value] : [];
}

/** Any JSON value in the form that an event keeps it. */
export function rawOf(value: unknown): object | string | number | boolean | null {
	switch (typeof value) {
		case 'string':
		case 'number':
		case 'boolean':
			return value;
		case 'object':
			return value;
		default:
			return null;
	}
}

/** The object without its undefined members, or undefined when none is left. */
export function some<T extends object>(members: T): T | undefined {
	const result = defined(members);
	return Object.keys(result).length === 0 ? undefined : result;
}
