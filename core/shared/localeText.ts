import { InvalidInput } from '../errors/invalidInput';
import { readUnits } from './money';
import { readMoment } from './moment';

/** How long a date or time is written; see `Intl.DateTimeFormat` (`12/31/26` … `Thursday, December 31, 2026`). */
export type DateLength = 'short' | 'medium' | 'long' | 'full';

/**
 * Money as text for a template variable, the way the language writes it: `R$ 12,34`, `$1,234.50`, `₹1,23,456.78`. Meta's own
 * currency parameter shows a fallback text only, so money is sent as text.
 *
 * @param input.value in currency units: a number, or text as `readUnits` takes it; may be negative (a refund)
 * @param input.currency ISO 4217 code; it sets the number of decimals (none for JPY, three for KWD)
 * @param input.locale a template's language code (`pt_BR`) or a BCP 47 tag; English when the platform does not know it
 * @param input.field name of the form's field, for the error
 * @throws {InvalidInput} for what is no amount, has more decimals than the currency, or is no currency code
 */
export function moneyText(input: { value: unknown; currency: string; locale: string; field: string }): string {
	const { value, locale, field } = input;
	const currency = input.currency.trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(currency)) {
		throw new InvalidInput([{ field, message: `"${input.currency}" is not a currency code; write it like EUR` }]);
	}
	const format = new Intl.NumberFormat(localeTag(locale), { style: 'currency', currency });
	const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
	const read = readUnits({ value, decimals, negative: true });
	if ('problem' in read) throw new InvalidInput([{ field, message: read.problem }]);
	return format.format(read.units / 10 ** decimals);
}

/**
 * A date, a time or both as text for a template variable, the way the language writes it.
 *
 * @param input.value ISO text, a Date or a Luxon DateTime; without an offset it is meant in `zone`
 * @param input.zone IANA name of the zone to show it in, such as `Europe/Berlin`
 * @param input.locale a template's language code (`pt_BR`) or a BCP 47 tag; English when the platform does not know it
 * @param input.date length of the date, no date when left out; `long` when neither date nor time is asked for
 * @param input.time length of the time, no time when left out
 * @param input.field name of the form's field, for the error
 * @throws {InvalidInput} for what cannot be read as a date
 */
export function dateText(input: {
	value: unknown;
	zone: string;
	locale: string;
	field: string;
	date?: DateLength;
	time?: DateLength;
}): string {
	const { value, zone, locale, field, time } = input;
	const moment = readMoment({ value, zone });
	if (moment === undefined) {
		const message = `"${String(value ?? '')}" is not a date; write it as 2026-12-31 or 2026-12-31T18:00:00`;
		throw new InvalidInput([{ field, message }]);
	}
	const date = input.date ?? (time === undefined ? 'long' : undefined);
	return moment
		.setLocale(localeTag(locale))
		.toLocaleString({ ...(date && { dateStyle: date }), ...(time && { timeStyle: time }) });
}

/**
 * The BCP 47 tag for a template's language code. An unknown one would make `Intl` take the machine's own language, and the
 * same input would read differently from server to server.
 */
function localeTag(locale: string): string {
	const tag = locale.trim().replaceAll('_', '-');
	const wellFormed = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag);
	return (wellFormed ? Intl.NumberFormat.supportedLocalesOf([tag])[0] : undefined) ?? 'en';
}
