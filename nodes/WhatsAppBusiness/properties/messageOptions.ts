import type { INodeProperties } from 'n8n-workflow';

/** Options that every send shares. */
export const messageOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Callback Data',
			name: 'callbackData',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-1001',
			description: 'Text that comes back in every status of this message, at most 512 characters',
		},
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. DE',
			description: 'Two-letter country code for phone numbers written without one',
		},
		{
			displayName: 'Reply To Message ID',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. wamid.HBgL...',
			description: 'ID of the message to quote',
		},
	],
};
