import type { IWebhookFunctions } from 'n8n-workflow';
import type { Refusal } from './answer';

/** The bytes of a request's body, or why they could not be read. */
export type RawBody = { bytes: Uint8Array } | Refusal;

/**
 * The body as it came. n8n leaves it unread for this node (see `options` in properties.ts), so that nothing looks at it
 * before its signature was checked.
 */
export async function readRawBody(context: IWebhookFunctions): Promise<RawBody> {
	const request = context.getRequestObject();
	try {
		await request.readRawBody();
	} catch (error) {
		const tooLarge = typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large';
		return tooLarge
			? { status: 413, reason: 'The body is larger than n8n accepts (N8N_PAYLOAD_SIZE_MAX)' }
			: { status: 400, reason: `The body could not be read: ${error instanceof Error ? error.message : String(error)}` };
	}
	// n8n declares it as always there, but sets nothing when no body was sent.
	const bytes: Uint8Array | undefined = request.rawBody;
	return { bytes: bytes ?? new Uint8Array() };
}
