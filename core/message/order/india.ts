import type { Problems } from '../../errors/invalidInput';
import { checkText } from '../check';
import { LIMITS } from '../limits';

/** Who receives the goods in India; not shown to the buyer, but needed by law when goods are shipped (payments-in/pg). */
export interface Beneficiary {
	name?: unknown;
	addressLine1?: unknown;
	addressLine2?: unknown;
	city?: unknown;
	state?: unknown;
	postalCode?: unknown;
}

export interface BeneficiaryObject {
	name: string;
	address_line1: string;
	address_line2?: string;
	city: string;
	state: string;
	country: 'India';
	postal_code: string;
}

/** Where the articles come from: needed in India for an order without a catalog (payments-in/pg). */
export interface Importer {
	countryOfOrigin?: unknown;
	name?: unknown;
	addressLine1?: unknown;
	addressLine2?: unknown;
	city?: unknown;
	zoneCode?: unknown;
	postalCode?: unknown;
	countryCode?: unknown;
}

/** The part of an item that names its importer. */
export interface ImporterObject {
	country_of_origin: string;
	importer_name: string;
	importer_address: {
		address_line1: string;
		address_line2?: string;
		city: string;
		zone_code?: string;
		postal_code?: string;
		country_code?: string;
	};
}

/** The receiver as Meta takes one. */
export function checkBeneficiary(problems: Problems, input: Beneficiary): BeneficiaryObject {
	const text = (part: string, value: unknown, more: { max?: number; optional?: boolean } = {}) =>
		checkText(problems, { field: `Ship To ${part}`, value, ...more }).trim();
	const max = LIMITS.beneficiaryAddress;
	const name = text('Name', input.name, { max: LIMITS.beneficiaryName });
	const line1 = text('Address Line 1', input.addressLine1, { max });
	const line2 = text('Address Line 2', input.addressLine2, { max, optional: true });
	const city = text('City', input.city);
	const state = text('State', input.state);
	const postalCode = text('Postal Code', input.postalCode);
	if (postalCode !== '' && !POSTAL_CODE.test(postalCode)) {
		problems.add('Ship To Postal Code', `"${postalCode}" is not a postal code; it has ${LIMITS.beneficiaryPostalCode} digits`);
	}
	return {
		name,
		address_line1: line1,
		...(line2 !== '' && { address_line2: line2 }),
		city,
		state,
		country: 'India',
		postal_code: postalCode,
	};
}

/** The importer as every item carries it. Which parts of the address Meta insists on is unverified: line and city here. */
export function checkImporter(problems: Problems, input: Importer): ImporterObject {
	const text = (part: string, value: unknown, optional = false) =>
		checkText(problems, { field: `Importer ${part}`, value, optional }).trim();
	const countryOfOrigin = text('Country of Origin', input.countryOfOrigin);
	const name = text('Name', input.name);
	const line1 = text('Address Line 1', input.addressLine1);
	const line2 = text('Address Line 2', input.addressLine2, true);
	const city = text('City', input.city);
	const zoneCode = text('Zone Code', input.zoneCode, true);
	const postalCode = text('Postal Code', input.postalCode, true);
	const countryCode = text('Country Code', input.countryCode, true);
	return {
		country_of_origin: countryOfOrigin,
		importer_name: name,
		importer_address: {
			address_line1: line1,
			...(line2 !== '' && { address_line2: line2 }),
			city,
			...(zoneCode !== '' && { zone_code: zoneCode }),
			...(postalCode !== '' && { postal_code: postalCode }),
			...(countryCode !== '' && { country_code: countryCode }),
		},
	};
}

const POSTAL_CODE = new RegExp(`^\\d{${LIMITS.beneficiaryPostalCode}}$`);
