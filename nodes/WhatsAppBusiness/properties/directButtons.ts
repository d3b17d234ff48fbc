import type { INodeProperties } from 'n8n-workflow';

/** Buttons of a Direct Send, of both kinds. */
export const directButtons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Up to ten buttons, at most two of them with a URL, which stand before the others',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					default: 'reply',
					options: [
						{ name: 'Reply', value: 'reply' },
						{ name: 'Open URL', value: 'url' },
					],
				},
				{
					displayName: 'Text',
					name: 'title',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. Track parcel',
					description: 'At most 20 characters, unlike the other texts',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. confirm-1001',
					displayOptions: { show: { type: ['reply'] } },
					description: 'Comes back as replyId when the button is tapped, at most 256 characters. Empty: the text.',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. https://shop.example/track/1001',
					displayOptions: { show: { type: ['url'] } },
				},
			],
		},
	],
};
