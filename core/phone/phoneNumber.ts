import {
	isSupportedCountry,
	parsePhoneNumberFromString,
	validatePhoneNumberLength,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';
import { InvalidInput } from '../errors/invalidInput';
import { internationalE164 } from './international';

/**
 * How well a reading fits the numbering plans: 1 has a possible length, 2 is a valid number, 3 can be
 * a mobile. 4 is a number kept for demos: it is meant as written, and can reach no stranger.
 */
type Fit = 1 | 2 | 3 | 4;

interface Reading {
	e164: string;
	country?: string;
	fit: Fit;
}

/** Types that a person with WhatsApp normally has; NANP numbers do not tell mobiles from fixed lines. */
const MOBILE_TYPES: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Brackets, dots, slashes, blanks and every kind of dash. */
const PUNCTUATION = /[\s()[\]./\p{Pd}\u2212]/gu;

/**
 * Reads a phone number and gives it as `+` and digits.
 *
 * With `+` or `00` the number is international. Digits alone are taken as a full international number
 * (Meta's `wa_id` form) when that has a possible length, else with the default country; digits that
 * start with 0 need the default country. Where a default country makes both readings possible, the
 * one that fits the numbering plans better wins: with Brazil as default, `34987654321` is a mobile in
 * Uberlândia, not a fixed line in Spain. When both fit equally well the number is refused, since a
 * guess would message a stranger: `51987654321` with Brazil can be Porto Alegre or Peru.
 * (`libphonenumber-js/max` because the smaller metadata cannot tell these apart.)
 *
 * @throws {InvalidInput} naming `field` or `Default Country`
 */
export function readPhone(input: { text: string; defaultCountry?: string; field: string }): string {
	const { field } = input;
	const country = countryOf(input.defaultCountry);
	const compact = compactOf(input);
	const text = excerpt(input.text);

	if (compact.startsWith('+')) {
		const e164 = readE164(compact.slice(1));
		if (e164 !== undefined) return e164;
		throw refused(field, `"${text}" is not a possible phone number: ${lengthProblem(compact)}`);
	}

	if (country === undefined && !compact.startsWith('0')) {
		const e164 = readE164(compact);
		if (e164 !== undefined) return e164;
	}
	const international = compact.startsWith('0') ? undefined : readInternational(compact);
	const national = country && readNational({ digits: compact, country });
	return choose({ international, national, text, field, compact, country });
}

function choose(input: {
	international: Reading | undefined;
	national: Reading | undefined;
	text: string;
	field: string;
	compact: string;
	country: CountryCode | undefined;
}): string {
	const { international, national, text, field, compact, country } = input;
	if (international && national && international.e164 !== national.e164) {
		if (international.fit > national.fit) return international.e164;
		if (national.fit > international.fit) return national.e164;
		throw refused(
			field,
			`"${text}" can be ${shown(international)} or ${shown(national)}; write it with + and the country code`,
		);
	}
	const only = international ?? national;
	if (only) return only.e164;

	if (country) {
		const reason = lengthProblem(compact, country);
		throw refused(
			field,
			`"${text}" is not a possible phone number, neither with country code nor in ${country}: ${reason}`,
		);
	}
	throw refused(
		field,
		compact.startsWith('0')
			? `"${text}" has no country code; write it as +15550123456 or set a default country`
			: `"${text}" is not a possible phone number: ${lengthProblem(`+${compact}`)}; write it with + and the country code or set a default country`,
	);
}

/** Digits with an optional leading plus; `00` becomes the plus, and `+49 (0)170…` loses its `(0)`. */
function compactOf(input: { text: string; field: string }): string {
	const { text, field } = input;
	const compact = text.replace(/^(\s*\(?(?:\+|00)[^(]*)\(0\)/, '$1').replace(PUNCTUATION, '');
	if (!/^\+?\d+$/.test(compact)) {
		throw refused(
			field,
			`"${excerpt(text)}" is neither a phone number nor a user ID; write a number such as +15550123456 or an ID such as US.1234567890`,
		);
	}
	return compact.replace(/^00/, '+');
}

/** Meta's wa_id form of Mexican mobiles (cloud-api part 10); the numbering plan no longer has the 1. */
const MEXICAN_MOBILE = /^521\d{10}$/;

/** A number that can only be international, without finding out how well it fits. */
function readE164(digits: string): string | undefined {
	return MEXICAN_MOBILE.test(digits) ? `+${digits}` : internationalE164(digits);
}

function readInternational(digits: string): Reading | undefined {
	if (MEXICAN_MOBILE.test(digits)) return { e164: `+${digits}`, country: 'MX', fit: 3 };
	return readingOf(parsePhoneNumberFromString(`+${digits}`));
}

function readNational(input: { digits: string; country: CountryCode }): Reading | undefined {
	return readingOf(parsePhoneNumberFromString(input.digits, input.country));
}

function readingOf(number: PhoneNumber | undefined): Reading | undefined {
	if (!number?.isPossible()) return undefined;
	return { e164: number.number, country: number.country, fit: fitOf(number) };
}

function fitOf(number: PhoneNumber): Fit {
	// Numbers kept for films and demos, such as +1 555 010 0200, are unassigned, hence never valid.
	if (/^\+1(555\d{7}|[2-9]\d\d55501\d\d)$/.test(number.number)) return 4;
	if (!number.isValid()) return 1;
	return MOBILE_TYPES.has(number.getType()) ? 3 : 2;
}

function countryOf(defaultCountry: string | undefined): CountryCode | undefined {
	const code = defaultCountry?.trim().toUpperCase();
	if (code === undefined || code === '') return undefined;
	if (isSupportedCountry(code)) return code;
	throw refused(
		'Default Country',
		`"${excerpt(code)}" is not a two-letter country code such as US or DE`,
	);
}

function lengthProblem(number: string, country?: CountryCode): string {
	const length = validatePhoneNumberLength(number, country);
	switch (length) {
		case 'TOO_SHORT':
			return 'it has too few digits';
		case 'TOO_LONG':
			return 'it has too many digits';
		case 'INVALID_COUNTRY':
			return 'its country code does not exist';
		default:
			return 'it has a wrong number of digits for its country';
	}
}

function shown(reading: Reading): string {
	return reading.country === undefined ? reading.e164 : `${reading.e164} (${reading.country})`;
}

function excerpt(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function refused(field: string, message: string): InvalidInput {
	return new InvalidInput([{ field, message }]);
}
