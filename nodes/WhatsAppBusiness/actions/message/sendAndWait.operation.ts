import { encodeReference } from '../../../../core/journey/reference';
import { sender } from '../../properties/sender';
import type { BatchOperation } from '../../shared/operation';
import { meansOptOut } from '../../waiting/endings';
import { park } from '../../waiting/park';
import { rememberWait } from '../../waiting/pendingAnswers';
import { newReplyReference } from '../../waiting/resumeReference';
import { refusal, undeliveredJson } from '../../waiting/takeReply';
import { keepWaitState, type ReplyWait } from '../../waiting/waitState';
import { questionFields } from './sendAndWaitFields';
import { readWaitUntil } from './sendAndWaitLimit';
import { answerOutputsExpression, replyOutputs, UNDELIVERABLE_FROM_END } from './sendAndWaitOutputs';
import { readQuestion } from './sendAndWaitQuestion';
import { readAnswerOptions } from './sendAndWaitText';
import { askedOf, refuseSeveralItems, sendMarked } from './sendAndWaitSend';

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
		const until = readWaitUntil(n8n, { itemIndex: 0, now: new Date() });
		const { plan, choices, accepts, textRule, approves, type, text } = await readQuestion(context);
		const { journeyKey, ...answering } = readAnswerOptions(context);
		const outputs = replyOutputs(n8n, { choices: choices.length, others: accepts.some((kind) => kind !== 'tap') });
		const reference = newReplyReference(n8n);
		const token = encodeReference(reference);
		const ids = choices.map((_, option) => encodeReference({ ...reference, option }));
		const askedAt = new Date().toISOString();
		const approval = approves === undefined ? {} : { approves };
		const asking = await sendMarked(context, { plan: plan({ ids, token }), callbackData: token });
		if ('failure' in asking) {
			const output = meansOptOut(asking.failure) ? outputs.optedOut : outputs.undeliverable;
			return [{ json: { ...undeliveredJson({ type, text, askedAt }, asking.failure), ...refusal(approval) }, output }];
		}
		const { messageId, to, phoneNumberId } = asking.sent;
		const state: ReplyWait = {
			kind: 'reply',
			nonce: reference.nonce,
			question: { type, text, messageId, to, phoneNumberId: String(phoneNumberId), askedAt },
			rules: { asked: askedOf(asking.sent), choices, accepts, ...(textRule !== undefined && { text: textRule }) },
			outputs,
			...approval,
			...answering,
		};
		keepWaitState(n8n, state);
		await rememberWait(n8n, { reference, state, until, journeyKey, resumeUrl: n8n.getSignedResumeUrl({ n: reference.nonce }) });
		const json = { question: { ...state.question }, timedOut: true, ...refusal(approval) };
		await park(n8n, { until, outputs: outputs.count, timedOut: { output: outputs.timedOut, json } });
		return [[]];
	},
};
