import type { IncomingMessage, ServerResponse } from 'node:http';

/** N8N_PAYLOAD_SIZE_MAX, by default 16 MB. */
const PAYLOAD_LIMIT = 16 * 1024 * 1024;

/** Bytes of a request's body, with n8n's limit (cli/middlewares/body-parser.js). */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		const bytes = chunk as Buffer;
		size += bytes.length;
		if (size <= PAYLOAD_LIMIT) chunks.push(bytes);
	}
	if (size > PAYLOAD_LIMIT) throw Object.assign(new Error('request entity too large'), { type: 'entity.too.large' });
	return Buffer.concat(chunks);
}

/** The request as n8n gives it to a node: query, body when n8n parses it, and the reader of the raw bytes. */
export function asN8nRequest(request: IncomingMessage): IncomingMessage & { body?: unknown } {
	const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
	return Object.assign(request, {
		query: Object.fromEntries(searchParams),
		params: {},
		readRawBody: async () => {
			const bytes = await readBytes(request);
			// n8n leaves rawBody unset when nothing was sent.
			if (bytes.length > 0) request.rawBody = bytes;
		},
	});
}

/** Express's answer methods that the trigger uses. */
export function asExpressResponse(response: ServerResponse): ServerResponse & Record<string, unknown> {
	const extended = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return extended;
		},
		send(body: string) {
			response.end(body);
			return extended;
		},
	});
	return extended as unknown as ServerResponse & Record<string, unknown>;
}
