import { sender } from '../../properties/sender';
import type { BatchOperation } from '../../shared/operation';
import { secondLegOf } from '../../waiting/secondLeg';
import { ask } from './sendAndWaitAsk';
import { questionFields } from './sendAndWaitFields';
import { answerOutputsExpression, UNDELIVERABLE_FROM_END } from './sendAndWaitOutputs';
import { remind } from './sendAndWaitRemind';
import { refuseSeveralItems } from './sendAndWaitSend';

export const sendAndWait: BatchOperation = {
	value: 'sendAndWait',
	name: 'Send and Wait for Reply',
	action: 'Send a message and wait for the reply',
	description: 'Ask one person a question and go on when the answer comes in the chat, with one output per button',
	outputs: answerOutputsExpression,
	failureOutput: UNDELIVERABLE_FROM_END,
	properties: [sender, ...questionFields],
	async executeAll({ n8n, run, itemCount }) {
		refuseSeveralItems(itemCount);
		const context = { n8n, run, itemIndex: 0 };
		const nonce = secondLegOf(n8n);
		return [await (nonce === undefined ? ask(context) : remind(context, nonce))];
	},
};
