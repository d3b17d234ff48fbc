import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { judgeAnswer, type Answer, type Refusal } from '../../../core/journey/accept';
import { defined } from '../../../core/shared/defined';
import type { WebhookEvent } from '../../../core/webhook/events';
import { failureOf, meansOptOut, type Failure } from './endings';
import type { Ending, Taken } from './receiveAnswer';
import type { QuestionFacts, ReplyWait } from './waitState';

/** What a question gets to judge. */
interface Given {
	event: WebhookEvent | undefined;
	ending: unknown;
	/** How often the person was asked again already. */
	misses: unknown;
	now: Date;
}

/** What a question can do besides ending. */
export interface ReplyTools {
	/** Sends a text that quotes the message. */
	say(text: string, quoted: string | undefined): Promise<void>;
	/** The file of a message. */
	download(event: WebhookEvent): Promise<{ binary?: IBinaryKeyData; mediaError?: string }>;
}

/** What a question does with an event, or with an ending that the trigger or another workflow decides on. */
export async function takeReply(state: ReplyWait, given: Given, tools: ReplyTools): Promise<Taken> {
	const { event, ending, now } = given;
	if (ending === 'cancelled') return {};
	if (ending === 'optedOut') return optedOut(state, { event, now });
	if (event === undefined) return { reason: 'otherKind' };
	if (event.kind === 'status') return failed(state, event);
	const judgement = judgeAnswer(event, { question: state.rules, now: momentOf(event, now) });
	if (!judgement.accepted) return await missed(state, { ...given, event, reason: judgement.reason }, tools);
	const { answer, choice } = judgement;
	const output = (choice === undefined ? undefined : state.outputs.choices[choice]) ?? state.outputs.other;
	const json = answerJson(state, { event, answer, choice, now });
	if (answer.type !== 'media' || state.downloads !== true) return leave(output, json);
	const { binary, mediaError } = await tools.download(event);
	const item = { json: { ...json, ...(mediaError !== undefined && { mediaError }) }, pairedItem: { item: 0 } };
	return { leaves: { output, item: { ...item, ...(binary && { binary }) } } };
}

/** A person writes "tomorrow" when the message says so, however late it arrives. */
function momentOf({ timestamp }: WebhookEvent, now: Date): Date {
	return timestamp === undefined ? now : new Date(timestamp);
}

async function missed(
	state: ReplyWait,
	{ event, misses, reason }: Given & { event: WebhookEvent; reason: Refusal },
	tools: ReplyTools,
): Promise<Taken> {
	const { askAgain } = state;
	if (reason !== 'noMatch' || askAgain === undefined || Number(misses ?? 0) >= askAgain.most) return { reason };
	await tools.say(askAgain.text, event.messageId);
	return { reason: 'askedAgain' };
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
