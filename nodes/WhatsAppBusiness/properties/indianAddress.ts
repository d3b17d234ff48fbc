import type { INodeProperties } from 'n8n-workflow';

function text(field: { displayName: string; name: string; placeholder: string; description?: string }): INodeProperties {
	return { ...field, type: 'string', default: '' };
}

/** The fields of an address as people in India write it (cloud-api 1.4), sorted by name, as n8n wants lists to be; their names are Meta's. */
const addressFields: INodeProperties[] = [
	text({ displayName: 'Address', name: 'address', placeholder: 'e.g. Beach Road' }),
	text({ displayName: 'Building Name', name: 'building_name', placeholder: 'e.g. Sea View' }),
	text({ displayName: 'City', name: 'city', placeholder: 'e.g. Panaji' }),
	text({ displayName: 'Floor Number', name: 'floor_number', placeholder: 'e.g. 3' }),
	text({ displayName: 'House Number', name: 'house_number', placeholder: 'e.g. 12' }),
	text({ displayName: 'Landmark Area', name: 'landmark_area', placeholder: 'e.g. near the fort' }),
	text({ displayName: 'Name', name: 'name', placeholder: 'e.g. Asha Rao' }),
	text({ displayName: 'Phone Number', name: 'phone_number', placeholder: 'e.g. +91 98765 43210' }),
	text({ displayName: 'PIN Code', name: 'in_pin_code', placeholder: 'e.g. 403001', description: 'Six digits' }),
	text({ displayName: 'State', name: 'state', placeholder: 'e.g. Goa' }),
	text({ displayName: 'Tower Number', name: 'tower_number', placeholder: 'e.g. B' }),
];

/** The order in which people fill an address in; n8n shows these fields as a form. */
const READING_ORDER = [
	'name',
	'phone_number',
	'house_number',
	'floor_number',
	'tower_number',
	'building_name',
	'address',
	'landmark_area',
	'city',
	'state',
	'in_pin_code',
];

const fieldsInReadingOrder = READING_ORDER.flatMap((name) => addressFields.filter((field) => field.name === name));

const values: INodeProperties = {
	displayName: 'Prefilled Values',
	name: 'addressValues',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What the form shows to begin with',
	options: addressFields,
};

const savedAddresses: INodeProperties = {
	displayName: 'Saved Addresses',
	name: 'savedAddresses',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Saved Address',
	default: {},
	description: 'Addresses that the customer can choose from instead of typing',
	options: [
		{
			displayName: 'Saved Address',
			name: 'savedAddress',
			values: [
				{
					...text({ displayName: 'ID', name: 'id', placeholder: 'e.g. address-1' }),
					required: true,
					description: 'Comes back when this address is chosen, unlike the other IDs',
				},
				...fieldsInReadingOrder,
			],
		},
	],
};

const validationErrors: INodeProperties = {
	displayName: 'Validation Errors',
	name: 'validationErrors',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Validation Error',
	default: {},
	description: 'What was wrong with the answer before, shown beside the field until it is changed',
	options: [
		{
			displayName: 'Validation Error',
			name: 'validationError',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'options',
					default: 'in_pin_code',
					options: addressFields.map(({ displayName, name }) => ({ name: displayName, value: name })),
				},
				{
					...text({ displayName: 'Message', name: 'message', placeholder: 'e.g. We do not deliver to this PIN code' }),
					required: true,
				},
			],
		},
	],
};

/** The parts of a request for an address. */
export const addressRequest: INodeProperties[] = [values, savedAddresses, validationErrors];
