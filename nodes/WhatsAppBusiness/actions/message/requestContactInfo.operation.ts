import { buildContactInfoRequest } from '../../../../core/message/requestContactInfo';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { requestBody } from '../../properties/requestBody';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const requestContactInfo: ItemOperation = {
	value: 'requestContactInfo',
	name: 'Request Contact Info',
	action: 'Request the phone number of the customer',
	description: 'Send a text with a button that shares the phone number of a customer whom you know by user ID only',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, requestBody, messageOptions],
	async execute(context) {
		const body = readString(context.n8n, { name: 'body', itemIndex: context.itemIndex });
		return await sendMessage(context, { build: () => buildContactInfoRequest({ body }) });
	},
};
