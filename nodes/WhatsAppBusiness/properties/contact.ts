import type { INodeProperties } from 'n8n-workflow';

export const contact: INodeProperties = {
	displayName: 'Contact',
	name: 'contact',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +1 555 010 0200',
	description:
		'Phone number with country code, business-scoped user ID, or contactKey of the WhatsApp Business Trigger',
};
