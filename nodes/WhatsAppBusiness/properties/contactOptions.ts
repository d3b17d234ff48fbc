import type { INodeProperties } from 'n8n-workflow';

/** How a phone number in the field Contact is read. */
export const contactOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. DE',
			description: 'Two-letter country code for phone numbers written without one',
		},
	],
};
