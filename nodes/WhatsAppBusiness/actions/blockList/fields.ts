import type { INodeProperties } from 'n8n-workflow';
import { contact } from '../../properties/contact';
import { sender } from '../../properties/sender';

/** Whose list, who, and how phones are read. */
export const changeFields: INodeProperties[] = [
	{ ...sender, displayName: 'Phone Number', description: 'Business phone number whose list it is. Leave empty for the one in the credential.' },
	contact,
	{
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
	},
];
