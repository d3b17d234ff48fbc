import type { INodeProperties } from 'n8n-workflow';
import { productIds } from './products';

export const productSections: INodeProperties = {
	displayName: 'Sections',
	name: 'productSections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Section',
	default: {},
	required: true,
	description: 'Up to ten sections with thirty products altogether',
	options: [
		{
			displayName: 'Section',
			name: 'section',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Mugs',
					description: 'At most 24 characters; needed when there is more than one section',
				},
				productIds,
			],
		},
	],
};
