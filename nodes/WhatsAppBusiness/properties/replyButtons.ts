import type { INodeProperties } from 'n8n-workflow';

/** One to three reply buttons. */
export const replyButtons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	required: true,
	description: 'One to three buttons',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. Confirm',
					description: 'At most 20 characters, unlike the other titles',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. confirm',
					description: 'Comes back when the button is tapped, at most 256 characters. Empty: the title.',
				},
			],
		},
	],
};
