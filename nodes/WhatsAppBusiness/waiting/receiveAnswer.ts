import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { judgeAnswer, type Answer } from '../../../core/journey/accept';
import { isJsonObject, objectOf } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import type { ResumeAnswer } from './resume';
import { readWaitState, type WaitState } from './waitState';

/**
 * What a waiting node does with an answer that the trigger passes on: resume, or go on waiting. Never throws, because n8n
 * would end the waiting execution with the error (n8n-platform 4).
 */
export async function receiveAnswer(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return take(this);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		this.logger.error(`WhatsApp Business: an answer could not be taken: ${message}`, { nodeName: this.getNode().name });
		return goOnWaiting({ accepted: false, reason: 'failed' });
	}
}

function goOnWaiting(answer: ResumeAnswer): IWebhookResponseData {
	return { webhookResponse: answer };
}

function take(n8n: IWebhookFunctions): IWebhookResponseData {
	const state = readWaitState(n8n);
	const { n: nonce } = objectOf(n8n.getQueryData());
	if (state === undefined || nonce !== state.nonce) return goOnWaiting({ accepted: false, reason: 'otherQuestion' });
	const { event } = objectOf(n8n.getBodyData());
	if (!isJsonObject(event)) return goOnWaiting({ accepted: false, reason: 'otherKind' });
	const message = event as WebhookEvent;
	const judgement = judgeAnswer(message, state.rules);
	if (!judgement.accepted) return goOnWaiting(judgement);
	const { answer, choice } = judgement;
	const output = (choice === undefined ? undefined : state.outputs.choices[choice]) ?? state.outputs.other;
	return resume(state, { output, json: answerItem(state, { event: message, answer, choice, now: new Date() }) });
}

function resume(state: WaitState, { output, json }: { output: number; json: IDataObject }): IWebhookResponseData {
	const item: INodeExecutionData = { json, pairedItem: { item: 0 } };
	const answer: ResumeAnswer = { accepted: true };
	return {
		webhookResponse: answer,
		workflowData: Array.from({ length: state.outputs.count }, (_, index) => (index === output ? [item] : [])),
	};
}

function answerItem(
	state: WaitState,
	given: { event: WebhookEvent; answer: Answer; choice: number | undefined; now: Date },
): IDataObject {
	const { event, answer, choice, now } = given;
	const answeredAt = event.timestamp ?? now.toISOString();
	const { contactKey, phone, userId, name, messageId } = event;
	const approved = state.approves === undefined ? undefined : choice === state.approves;
	return {
		question: { ...state.question },
		answer: { ...answer } as IDataObject,
		answeredAt,
		// Meta gives whole seconds, so that a quick answer may seem to come before its question.
		secondsToAnswer: Math.max(0, Math.round((Date.parse(answeredAt) - Date.parse(state.question.askedAt)) / 1000)),
		...withoutUndefined({ messageId, contactKey, phone, userId, name }),
		// n8n's human review of tools reads this name (langchain, processHitlResponses.js).
		...(approved !== undefined && { approved }),
	};
}

function withoutUndefined(data: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
