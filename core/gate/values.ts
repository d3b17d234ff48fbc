import { InvalidInput, type Problem } from '../errors/invalidInput';
import { isJsonObject, type JsonObject } from '../shared/json';

/** One of the values that a list offers; the fallback when there is none at all. @throws {InvalidInput} naming the field */
export function choiceOf<const T extends string>(
	value: unknown,
	{ field, choices, fallback }: { field: string; choices: readonly T[]; fallback: T },
): T {
	if (value === undefined) return fallback;
	const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
	const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
	if (chosen !== undefined) return chosen;
	throw new InvalidInput([{ field, message: `"${text}" is none of ${choices.join(', ')}` }]);
}

/** A switch; empty is the fallback. @throws {InvalidInput} naming the field */
export function booleanOf(value: unknown, { field, fallback }: { field: string; fallback: boolean }): boolean {
	if (value === undefined || value === null || value === '') return fallback;
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw new InvalidInput([{ field, message: `must be true or false, not ${JSON.stringify(value)}` }]);
}

/** A number; text that is one counts. @throws {InvalidInput} naming the field */
export function numberOf(value: unknown, { field, fallback }: { field: string; fallback: number }): number {
	if (value === undefined) return fallback;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number)) return number;
	throw new InvalidInput([{ field, message: `must be a number, not ${JSON.stringify(value)}` }]);
}

/** Days of the week by number. @throws {InvalidInput} naming the field */
export function daysOf(value: unknown, field: string): number[] {
	const days: unknown[] = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
	return [...new Set(days.map((day) => numberOf(day, { field, fallback: 0 })))];
}

/** The rows of one rule; a single one may come without a list. */
export function rowsOf(rules: JsonObject, name: string): JsonObject[] {
	const rows: unknown = rules[name];
	const list: unknown[] = Array.isArray(rows) ? rows : rows === undefined || rows === null ? [] : [rows];
	return list.filter(isJsonObject);
}

/** The value of a rule that has one; of several rows, what `choose` makes of them. */
export function only<T>(values: readonly T[], choose: (values: readonly T[]) => T): T | undefined {
	return values.length === 0 ? undefined : choose(values);
}

type Outcome = { value: unknown } | { error: unknown };

function outcomeOf(read: () => unknown): Outcome {
	try {
		return { value: read() };
	} catch (error) {
		return { error };
	}
}

/**
 * Reads all parts, even when one is refused.
 *
 * @throws {InvalidInput} with the problems of all parts, in their order; any other error as it is
 */
export function readAll<R extends Record<string, () => unknown>>(reads: R): { [K in keyof R]: ReturnType<R[K]> } {
	const problems: Problem[] = [];
	const values: Record<string, unknown> = {};
	for (const [name, read] of Object.entries(reads)) {
		const outcome = outcomeOf(read);
		if ('value' in outcome) values[name] = outcome.value;
		else if (outcome.error instanceof InvalidInput) problems.push(...outcome.error.problems);
		else throw outcome.error;
	}
	if (problems.length > 0) throw new InvalidInput(problems);
	return values as { [K in keyof R]: ReturnType<R[K]> };
}
