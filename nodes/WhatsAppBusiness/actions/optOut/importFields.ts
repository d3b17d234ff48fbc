import type { INodeProperties } from 'n8n-workflow';
import { coverage, decision } from '../../properties/consentChoices';
import { contactOptions } from '../../properties/contactOptions';

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
	{ ...decision, description: 'Of records without a state of their own' },
	{ ...coverage, description: 'Of records without a category of their own' },
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: 'Import',
		description: 'Of records without a source of their own',
	},
	contactOptions,
];
