import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { canonicalDigits } from './contactKey';
import { asciiDigits, visibleText } from './plainText';

/** Brackets, dots, slashes, blanks and every kind of dash. */
const PUNCTUATION = /[\s()[\]./\p{Pd}\u2212]/gu;

/** How mobiles were dialled within Mexico until 2019; shops still have numbers written so. */
const MEXICAN_PREFIX = /^(?:044|045|01)(?=\d{10}$)/;

/** Digits with a plus where the number says that it is international. */
function compactOf(phone: string): string {
	const text = asciiDigits(visibleText(phone))
		.replace(/^(?:whatsapp|tel):/i, '')
		.replace(/^(\s*\(?(?:\+|00)[^(]*)\(0\)/, '$1')
		.replace(PUNCTUATION, '')
		.replace(/^00/, '+');
	return /^\+?\d{5,17}$/.test(text) ? text : '';
}

/**
 * Every contact key that a phone number may mean as a shop wrote it: with country code, or nationally in the country of the
 * order, with or without trunk prefix (`0171…`, Mexico's `044 1 55…`, Argentina's `15`). Where both readings are possible both are given, since
 * here it is about finding, not about writing to somebody.
 *
 * @param input.countries two-letter codes in which the number may be national, the likeliest first; others are passed over
 * @returns keys as in `canonicalDigits`; [] for what is no phone number
 */
export function phoneKeysOf(input: { phone: string; countries?: readonly string[] }): string[] {
	const compact = compactOf(input.phone);
	if (compact === '') return [];
	const countries = (input.countries ?? []).map((country) => country.trim().toUpperCase()).filter((country) => isSupportedCountry(country));
	const international = compact.startsWith('0') ? [] : [compact.replace(/^\+?/, '+')].map((text) => parsePhoneNumberFromString(text));
	const national = compact.startsWith('+') ? [] : countries.map((country) => parsePhoneNumberFromString(country === 'MX' ? compact.replace(MEXICAN_PREFIX, '') : compact, country));
	const numbers = [...international, ...national].flatMap((number) => (number?.isPossible() === true ? [number.number.slice(1)] : []));
	// Mexico's old mobile form is no possible number any more, but Meta still writes it.
	const mexican = /^\+?(521\d{10})$/.exec(compact)?.[1];
	return [...new Set([...numbers, ...(mexican === undefined ? [] : [mexican])].map(canonicalDigits))];
}

/**
 * Whether a phone number as a shop wrote it is that of a person on WhatsApp, in whatever form either is written. A number
 * without country code is tried in the order's country and in the person's own.
 *
 * @param input.waId digits as Meta gives them
 * @param input.country of the order or its address
 */
export function matchesPhone(input: { waId: string; phone: string; country?: string }): boolean {
	const [own] = phoneKeysOf({ phone: input.waId.replace(/^\+?/, '+') });
	if (own === undefined) return false;
	const home = parsePhoneNumberFromString(`+${own}`)?.country;
	const countries = [input.country, home].filter((country) => country !== undefined);
	return phoneKeysOf({ phone: input.phone, countries }).includes(own);
}
