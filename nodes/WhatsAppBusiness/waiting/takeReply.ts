import type { IDataObject } from 'n8n-workflow';
import { judgeAnswer, type Answer } from '../../../core/journey/accept';
import { defined } from '../../../core/shared/defined';
import type { WebhookEvent } from '../../../core/webhook/events';
import { failureOf, meansOptOut, type Failure } from './endings';
import type { Ending, Taken } from './receiveAnswer';
import type { QuestionFacts, ReplyWait } from './waitState';

/** What a question does with an event, or with an ending that the trigger or another workflow decides on. */
export function takeReply(
	state: ReplyWait,
	given: { event: WebhookEvent | undefined; ending: unknown; now: Date },
): Taken {
	const { event, ending, now } = given;
	if (ending === 'cancelled') return {};
	if (ending === 'optedOut') return optedOut(state, { event, now });
	if (event === undefined) return { reason: 'otherKind' };
	if (event.kind === 'status') return failed(state, event);
	const judgement = judgeAnswer(event, state.rules);
	if (!judgement.accepted) return { reason: judgement.reason };
	const { answer, choice } = judgement;
	const output = (choice === undefined ? undefined : state.outputs.choices[choice]) ?? state.outputs.other;
	return leave(output, answerJson(state, { event, answer, choice, now }));
}

function leave(output: number, json: IDataObject): Ending {
	return { leaves: { output, item: { json, pairedItem: { item: 0 } } } };
}

function failed(state: ReplyWait, event: WebhookEvent): Taken {
	if (event.messageId !== state.question.messageId) return { reason: 'otherQuestion' };
	if (event.status !== 'failed') return { reason: 'otherKind' };
	const failure = failureOf(event);
	const output = meansOptOut(failure) ? state.outputs.optedOut : state.outputs.undeliverable;
	return leave(output, { ...undeliveredJson(state.question, failure), ...refusal(state) });
}

/** The item of a question that did not arrive. */
export function undeliveredJson(question: Partial<QuestionFacts>, failure: Failure): IDataObject {
	return { question: { ...question }, ...(meansOptOut(failure) ? { optedOut: true } : { undelivered: true }), failure: { ...failure } };
}

function optedOut(state: ReplyWait, { event, now }: { event: WebhookEvent | undefined; now: Date }): Ending {
	const facts = { question: { ...state.question }, optedOut: true, optedOutAt: event?.timestamp ?? now.toISOString() };
	return leave(state.outputs.optedOut, { ...facts, ...defined<IDataObject>({ text: event?.text }), ...refusal(state) });
}

/** n8n's human review of tools reads this name (langchain, processHitlResponses.js). */
export function refusal({ approves }: Pick<ReplyWait, 'approves'>): IDataObject {
	return approves === undefined ? {} : { approved: false };
}

function answerJson(
	state: ReplyWait,
	given: { event: WebhookEvent; answer: Answer; choice: number | undefined; now: Date },
): IDataObject {
	const { event, answer, choice, now } = given;
	const answeredAt = event.timestamp ?? now.toISOString();
	const { contactKey, phone, userId, name, messageId } = event;
	return {
		question: { ...state.question },
		answer: { ...answer } as IDataObject,
		answeredAt,
		// Meta gives whole seconds, so that a quick answer may seem to come before its question.
		secondsToAnswer: Math.max(0, Math.round((Date.parse(answeredAt) - Date.parse(state.question.askedAt)) / 1000)),
		...defined<IDataObject>({ messageId, contactKey, phone, userId, name }),
		...(state.approves !== undefined && { approved: choice === state.approves }),
	};
}
