import type { INodeProperties } from 'n8n-workflow';

export const orderReference: INodeProperties = {
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. order-1001',
	description: 'ID of the order: English letters, digits, underscores, dashes and dots; at most 60 characters in Brazil, 35 in India',
};
