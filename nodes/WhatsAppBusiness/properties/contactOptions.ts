import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from './defaultCountry';

/** How a phone number in the field Contact is read. */
export const contactOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		defaultCountry,
	],
};
