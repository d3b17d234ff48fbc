import parseWith, { Metadata, type CountryCode, type MetadataJson } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

function lengthsOf(country: CountryCode): number[] {
	const plans = new Metadata(metadata);
	plans.selectNumberingPlan(country);
	return plans.numberingPlan?.possibleLengths() ?? [];
}

/** The main country alone, where a length that is possible there is so in every country with its code. */
function withoutOthers(countries: CountryCode[]): CountryCode[] {
	const [main, ...others] = countries;
	if (main === undefined) return countries;
	const lengths = lengthsOf(main);
	const agree = others.every((other) => lengths.every((length) => lengthsOf(other).includes(length)));
	return agree ? [main] : countries;
}

/**
 * The numbering plans without the countries that share a code with a larger one. To find out which of 25 countries a
 * number with +1 belongs to takes ten times as long as all the rest, and the number in E.164 does not depend on it.
 */
const plansByCode: MetadataJson = {
	...metadata,
	country_calling_codes: Object.fromEntries(
		Object.entries(metadata.country_calling_codes).map(([code, countries]) => [code, withoutOthers(countries)]),
	),
};

/** An international number in E.164; undefined when it has no possible length. */
export function internationalE164(digits: string): string | undefined {
	const e164 = `+${digits}`;
	const quick = parseWith(e164, plansByCode);
	if (quick?.number === e164 && quick.isPossible()) return e164;
	// A trunk prefix was left out, or one of the other countries has longer or shorter numbers.
	const exact = parsePhoneNumberFromString(e164);
	return exact?.isPossible() ? exact.number : undefined;
}
