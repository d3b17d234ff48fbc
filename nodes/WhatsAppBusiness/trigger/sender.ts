import type { IWebhookFunctions } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import { verifySignature, type SignatureCheck } from '../../../core/webhook/signature';
import { CREDENTIAL_TYPE, getPlatformCredential, type PlatformCredential } from '../transport/credential';
import type { Refusal } from './answer';

/** What receiving needs of the credential. */
export type ReceivingCredential = Pick<PlatformCredential, 'appSecret' | 'phoneNumberId' | 'wabaId'>;

/**
 * How long a credential is used again without being read. n8n resolves a credential's expressions in a V8 isolate made for it
 * (cli/credentials-helper.js), which takes about as long as all the rest of a webhook.
 */
const KEEP_MS = 30_000;

/** By workflow, webhook and credential. */
const kept = new Map<string, { credential: ReceivingCredential; until: number }>();

/** The credential as it is now, or the refusal that makes Meta send again later: nothing is lost while it is mended. */
export async function readCredential(context: IWebhookFunctions): Promise<PlatformCredential | Refusal> {
	try {
		return await getPlatformCredential(context);
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		return { status: 503, reason: 'The credential of the trigger could not be read', detail };
	}
}

/**
 * Checks that Meta sent the body. A credential that was read within the last 30 s is tried first; when its secret does not
 * fit, the credential is read anew, so that a changed secret counts at once. One that was taken away counts until the 30 s
 * are over.
 */
export async function checkSender(
	context: IWebhookFunctions,
	rawBody: Uint8Array,
): Promise<{ credential: ReceivingCredential } | Refusal> {
	const key = keyOf(context);
	const found = kept.get(key);
	if (found !== undefined && found.until > Date.now() && check(context, { rawBody, ...found.credential }).valid) return found;
	const read = await readCredential(context);
	if ('reason' in read) return read;
	const { appSecret, phoneNumberId, wabaId } = read;
	const result = check(context, { rawBody, appSecret });
	if (!result.valid) return { status: 401, reason: result.reason };
	const credential = { appSecret, phoneNumberId, wabaId };
	keep(key, credential);
	return { credential };
}

function keyOf(context: IWebhookFunctions): string {
	const { id, webhookId, credentials } = context.getNode();
	return [context.getWorkflow().id, webhookId ?? id, credentials?.[CREDENTIAL_TYPE]?.id].join('/');
}

function keep(key: string, credential: ReceivingCredential): void {
	const now = Date.now();
	for (const [other, { until }] of kept) if (until <= now) kept.delete(other);
	kept.set(key, { credential, until: now + KEEP_MS });
}

function check(context: IWebhookFunctions, given: { rawBody: Uint8Array; appSecret: string }): SignatureCheck {
	return verifySignature({
		rawBody: given.rawBody,
		header: signatureHeader(context),
		appSecrets: [given.appSecret, ...furtherAppSecrets(context)],
	});
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
