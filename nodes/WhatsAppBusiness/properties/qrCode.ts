import type { INodeProperties } from 'n8n-workflow';

export const qrCodeId: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 4O4YGZEG3RIVE1',
	description: 'Code of the QR code, or its link',
};

export const prefilledMessage: INodeProperties = {
	displayName: 'Prefilled Message',
	name: 'prefilledMessage',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	required: true,
	placeholder: 'e.g. Tell me when the blue mug is back',
	description: 'What the customer finds typed in, up to 140 characters',
};

/** The image, and the field it goes into. */
export const qrImage: INodeProperties[] = [
	{
		displayName: 'Image',
		name: 'imageFormat',
		type: 'options',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'PNG', value: 'PNG', description: 'For screens' },
			{ name: 'SVG', value: 'SVG', description: 'For print, in any size' },
		],
		default: 'PNG',
		description: 'The QR code as a picture',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the image in',
		displayOptions: { hide: { imageFormat: ['none'] } },
	},
];
