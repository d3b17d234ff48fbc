import { buildText } from '../../../../core/message/text';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const sendText: ItemOperation = {
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a free-form text, inside the 24-hour customer service window',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Your order is ready',
			description: 'At most 4096 characters. *bold*, _italic_ and links work as in WhatsApp.',
		},
		{
			displayName: 'Preview Link',
			name: 'previewUrl',
			type: 'boolean',
			default: false,
			description: 'Whether to show a preview of the first link in the text',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const body = readString(n8n, { name: 'text', itemIndex });
		const previewUrl = readBoolean(n8n, { name: 'previewUrl', itemIndex });
		return await sendMessage(context, { to: 'anyone', build: () => buildText({ body, previewUrl }) });
	},
};
