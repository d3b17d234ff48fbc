import { number } from './values';

/** Larger numbers are milliseconds: as seconds they would be after the year 5138. */
const FIRST_MILLISECONDS = 100_000_000_000;
const MAX_DATE_MS = 8_640_000_000_000_000;

/**
 * ISO time of a timestamp in seconds, as string or number (cloud-api 4.4); milliseconds are recognised by their size.
 * Undefined when it is missing, zero or no time at all.
 */
export function isoTime(value: unknown): string | undefined {
	const given = number(value);
	if (given === undefined || given <= 0) return undefined;
	const milliseconds = given < FIRST_MILLISECONDS ? given * 1000 : given;
	return milliseconds <= MAX_DATE_MS ? new Date(milliseconds).toISOString() : undefined;
}
