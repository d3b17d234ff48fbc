import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../../properties/defaultCountry';
import { gateOptions } from '../../properties/gate';

const own: INodeProperties[] = [
	defaultCountry,
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
