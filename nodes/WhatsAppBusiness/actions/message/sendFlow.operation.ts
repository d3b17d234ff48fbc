import { buildFlow } from '../../../../core/message/flow';
import { flow } from '../../properties/flow';
import { interactiveBody, interactiveFooter, interactiveHeader } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendInteractive } from './interactive';
import { readFlow } from './readFlow';

export const sendFlow: ItemOperation = {
	value: 'sendFlow',
	name: 'Send Flow',
	action: 'Send a message that opens a flow',
	description: 'Send a text with a button that opens a WhatsApp Flow: forms and screens inside the chat',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, ...interactiveHeader, interactiveBody, interactiveFooter, ...flow, messageOptions],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const message = { ...readFlow(context), token: readString(n8n, { name: 'flowReference', itemIndex }) };
		return await sendInteractive(context, (parts) => buildFlow({ ...parts, ...message }));
	},
};
