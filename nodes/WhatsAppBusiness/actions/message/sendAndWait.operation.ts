import { InvalidInput } from '../../../../core/errors/invalidInput';
import { encodeReference } from '../../../../core/journey/reference';
import { canonicalDigits } from '../../../../core/phone/contactKey';
import type { Asked } from '../../../../core/journey/accept';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import type { BatchOperation } from '../../shared/operation';
import { textOf } from '../../shared/parameters';
import { postMessage, type SentMessage } from '../../transport/messages';
import { park } from '../../waiting/park';
import { newReference } from '../../waiting/resumeReference';
import { keepWaitState, type QuestionFacts } from '../../waiting/waitState';
import { questionFields } from './sendAndWaitFields';
import { readWaitUntil } from './sendAndWaitLimit';
import { answerOutputsExpression, UNDELIVERABLE_FROM_END, waitOutputs } from './sendAndWaitOutputs';
import { readQuestion } from './sendAndWaitQuestion';
import { sendMessage } from './sendMessage';

/** n8n waits once per run of a node, not once per item. */
export function refuseSeveralItems(itemCount: number): void {
	if (itemCount === 1) return;
	throw new InvalidInput([
		{
			field: 'Input',
			message: `has ${itemCount} items, but one run of this node waits for one answer. Put it into a sub-workflow and call that with "Execute Sub-workflow", set to "Run once for each item" without waiting for it to finish`,
		},
	]);
}

/** The person asked, by all the IDs that are known once the question is out. */
export function askedOf(sent: SentMessage): Asked {
	const numbers = [sent.to, sent.waId].flatMap((value) => {
		const digits = typeof value === 'string' ? value.replace(/^\+/, '') : '';
		return /^\d+$/.test(digits) ? [canonicalDigits(digits)] : [];
	});
	const userId = textOf(sent.userId) ?? (numbers.length === 0 ? sent.to : undefined);
	return { phones: [...new Set(numbers)], ...(userId !== undefined && { userId }) };
}

export const sendAndWait: BatchOperation = {
	value: 'sendAndWait',
	name: 'Send and Wait for Reply',
	action: 'Send a message and wait for the reply',
	description: 'Ask one person a question and go on when the answer comes in the chat, with one output per button',
	outputs: answerOutputsExpression,
	failureOutput: UNDELIVERABLE_FROM_END,
	properties: [sender, recipient, ...questionFields],
	async executeAll({ n8n, run, itemCount }) {
		refuseSeveralItems(itemCount);
		const context = { n8n, run, itemIndex: 0 };
		const until = readWaitUntil(n8n, { itemIndex: 0, now: new Date() });
		const { build, choices, accepts, approves, type, text } = readQuestion(context);
		const outputs = waitOutputs(n8n, choices.length);
		const reference = newReference(n8n);
		const ids = choices.map((_, option) => encodeReference({ ...reference, option }));
		const askedAt = new Date().toISOString();
		let sent: SentMessage | undefined;
		await sendMessage(context, {
			build: () => build(ids),
			post: async (where, { body, ...rest }) => {
				const marked = { ...body, biz_opaque_callback_data: encodeReference(reference) };
				const posted = await postMessage(where, { ...rest, body: marked });
				sent = posted.message;
				return posted;
			},
		});
		if (sent === undefined) throw new Error('The question was not sent');
		const { messageId, to, phoneNumberId } = sent;
		const question: QuestionFacts = { type, text, messageId, to, phoneNumberId: String(phoneNumberId), askedAt };
		const rules = { asked: askedOf(sent), choices, accepts };
		keepWaitState(n8n, { nonce: reference.nonce, question, rules, outputs, ...(approves !== undefined && { approves }) });
		const timedOut = {
			output: outputs.timedOut,
			json: { question: { ...question }, timedOut: true, ...(approves !== undefined && { approved: false }) },
		};
		await park(n8n, { until, outputs: outputs.count, timedOut });
		return [[]];
	},
};
