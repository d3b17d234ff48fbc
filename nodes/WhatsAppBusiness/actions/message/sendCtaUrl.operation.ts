import { buildCtaUrl } from '../../../../core/message/ctaUrl';
import { interactiveBody, interactiveFooter, interactiveHeader } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendInteractive } from './interactive';

export const sendCtaUrl: ItemOperation = {
	value: 'sendCtaUrl',
	name: 'Send CTA URL',
	action: 'Send a message with a link button',
	description: 'Send a text with one button that opens a web page',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		...interactiveHeader,
		interactiveBody,
		interactiveFooter,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Track your order',
			description: 'At most 20 characters',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://shop.example/track/1001',
			description: 'Web page that the button opens',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const displayText = readString(n8n, { name: 'buttonText', itemIndex });
		const url = readString(n8n, { name: 'url', itemIndex });
		return await sendInteractive(context, (parts) => buildCtaUrl({ ...parts, displayText, url }));
	},
};
