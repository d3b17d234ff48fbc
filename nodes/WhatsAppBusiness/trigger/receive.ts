import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isJsonObject, objectOf, textOf, type JsonObject } from '../../../core/shared/json';
import { passes } from '../../../core/webhook/filter';
import { parseWebhook } from '../../../core/webhook/parse';
import { verifySignature, verifyTokenMatches } from '../../../core/webhook/signature';
import { getPlatformCredential, type PlatformCredential } from '../transport/credential';
import { answer, warn } from './answer';
import { readFilters } from './filters';
import { readRawBody } from './rawBody';
import { verifyTokens } from './settings';

/**
 * Meta's requests to the callback URL: the GET challenge (cloud-api 4.1), and events. Never throws, because that would
 * start an execution for anybody who knows the URL.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	let credential: PlatformCredential;
	try {
		credential = await getPlatformCredential(this);
	} catch (error) {
		warn(this, `the credential could not be read: ${error instanceof Error ? error.message : String(error)}`);
		// Meta sends again whatever was not answered 200, so nothing is lost while the credential is mended.
		return answer(this, { status: 503, body: { error: 'The credential of the trigger could not be read' } });
	}
	return this.getWebhookName() === 'setup' ? answerChallenge(this, credential) : await receiveEvents(this, credential);
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
	credential: PlatformCredential,
): Promise<IWebhookResponseData> {
	const rawBody = await readRawBody(context);
	if ('reason' in rawBody) {
		warn(context, rawBody.reason);
		return answer(context, { status: rawBody.status, body: { error: rawBody.reason } });
	}
	const check = verifySignature({
		rawBody: rawBody.bytes,
		header: signatureHeader(context),
		appSecrets: [credential.appSecret, ...furtherAppSecrets(context)],
	});
	if (!check.valid) {
		warn(context, `webhook refused with 401. ${check.reason}`);
		return answer(context, { status: 401, body: { error: check.reason } });
	}
	const body = parseObject(rawBody.bytes);
	if (body === undefined) {
		warn(context, 'webhook ignored: it is signed, but its body is not a JSON object');
		return { webhookResponse: { events: 0 } };
	}
	const filter = readFilters(context, { credential, now: Date.now() });
	const items = parseWebhook(body)
		.filter((event) => passes(event, filter))
		.map((event): INodeExecutionData => ({ json: event }));
	if (items.length === 0) return { webhookResponse: { events: 0 } };
	return { workflowData: [items] };
}

/** Secrets of other apps that may call: the old one while it is rotated, or those of an agency's clients. */
function furtherAppSecrets(context: IWebhookFunctions): string[] {
	const { furtherAppSecrets: given } = objectOf(context.getNodeParameter('settings', {}));
	return typeof given === 'string' ? given.split(/[\s,;]+/).filter((secret) => secret !== '') : [];
}

function signatureHeader(context: IWebhookFunctions): string | undefined {
	const header = context.getRequestObject().headers['x-hub-signature-256'];
	return Array.isArray(header) ? header[0] : header;
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
