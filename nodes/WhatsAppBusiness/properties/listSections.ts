import type { INodeProperties } from 'n8n-workflow';

export const listSections: INodeProperties = {
	displayName: 'Sections',
	name: 'sections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Section',
	default: {},
	required: true,
	description: 'Up to ten sections with ten rows altogether',
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
					placeholder: 'e.g. Today',
					description: 'At most 24 characters; needed when there is more than one section',
				},
				{
					displayName: 'Rows',
					name: 'rows',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true, sortable: true },
					placeholder: 'Add Row',
					default: {},
					options: [
						{
							displayName: 'Row',
							name: 'row',
							values: [
								{
									displayName: 'Title',
									name: 'title',
									type: 'string',
									default: '',
									required: true,
									placeholder: 'e.g. 10 to 12',
									description: 'At most 24 characters',
								},
								{
									displayName: 'Description',
									name: 'description',
									type: 'string',
									default: '',
									placeholder: 'e.g. Free of charge',
									description: 'At most 72 characters',
								},
								{
									displayName: 'ID',
									name: 'id',
									type: 'string',
									default: '',
									placeholder: 'e.g. today-10',
									description: 'Comes back as replyId when the row is chosen, at most 200 characters. Empty: the title.',
								},
							],
						},
					],
				},
			],
		},
	],
};
