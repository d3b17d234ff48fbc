import type { INodeProperties } from 'n8n-workflow';

export const recipient: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +1 555 010 0200',
	description:
		'Phone number with country code in any usual writing, a business-scoped user ID such as US.90817263540918273645, or group: and the ID of a WhatsApp group (text, media and templates only)',
};
