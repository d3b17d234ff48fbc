import { sleep, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import type { Refusal } from '../../../core/journey/accept';
import type { Reference } from '../../../core/journey/reference';
import { isJsonObject, textOf } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';

/** What a waiting node says to an answer. n8n's own answers, which are HTML or have a `message`, are none of these. */
export type ResumeAnswer =
	| { accepted: true }
	| {
			accepted: false;
			reason:
				| Refusal
				/** The question is another one by now: the node waits anew, in a loop. */
				| 'otherQuestion'
				/** The text was not what was asked for, and the person was told so. */
				| 'askedAgain'
				| 'failed';
	  };

/** What became of an answer that was passed on. */
export type ResumeOutcome =
	/** The execution goes on with it. */
	| 'accepted'
	/** The execution goes on waiting: the message does not answer its question. */
	| 'refused'
	/** It goes on waiting and has asked the person again. */
	| 'askedAgain'
	/** Nothing waits for it any more: answered, timed out, ended, deleted, or asked anew. */
	| 'over'
	/** Another answer came in the same moment, and the execution goes on with that one. */
	| 'taken'
	/** The reference is not one of this n8n's. */
	| 'forged'
	/** This n8n could not be reached at the address, or had a fault. */
	| 'unreachable';

export interface Resumed {
	outcome: ResumeOutcome;
	/** For the log. */
	detail?: string;
	/** Why the node goes on waiting. */
	reason?: string;
}

/** What is passed on: an event, or an ending that is decided elsewhere, with the event that led to it. */
export interface Passed {
	event?: WebhookEvent;
	/** `optedOut`: leaves by Opted Out. `cancelled`: ends the execution without going on. */
	ending?: 'optedOut' | 'cancelled';
	/** How often the person was asked again already. */
	misses?: number;
}

/** What resuming needs of n8n's contexts. */
export interface HttpContext {
	helpers: { httpRequest(options: IHttpRequestOptions): Promise<unknown> };
}

/**
 * Pauses before another try, in milliseconds, while the question has gone out but the execution is not parked yet. Less
 * than 5 s in all: Meta waits for the answer to its webhook.
 */
const PAUSES_MS = [100, 200, 400, 800, 1500, 1500];

const TIMEOUT_MS = 15_000;

/** The waiting node fetches the file of an answer, up to 100 MB, before it says that it takes it. Nobody waits for us then. */
const FILE_TIMEOUT_MS = 180_000;

/**
 * Passes an answer on to the node that waits for it, at its own address in this n8n.
 *
 * @param call.waitingUrl address of n8n's waiting webhooks, such as `https://n8n.example/webhook-waiting`
 */
export async function resumeWait(
	n8n: HttpContext,
	call: { waitingUrl: string; reference: Reference } & Passed,
): Promise<Resumed> {
	const url = resumeUrl(call);
	const { event, ending, misses } = call;
	const timeout = event?.mediaId === undefined ? TIMEOUT_MS : FILE_TIMEOUT_MS;
	for (const pause of [...PAUSES_MS, undefined]) {
		const tried = await post(n8n, { url, body: { event, ending, misses }, timeout });
		if (tried !== 'busy') return tried;
		if (pause !== undefined) await sleep(pause);
	}
	return { outcome: 'taken', detail: 'the execution was at work all the time' };
}

/** Where an execution takes its answer; a trigger's webhook has none yet, so that n8n fills in a placeholder (get-additional-keys.js). */
export const RESUME_URL = '{{ $execution.resumeUrl }}';

/**
 * Where this n8n takes answers for waiting executions: the public address, or the operator's internal one with the same
 * path, since the path is part of what n8n signs.
 *
 * @param resumeUrl what `RESUME_URL` gives
 */
export function waitingUrlOf(resumeUrl: unknown, settings: { internalBaseUrl?: unknown } = {}): string {
	const publicUrl = String(resumeUrl).replace(/\/[^/]*$/, '');
	const internal = textOf(settings.internalBaseUrl)?.trim().replace(/\/+$/, '');
	return internal === undefined ? publicUrl : `${internal}${new URL(publicUrl).pathname}`;
}

/** The address that n8n signed; see `getSignedResumeUrl` in n8n-core, node-execution-context.js. */
export function resumeUrl({ waitingUrl, reference }: { waitingUrl: string; reference: Reference }): string {
	const { executionId, nodeId, nonce, proof } = reference;
	const query = new URLSearchParams({ n: nonce, signature: proof }).toString();
	return `${waitingUrl}/${encodeURIComponent(executionId)}/${encodeURIComponent(nodeId)}?${query}`;
}

async function post(n8n: HttpContext, call: { url: string; body: IDataObject; timeout: number }): Promise<Resumed | 'busy'> {
	let response: unknown;
	try {
		response = await n8n.helpers.httpRequest({
			method: 'POST',
			url: call.url,
			body: call.body,
			json: true,
			timeout: call.timeout,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
	} catch (error) {
		return { outcome: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
	}
	const { statusCode, body } = isJsonObject(response) ? response : {};
	return outcomeOf({ status: Number(statusCode), body });
}

/** The answers of n8n 2.41 (waiting-webhooks.js, webhook-helpers.js; n8n-platform 4). */
function outcomeOf({ status, body }: { status: number; body: unknown }): Resumed | 'busy' {
	const said = isJsonObject(body) ? body : {};
	const message = typeof said.message === 'string' ? said.message : '';
	if (status === 200 && typeof said.accepted === 'boolean') {
		if (said.accepted) return { outcome: 'accepted' };
		const reason = String(said.reason);
		if (reason === 'askedAgain') return { outcome: 'askedAgain' };
		return { outcome: reason === 'otherQuestion' ? 'over' : 'refused', reason };
	}
	// A page for people: the execution has ended or waits elsewhere.
	if (status === 200 || status === 404) return { outcome: 'over' };
	if (status === 401) return { outcome: 'forged', detail: 'n8n did not know its signature' };
	if (status === 409) return /finished/.test(message) ? { outcome: 'over', detail: message } : 'busy';
	// n8n answers so to all but the first of several answers in one moment.
	if (status === 500 && /problem executing the workflow/i.test(message)) return { outcome: 'taken', detail: message };
	return { outcome: 'unreachable', detail: `HTTP ${status} ${message}`.trim() };
}
