import { buildCallPermissionRequest } from '../../../../core/message/requestCallPermission';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { requestBody } from '../../properties/requestBody';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const requestCallPermission: ItemOperation = {
	value: 'requestCallPermission',
	name: 'Request Call Permission',
	action: 'Request permission to call',
	description: 'Ask the customer whether you may call; Meta allows one request a day and two a week',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, { ...requestBody, required: false }, messageOptions],
	async execute(context) {
		const body = readString(context.n8n, { name: 'body', itemIndex: context.itemIndex });
		return await sendMessage(context, { build: () => buildCallPermissionRequest({ body }) });
	},
};
