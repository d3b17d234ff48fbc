import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isJsonObject, textOf, type JsonObject } from '../../../core/shared/json';
import { passes } from '../../../core/webhook/filter';
import { parseWebhook } from '../../../core/webhook/parse';
import { verifyTokenMatches } from '../../../core/webhook/signature';
import type { PlatformCredential } from '../transport/credential';
import { answer, refuse, warn } from './answer';
import { readFilters } from './filters';
import { forwardAnswers } from './forward';
import { readRawBody } from './rawBody';
import { checkSender, readCredential, type ReceivingCredential } from './sender';
import { verifyTokens } from './settings';

/**
 * Meta's requests to the callback URL: the GET challenge (cloud-api 4.1), and events. Never throws for a request that Meta
 * did not sign, because that would start an execution for anybody who knows the URL.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	if (this.getWebhookName() === 'setup') {
		const credential = await readCredential(this);
		return 'reason' in credential ? refuse(this, credential) : answerChallenge(this, credential);
	}
	const rawBody = await readRawBody(this);
	if ('reason' in rawBody) return refuse(this, rawBody);
	const sender = await checkSender(this, rawBody.bytes);
	if ('reason' in sender) return refuse(this, sender);
	return await receiveEvents(this, { bytes: rawBody.bytes, credential: sender.credential });
}

function answerChallenge(context: IWebhookFunctions, credential: PlatformCredential): IWebhookResponseData {
	const query: JsonObject = context.getRequestObject().query;
	const challenge = textOf(query['hub.challenge']);
	if (query['hub.mode'] !== 'subscribe' || challenge === undefined) {
		return answer(context, { status: 403, body: 'This address takes webhooks of the WhatsApp Business Platform' });
	}
	if (!verifyTokenMatches({ given: query['hub.verify_token'], accepted: verifyTokens(context, credential) })) {
		warn(context, 'verification refused: the verify token given to Meta is not the one of this trigger');
		return answer(context, { status: 403, body: 'The verify token is not the one of this trigger' });
	}
	return answer(context, { status: 200, body: challenge });
}

async function receiveEvents(
	context: IWebhookFunctions,
	request: { bytes: Uint8Array; credential: ReceivingCredential },
): Promise<IWebhookResponseData> {
	const { bytes, credential } = request;
	const body = parseObject(bytes);
	if (body === undefined) {
		warn(context, 'webhook ignored: it is signed, but its body is not a JSON object');
		return { webhookResponse: { events: 0 } };
	}
	const filter = readFilters(context, { credential, now: Date.now() });
	const events = await forwardAnswers(context, parseWebhook(body));
	const items = events
		.filter((event) => passes(event, filter))
		.map((event): INodeExecutionData => ({ json: event }));
	if (items.length === 0) return { webhookResponse: { events: 0 } };
	return { workflowData: [items] };
}

function parseObject(bytes: Uint8Array): JsonObject | undefined {
	try {
		// TextDecoder drops a byte order mark, which JSON.parse would not take.
		const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return isJsonObject(body) ? body : undefined;
	} catch {
		return undefined;
	}
}
