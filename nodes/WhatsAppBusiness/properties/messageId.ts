import type { INodeProperties } from 'n8n-workflow';

/** A message that is there already. */
export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. wamid.HBgL...',
	description: 'ID of a message, such as messageId of the WhatsApp Business Trigger',
};
