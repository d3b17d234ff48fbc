import type { INodeProperties } from 'n8n-workflow';

/** How a phone number without a country code is read. */
export const defaultCountry: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. DE',
	description: 'Two-letter country code for phone numbers written without one',
};
