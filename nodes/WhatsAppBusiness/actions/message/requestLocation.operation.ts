import { buildLocationRequest } from '../../../../core/message/requestLocation';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { requestBody } from '../../properties/requestBody';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const requestLocation: ItemOperation = {
	value: 'requestLocation',
	name: 'Request Location',
	action: 'Request the location of the customer',
	description: 'Send a text with a button that sends the location of the customer back to you',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, requestBody, messageOptions],
	async execute(context) {
		const body = readString(context.n8n, { name: 'body', itemIndex: context.itemIndex });
		return await sendMessage(context, { build: () => buildLocationRequest({ body }) });
	},
};
