import { buildFlow, type FlowStart } from '../../../../core/message/flow';
import { objectOf } from '../../../../core/shared/json';
import { flow } from '../../properties/flow';
import { interactiveBody, interactiveFooter, interactiveHeader } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { sendInteractive } from './interactive';

const ACTIONS = ['navigate', 'data_exchange'] as const;
const MODES = ['published', 'draft'] as const;

function readFlow({ n8n, itemIndex }: OperationContext): { by: 'id' | 'name'; value: string } {
	const value = readString(n8n, { name: 'flow', itemIndex });
	const { mode } = objectOf(n8n.getNodeParameter('flow', itemIndex, {}));
	return { by: mode === 'name' ? 'name' : 'id', value };
}

function readStart({ n8n, itemIndex }: OperationContext): FlowStart {
	const action = readChoice(n8n, { name: 'flowAction', itemIndex, field: 'Flow Action', choices: ACTIONS });
	if (action === 'data_exchange') return { action };
	const screen = readString(n8n, { name: 'screen', itemIndex });
	return { action, screen, data: n8n.getNodeParameter('data', itemIndex, '') };
}

export const sendFlow: ItemOperation = {
	value: 'sendFlow',
	name: 'Send Flow',
	action: 'Send a message that opens a flow',
	description: 'Send a text with a button that opens a WhatsApp Flow: forms and screens inside the chat',
	parallel: true,
	properties: [sender, recipient, ...interactiveHeader, interactiveBody, interactiveFooter, ...flow, messageOptions],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const message = {
			flow: readFlow(context),
			cta: readString(n8n, { name: 'buttonText', itemIndex }),
			mode: readChoice(n8n, { name: 'flowMode', itemIndex, field: 'Mode', choices: MODES }),
			token: readString(n8n, { name: 'flowReference', itemIndex }),
			start: readStart(context),
		};
		return await sendInteractive(context, (parts) => buildFlow({ ...parts, ...message }));
	},
};
