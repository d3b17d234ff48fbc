import { buildCallButton } from '../../../../core/message/callButton';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { requestBody } from '../../properties/requestBody';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const sendCallButton: ItemOperation = {
	value: 'sendCallButton',
	name: 'Send Call Button',
	action: 'Send a message with a call button',
	description: 'Send a text with a button that calls your business on WhatsApp',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		requestBody,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Call us',
			description: 'At most 20 characters. Empty: WhatsApp writes its own.',
		},
		{
			displayName: 'Valid for (Minutes)',
			name: 'validMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 43200 },
			default: 10080,
			description: 'How long the button works: 1 to 43200 minutes; 10080 are seven days',
		},
		{
			displayName: 'Payload',
			name: 'payload',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-1001',
			description: 'Comes back with the call, at most 512 characters',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const button = {
			body: readString(n8n, { name: 'body', itemIndex }),
			displayText: readString(n8n, { name: 'buttonText', itemIndex }),
			ttlMinutes: readString(n8n, { name: 'validMinutes', itemIndex }),
			payload: readString(n8n, { name: 'payload', itemIndex }),
		};
		return await sendMessage(context, { build: () => buildCallButton(button) });
	},
};
