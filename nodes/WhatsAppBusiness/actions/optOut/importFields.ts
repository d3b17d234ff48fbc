import type { INodeProperties } from 'n8n-workflow';

/** Fields of Import. Names are stored: they never change. */
export const importFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'A CSV File', value: 'file', description: 'Read piece by piece: millions of lines are fine' },
			{ name: 'Items', value: 'items', description: 'One record per item' },
		],
		default: 'items',
		description:
			'Columns are found by their names: contact (or phone, userId), category, state, reason, source, messageId, recordedAt, until. Only contact is needed. What Export wrote comes back as it was.',
	},
	{
		displayName: 'File Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		displayOptions: { show: { from: ['file'] } },
		description: 'Name of the binary field with the CSV file: comma, semicolon or tab, UTF-8, with a line of column names',
	},
	{
		displayName: 'Decision',
		name: 'state',
		type: 'options',
		options: [
			{ name: 'Opt In', value: 'opted_in' },
			{ name: 'Opt In to Be Confirmed', value: 'pending' },
			{ name: 'Opt Out', value: 'opted_out' },
		],
		default: 'opted_out',
		description: 'Of records without a state of their own',
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{ name: 'All Messages', value: 'all' },
			{ name: 'Marketing', value: 'marketing' },
			{ name: 'Utility', value: 'utility' },
		],
		default: 'all',
		description: 'Of records without a category of their own',
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: 'Import',
		description: 'Of records without a source of their own',
	},
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
