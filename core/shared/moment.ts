import { DateTime } from 'luxon';
import { isJsonObject } from './json';

/**
 * A point in time as n8n's date field, an expression or another node gives it: ISO text, a Date, or a Luxon DateTime.
 * Undefined for anything else; numbers are refused, since seconds and milliseconds look alike.
 *
 * @param input.zone IANA name, such as `Europe/Berlin`; what has no offset of its own is meant in it
 */
export function readMoment(input: { value: unknown; zone: string }): DateTime<true> | undefined {
	const { value, zone } = input;
	// Dates and DateTimes of any realm are known by their toJSON: an expression makes them in one of its own.
	const text: unknown = isJsonObject(value) && typeof value.toJSON === 'function' ? value.toJSON() : value;
	if (typeof text !== 'string') return undefined;
	// n8n and databases write a blank in the place of the T.
	const time = DateTime.fromISO(text.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T'), { zone });
	return time.isValid ? time : undefined;
}

/** The ISO time so many hours after `now` (milliseconds since 1970). */
export function isoAfter({ hours, now }: { hours: number; now: number }): string {
	return new Date(now + hours * 3_600_000).toISOString();
}
