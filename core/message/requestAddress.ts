import { Problems } from '../errors/invalidInput';
import { checkText, checkUnique } from './check';
import { checkParts, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

/** The fields of an address in India, by Meta's name and with the label of the form, in the form's order. */
export const ADDRESS_FIELDS = {
	name: 'Name',
	phone_number: 'Phone Number',
	in_pin_code: 'PIN Code',
	house_number: 'House Number',
	floor_number: 'Floor Number',
	tower_number: 'Tower Number',
	building_name: 'Building Name',
	address: 'Address',
	landmark_area: 'Landmark Area',
	city: 'City',
	state: 'State',
} as const;

export type AddressField = keyof typeof ADDRESS_FIELDS;

/** Some of an address; fields that are absent or blank are left out. */
export type AddressValues = Partial<Record<AddressField, string>>;

/** What was wrong with one field of the last answer. */
interface FieldError {
	/** A key of {@link ADDRESS_FIELDS}. */
	field: string;
	message: string;
}

interface AddressParameters {
	country: 'IN';
	values?: AddressValues;
	saved_addresses?: Array<{ id: string; value: AddressValues }>;
	validation_errors?: Record<string, string>;
}

export interface AddressRequestMessage {
	type: 'interactive';
	interactive: InteractiveParts & {
		type: 'address_message';
		action: { name: 'address_message'; parameters: AddressParameters };
	};
}

const NAMES = Object.keys(ADDRESS_FIELDS) as AddressField[];

const PIN_CODE = new RegExp(`^[0-9]{${LIMITS.pinCode}}$`);

/**
 * Asks for an address (cloud-api 1.4). For businesses and people in India only, which is left to Meta to judge: a phone
 * number does not tell it. The limit of the body is that of the other types; the docs name none.
 *
 * @param input.values what the form shows to begin with
 * @param input.savedAddresses addresses to choose from instead of typing
 * @param input.validationErrors what was wrong with the last answer, by field
 * @throws {InvalidInput} naming `Body`, `PIN Code`, `Saved Address 1 ID`, `Saved Address 1 PIN Code`,
 * `Saved Address 1` when nothing is in it, `Validation Error 1 Field` or `Validation Error 2 Message`
 */
export function buildAddressRequest(input: {
	body: string;
	values?: AddressValues;
	savedAddresses?: ReadonlyArray<{ id: string; values: AddressValues }>;
	validationErrors?: readonly FieldError[];
}): AddressRequestMessage {
	const problems = new Problems();
	const { body } = checkParts(problems, { body: input.body, maxBody: LIMITS.interactiveBody });
	const values = checkValues(problems, { values: input.values ?? {}, prefix: '' });
	const saved = checkSaved(problems, input.savedAddresses ?? []);
	const errors = checkErrors(problems, input.validationErrors ?? []);
	problems.throwIfAny();
	const parameters: AddressParameters = {
		country: 'IN',
		...(Object.keys(values).length > 0 && { values }),
		...(saved.length > 0 && { saved_addresses: saved }),
		...(Object.keys(errors).length > 0 && { validation_errors: errors }),
	};
	return {
		type: 'interactive',
		interactive: { type: 'address_message', body, action: { name: 'address_message', parameters } },
	};
}

function checkValues(problems: Problems, input: { values: AddressValues; prefix: string }): AddressValues {
	const { values, prefix } = input;
	const filled = NAMES.flatMap((name): Array<[AddressField, string]> => {
		const field = `${prefix}${ADDRESS_FIELDS[name]}`;
		const text = checkText(problems, { field, value: values[name], optional: true }).trim();
		if (name === 'in_pin_code' && text !== '' && !PIN_CODE.test(text)) {
			problems.add(field, `must have ${LIMITS.pinCode} digits, not "${text}"`);
		}
		return text === '' ? [] : [[name, text]];
	});
	return Object.fromEntries(filled);
}

function checkSaved(problems: Problems, saved: ReadonlyArray<{ id: string; values: AddressValues }>) {
	const checked = saved.map(({ id, values }, index) => {
		const name = `Saved Address ${index + 1}`;
		const address = {
			id: checkText(problems, { field: `${name} ID`, value: id }).trim(),
			value: checkValues(problems, { values, prefix: `${name} ` }),
		};
		if (Object.keys(address.value).length === 0) problems.add(name, 'must not be empty; fill in the address');
		return address;
	});
	checkUnique(
		problems,
		checked.map(({ id }, index) => ({ field: `Saved Address ${index + 1} ID`, value: id })),
	);
	return checked;
}

function checkErrors(problems: Problems, errors: readonly FieldError[]): Record<string, string> {
	const checked = errors.map(({ field, message }, index) => {
		const name = `Validation Error ${index + 1}`;
		const key = NAMES.find((known) => known === field);
		if (key === undefined) problems.add(`${name} Field`, `"${field}" is none of ${NAMES.join(', ')}`);
		return { field, name, message: checkText(problems, { field: `${name} Message`, value: message }) };
	});
	checkUnique(
		problems,
		checked.map(({ field, name }) => ({ field: `${name} Field`, value: field })),
	);
	return Object.fromEntries(checked.map(({ field, message }) => [field, message]));
}
