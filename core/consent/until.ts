import { DateTime } from 'luxon';
import { InvalidInput } from '../errors/invalidInput';

/**
 * The end of an opt-out as an ISO time in UTC; '' (for good) when none is given.
 *
 * @param input.value ISO date or time, or a Date; without an offset it is meant in `zone`, as n8n's date field writes it
 * @param input.zone IANA name, such as `Europe/Berlin`
 * @throws {InvalidInput} naming `Until`: a date that cannot be read must not make an opt-out end, nor last for good
 */
export function parseUntil({ value, zone }: { value: unknown; zone: string }): string {
	if (value === undefined || value === null || value === '') return '';
	const text = isDate(value) ? value.toJSON() : value;
	const time = typeof text === 'string' ? DateTime.fromISO(text.trim(), { zone }).toUTC() : undefined;
	if (time?.isValid !== true) {
		throw new InvalidInput([
			{ field: 'Until', message: `"${String(value)}" is not a date; write it as 2026-12-31 or 2026-12-31T18:00:00` },
		]);
	}
	return time.toISO();
}

/** True for dates of any realm: an expression makes them in one of its own. */
function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}
