import type { IDataObject } from 'n8n-workflow';
import type { GraphError } from '../../../core/errors/graphError';
import type { MessageBody } from '../../../core/message/envelope';
import { isUnclear, readRetryAfter, retryDelayMs } from '../../../core/pace/retry';
import type { OperationContext } from '../shared/operation';
import { getPlatformCredential } from './credential';
import { graphRefusal, unclearAnswer } from './errors';
import { graphExchange, type GraphAnswer } from './graph';
import { pacerOf, type Pacer } from './pacer';

/** A message on its way: its body and where to post it. */
export interface Outgoing {
	phoneNumberId: string;
	body: MessageBody | (MessageBody & IDataObject);
	/** Edge of the phone number; `messages` when left out. */
	edge?: 'messages' | 'marketing_messages';
}

/** What Meta said about a message it accepted (cloud-api 1.2). Accepted is not delivered: failures come by webhook. */
export interface SentMessage extends IDataObject {
	messageId: string;
	/** The recipient as it was sent. */
	to: string;
}

/** A message that Meta took, in two forms: what people need, and all of it. */
export interface Sent {
	message: SentMessage;
	/** Meta's whole answer. */
	answer: IDataObject;
}

function firstObject(value: unknown): IDataObject {
	const first: unknown = Array.isArray(value) ? value[0] : undefined;
	return typeof first === 'object' && first !== null ? (first as IDataObject) : {};
}

function present(data: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''));
}

function recipientOf(body: Outgoing['body']): string {
	return String('to' in body ? body.to : body.recipient);
}

/** Meta gives every message an ID (cloud-api 1.2): a success without one is the answer of something on the way. */
function hasMessageId(answer: IDataObject): boolean {
	const { id } = firstObject(answer.messages);
	return typeof id === 'string' && id !== '';
}

function toSent(outgoing: Outgoing, { answer, retries }: { answer: IDataObject; retries: number }): Sent {
	const contact = firstObject(answer.contacts);
	const sent = firstObject(answer.messages);
	const message = {
		messageId: String(sent.id ?? ''),
		to: String(contact.input ?? recipientOf(outgoing.body)),
		...present({
			waId: contact.wa_id,
			userId: contact.user_id,
			messageStatus: sent.message_status,
			groupId: sent.group_id,
			retries: retries === 0 ? undefined : retries,
		}),
		phoneNumberId: outgoing.phoneNumberId,
	};
	return { message, answer };
}

/** Codes with which a whole number is too fast, not one message (cloud-api 5). */
const NUMBER_TOO_FAST = [4, 80007, 130429, 131057];

function concernsNumber({ code, httpStatus }: GraphError): boolean {
	return code === undefined ? httpStatus === 429 : NUMBER_TOO_FAST.includes(code);
}

interface Attempts {
	retries: number;
	waitedMs: number;
}

/** The pause before the next try; undefined when there is none to be made within the time allowed. */
function pauseAfter(
	answer: Extract<GraphAnswer, { ok: false }>,
	{ attempts, pacer }: { attempts: Attempts; pacer: Pacer },
): { ms?: number; retryAfterSeconds?: number } {
	const retryAfterSeconds = readRetryAfter(answer.headers['retry-after'], new Date());
	const ms = retryDelayMs({
		error: answer.error,
		attempt: attempts.retries,
		retryAfterSeconds,
		random: Math.random(),
	});
	if (ms === undefined) return { retryAfterSeconds };
	const suggested = retryAfterSeconds ?? Math.ceil(ms / 1000);
	return attempts.waitedMs + ms > pacer.retryForMs ? { retryAfterSeconds: suggested } : { ms, retryAfterSeconds: suggested };
}

/**
 * Sends one message at the pace that Meta allows. What Meta refuses for being too fast, or by a passing fault of its own,
 * is sent again after a pause; what may already have been sent never is.
 *
 * @throws NodeApiError with Meta's refusal, or with the outcome `unknown` when no clear answer came
 */
export async function postMessage(context: OperationContext, outgoing: Outgoing): Promise<Sent> {
	const { n8n, run } = context;
	const pacer = await pacerOf(context);
	const credential = await run.once('credential', async () => await getPlatformCredential(n8n));
	const { phoneNumberId, body } = outgoing;
	const path = `/${encodeURIComponent(phoneNumberId)}/${outgoing.edge ?? 'messages'}`;
	const signal = n8n.getExecutionCancelSignal();
	const attempts: Attempts = { retries: 0, waitedMs: 0 };
	for (;;) {
		await pacer.pace({ phoneNumberId, person: recipientOf(body) });
		const answer = await graphExchange(n8n, { method: 'POST', path, body, credential, signal });
		if (answer.ok) {
			if (hasMessageId(answer.data)) return toSent(outgoing, { answer: answer.data, retries: attempts.retries });
			throw unclearAnswer(n8n.getNode(), { httpStatus: 200 });
		}
		if (isUnclear(answer.error)) throw unclearAnswer(n8n.getNode(), answer.error);
		const { ms, retryAfterSeconds } = pauseAfter(answer, { attempts, pacer });
		if (ms === undefined) {
			throw graphRefusal(n8n.getNode(), answer.error, { retryAfter: retryAfterSeconds, tries: attempts.retries + 1 });
		}
		run.hint('slowed', 'Meta slowed this run down or had a passing fault; the messages concerned were sent again after a pause.');
		if (concernsNumber(answer.error)) pacer.slowDown({ phoneNumberId, ms });
		await pacer.wait(ms);
		attempts.retries += 1;
		attempts.waitedMs += ms;
	}
}
