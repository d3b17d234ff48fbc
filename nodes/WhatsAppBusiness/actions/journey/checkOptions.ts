import type { INodeProperties } from 'n8n-workflow';
import { gateOptions } from '../../properties/gate';

const own: INodeProperties[] = [
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE',
		description: 'Two-letter country code for phone numbers written without one',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to tell what every rule says and count nothing',
	},
];

export const checkOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...gateOptions, ...own].sort((one, other) => one.displayName.localeCompare(other.displayName)),
};
