import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';
import { zoneOfArea } from './areaZones';
import { canonicalDigits, spellings } from './contactKey';
import { languageOfCountry, timeZonesOf } from './country';

/** What a phone number tells. */
export interface PhoneDetails {
	/** `+15550123456` */
	e164: string;
	/** The same without plus, as Meta's `wa_id`. */
	digits: string;
	/** The key of the contact record; see `canonicalDigits`. */
	contactKey: string;
	/** Two-letter code, of the code's main country for numbers that are not assigned; '' for those of no country, such as satellite phones. */
	country: string;
	/** `55`, without plus. */
	callingCode: string;
	/** As people of that country write it. */
	national: string;
	/** A template's language code such as `pt_BR`: a guess by the country; '' when there is none. */
	language: string;
	/** The zone to expect: of the area code where it tells, else of most people; '' when there is none. */
	timeZone: string;
	/** All zones that the number can be in: of its area, else of its country, the likeliest first. */
	timeZones: string[];
	/** Whether numbering plan and WhatsApp agree that it can be a mobile; North America does not tell mobiles from fixed lines. */
	type: 'mobile' | 'fixed' | 'unknown';
	/** Whether the numbering plan has such numbers; not those kept for demos. */
	fitsPlan: boolean;
	/** All digits under which WhatsApp may know the number (Brazil's ninth digit, Mexico's 1, Argentina's 9), its own first. */
	variants: string[];
}

function typeOf(number: PhoneNumber | undefined): PhoneDetails['type'] {
	const type = number?.getType();
	if (type === 'MOBILE') return 'mobile';
	return type === 'FIXED_LINE' ? 'fixed' : 'unknown';
}

/** The form that the numbering plan knows: it has no Mexican 1 any more, and no Brazilian mobile without the ninth digit. */
function lookUp(variants: readonly string[]): PhoneNumber | undefined {
	const numbers = variants.flatMap((digits) => parsePhoneNumberFromString(`+${digits}`) ?? []);
	return numbers.find((number) => number.isValid()) ?? numbers[0];
}

/** The country that most numbers of a code belong to, for numbers that are unassigned, such as those kept for demos. */
function mainCountryOf(callingCode: string | undefined): string {
	const codes: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes;
	const [country = ''] = codes[callingCode ?? ''] ?? [];
	return /^[A-Z]{2}$/.test(country) ? country : '';
}

/**
 * What a number in E.164 tells about its owner.
 *
 * @param e164 as `readPhone` gives it
 */
export function phoneDetails(e164: string): PhoneDetails {
	const digits = e164.slice(1);
	const contactKey = canonicalDigits(digits);
	const variants = [digits, ...spellings(contactKey).filter((spelling) => spelling !== digits)];
	const number = lookUp(variants);
	const country = number?.country ?? mainCountryOf(number?.countryCallingCode);
	const area = number === undefined ? undefined : zoneOfArea({ country, national: number.nationalNumber });
	const timeZones = area === undefined ? [...timeZonesOf(country)] : [area];
	return {
		e164,
		digits,
		contactKey,
		country,
		callingCode: number?.countryCallingCode ?? '',
		national: number?.formatNational() ?? '',
		language: languageOfCountry(country),
		timeZone: timeZones[0] ?? '',
		timeZones,
		type: typeOf(number),
		fitsPlan: number?.isValid() ?? false,
		variants,
	};
}

/** Country and zones of a person by the canonical digits of the contact record; '' and [] when the number tells none. */
export function placeOfDigits(digits: string): { country: string; timeZones: string[] } {
	if (!/^\d{5,17}$/.test(digits)) return { country: '', timeZones: [] };
	// A Brazilian mobile without its ninth digit looks like a fixed line, whose country and area are the same.
	const { country, timeZones } = phoneDetails(`+${digits}`);
	return { country, timeZones };
}
