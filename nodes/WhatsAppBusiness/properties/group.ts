import type { INodeProperties } from 'n8n-workflow';

/** The recipient of what only groups can get. */
export const group: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. group:R1JPVVAtRVhBTVBMRS0x',
	description: 'ID of the WhatsApp group, such as groupId of the WhatsApp Business Trigger, with or without group: before it',
};
