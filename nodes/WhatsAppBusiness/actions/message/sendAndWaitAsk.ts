import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Asked } from '../../../../core/journey/accept';
import type { TextRule } from '../../../../core/journey/acceptText';
import { encodeReference, type Reference } from '../../../../core/journey/reference';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { zoneFor } from '../../store/gateZone';
import { meansOptOut } from '../../waiting/endings';
import { park } from '../../waiting/park';
import { rememberWait } from '../../waiting/pendingAnswers';
import { newReplyReference } from '../../waiting/resumeReference';
import { addSecondLeg } from '../../waiting/secondLeg';
import { refusal, undeliveredJson } from '../../waiting/takeReply';
import { keepWaitState, type ReplyWait } from '../../waiting/waitState';
import { readWaitUntil } from './sendAndWaitLimit';
import { replyOutputs } from './sendAndWaitOutputs';
import { readQuestion, type Marks, type ReadQuestion } from './sendAndWaitQuestion';
import { readReminder } from './sendAndWaitReminder';
import { askedOf, sendMarked } from './sendAndWaitSend';
import { readAnswerOptions } from './sendAndWaitText';

/** What the question's message carries, made of its reference. */
export function marksOf(reference: Reference, { choices }: Pick<ReadQuestion, 'choices'>): Marks {
	return {
		ids: choices.map((_, option) => encodeReference({ ...reference, option })),
		token: encodeReference(reference),
	};
}

/** The item of a question that nobody answered in time. */
function timedOutItem(state: ReplyWait): { output: number; json: IDataObject } {
	return { output: state.outputs.timedOut, json: { question: { ...state.question }, timedOut: true, ...refusal(state) } };
}

/** Parks until the answer, the reminder or the end, whichever comes first. */
export async function waitForAnswer({ n8n }: OperationContext, state: ReplyWait, remindAt: Date | undefined): Promise<void> {
	const { count } = state.outputs;
	if (remindAt !== undefined) {
		if (addSecondLeg(n8n, state.nonce)) return await park(n8n, { until: remindAt, outputs: count });
		const message = 'This version of n8n cannot run a waiting node once more, so that there will be no reminder.';
		n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
	}
	await park(n8n, { until: new Date(state.until), outputs: count, timedOut: timedOutItem(state) });
}

/** What a typed answer must be, with days as the person counts them, who writes "tomorrow" late in the evening. */
function inZoneOf({ phones, userId = '' }: Asked, { textRule, n8n }: { textRule: TextRule; n8n: IExecuteFunctions }): TextRule {
	if (!('zone' in textRule)) return textRule;
	const ids = [...phones, userId].filter((id) => id !== '');
	const where = { now: Date.now(), workflowZone: n8n.getTimezone() };
	return { ...textRule, zone: zoneFor({ timeZone: '', rules: { zoneChoice: 'main' } }, { ids }, where).name };
}

/** Sends the question and waits. */
export async function ask(context: OperationContext): Promise<OperationItem | OperationItem[]> {
	const { n8n, itemIndex } = context;
	const now = new Date();
	const until = readWaitUntil(n8n, { itemIndex, now });
	const remindAt = readReminder(context, { now, until })?.at;
	const question = await readQuestion(context);
	const { choices, accepts, textRule, type, text } = question;
	const { journeyKey, ...answering } = readAnswerOptions(context);
	const outputs = replyOutputs(n8n, { choices: choices.length, others: accepts.some((kind) => kind !== 'tap') });
	const reference = newReplyReference(n8n);
	const marks = marksOf(reference, question);
	const askedAt = new Date().toISOString();
	const approval = question.approves === undefined ? {} : { approves: question.approves };
	const asking = await sendMarked(context, { plan: question.plan(marks), callbackData: marks.token });
	if ('failure' in asking) {
		const output = meansOptOut(asking.failure) ? outputs.optedOut : outputs.undeliverable;
		return { json: { ...undeliveredJson({ type, text, askedAt }, asking.failure), ...refusal(approval) }, output };
	}
	const { messageId, to, phoneNumberId } = asking.sent;
	const asked = askedOf(asking.sent);
	const state: ReplyWait = {
		kind: 'reply',
		nonce: reference.nonce,
		question: { type, text, messageId, to, phoneNumberId: String(phoneNumberId), askedAt },
		rules: { asked, choices, accepts, ...(textRule !== undefined && { text: inZoneOf(asked, { textRule, n8n }) }) },
		outputs,
		until: until.toISOString(),
		...approval,
		...(question.category !== undefined && { category: question.category }),
		...answering,
	};
	keepWaitState(n8n, state);
	await rememberWait(n8n, { reference, state, until, journeyKey, resumeUrl: n8n.getSignedResumeUrl({ n: reference.nonce }) });
	await waitForAnswer(context, state, remindAt);
	return [];
}
