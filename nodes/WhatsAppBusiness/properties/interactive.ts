import type { INodeProperties } from 'n8n-workflow';

/** Header of a message with buttons: none, text, or media. */
export const interactiveHeader: INodeProperties[] = [
	{
		displayName: 'Header',
		name: 'headerType',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
		],
		description: 'What stands above the body',
	},
	{
		displayName: 'Header Text',
		name: 'headerText',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Order #1001',
		displayOptions: { show: { headerType: ['text'] } },
		description: 'At most 60 characters',
	},
	{
		displayName: 'Header Media',
		name: 'headerMedia',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. data',
		displayOptions: { show: { headerType: ['document', 'image', 'video'] } },
		description: 'Link, media ID, or the name of an input binary field, which is then uploaded',
	},
];

export const interactiveBody: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Your order is ready',
	description: 'Text of the message, at most 1024 characters. *bold*, _italic_ and links work as in WhatsApp.',
};

export const interactiveFooter: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Example Shop',
	description: 'Small text below the body, at most 60 characters',
};
