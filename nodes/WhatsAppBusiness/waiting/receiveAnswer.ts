import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isJsonObject, objectOf } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import type { ResumeAnswer } from './resume';
import { keepHeard } from './heard';
import { replyTools } from './replyTools';
import { dropSecondLeg } from './secondLeg';
import { takeReply } from './takeReply';
import { takeStatus } from './takeStatus';
import { readWaitState, type WaitState } from './waitState';

/** How a wait ends: by items on one output, or with none at all. */
export interface Ending {
	/** Left out when the workflow is not to go on. */
	leaves?: { output: number; item: INodeExecutionData };
}

/** The ending, or why the node goes on waiting. */
export type Taken = Ending | { reason: Exclude<ResumeAnswer, { accepted: true }>['reason'] };

/**
 * What a waiting node does with what the trigger passes on: resume, or go on waiting. Never throws, because n8n would end
 * the waiting execution with the error (n8n-platform 4).
 */
export async function receiveAnswer(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return answerOf(await take(this));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		this.logger.error(`WhatsApp Business: an answer could not be taken: ${message}`, { nodeName: this.getNode().name });
		return answerOf({ reason: 'failed' });
	}
}

function answerOf(taken: { reason: string } | { state: WaitState; ending: Ending }): IWebhookResponseData {
	if ('reason' in taken) return { webhookResponse: { accepted: false, reason: taken.reason } };
	const { leaves } = taken.ending;
	const { count } = taken.state.outputs;
	return {
		webhookResponse: { accepted: true } satisfies ResumeAnswer,
		workflowData: Array.from({ length: count }, (_, index) => (index === leaves?.output ? [leaves.item] : [])),
	};
}

async function take(n8n: IWebhookFunctions): Promise<{ reason: string } | { state: WaitState; ending: Ending }> {
	const state = readWaitState(n8n);
	const { n: nonce } = objectOf(n8n.getQueryData());
	if (state === undefined || nonce !== state.nonce) return { reason: 'otherQuestion' };
	const { event, ending, misses } = objectOf(n8n.getBodyData());
	const now = new Date();
	const given = { event: isJsonObject(event) ? (event as WebhookEvent) : undefined, ending, misses, now };
	const taken =
		state.kind === 'status' ? takeStatus(state, given) : await takeReply(state, given, replyTools(n8n, state.question));
	if ('reason' in taken) return taken;
	dropSecondLeg(n8n, state.nonce);
	if (given.event !== undefined) keepHeard(n8n, given.event);
	return { state, ending: taken };
}
