import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The parts of Express's request and response that n8n hands to a node's webhook(). */
export interface WebhookRequest extends IncomingMessage {
	rawBody: Buffer;
	body: unknown;
	query: Record<string, string>;
	path: string;
}

export interface WebhookResponse extends ServerResponse {
	status(code: number): this;
	json(value: unknown): this;
	send(value?: unknown): this;
}

/** One HTTP request to the node's webhook. */
export interface HttpCall {
	method?: string;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	/** The exact bytes. */
	rawBody?: Buffer | string;
	/** Sent as JSON when there is no `rawBody`. */
	body?: unknown;
}

/** What the caller of the webhook got. */
export interface HttpAnswer {
	status: number;
	headers: Record<string, string>;
	/** Parsed when the answer is JSON, else its text. */
	body: unknown;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

function parsedBody(headers: IncomingHttpHeaders, rawBody: Buffer): unknown {
	const type = headers['content-type'] ?? '';
	if (rawBody.length === 0) return {};
	if (type.startsWith('application/json')) return JSON.parse(rawBody.toString('utf8'));
	if (type.startsWith('application/x-www-form-urlencoded')) {
		return Object.fromEntries(new URLSearchParams(rawBody.toString('utf8')));
	}
	return type.startsWith('text/plain') ? rawBody.toString('utf8') : {};
}

/**
 * The request as n8n's server hands it to a node (cli/middlewares/body-parser.js): parsed body, raw bytes, query.
 *
 * @throws SyntaxError when a body that claims to be JSON is not
 */
async function expressRequest(request: IncomingMessage): Promise<WebhookRequest> {
	const rawBody = await bytesOf(request);
	const { searchParams, pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
	const contentType = request.headers['content-type']?.split(';')[0]?.trim();
	return Object.assign(request, {
		rawBody,
		readRawBody: async () => {},
		body: parsedBody(request.headers, rawBody),
		query: Object.fromEntries(searchParams),
		params: {},
		path: pathname,
		originalUrl: request.url,
		contentType,
		header: (name: string) => request.headers[name.toLowerCase()],
		get: (name: string) => request.headers[name.toLowerCase()],
	});
}

/** Express's answer methods that nodes use: status, set/header, type, send, json, sendStatus, end. */
function expressResponse(response: ServerResponse): WebhookResponse {
	const extended = response as WebhookResponse;
	const set = (name: string, value: string) => extended.setHeader(name, value);
	const finish = (content: { type: string; body: string | Buffer }) => {
		if (!extended.hasHeader('content-type')) extended.setHeader('content-type', content.type);
		return extended.end(content.body);
	};
	return Object.assign(extended, {
		set,
		header: set,
		type: (type: string) => set('content-type', type.includes('/') ? type : `text/${type === 'txt' ? 'plain' : type}`),
		status(code: number) {
			extended.statusCode = code;
			return extended;
		},
		json: (value: unknown) => finish({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) }),
		send(value?: unknown) {
			if (Buffer.isBuffer(value)) return finish({ type: 'application/octet-stream', body: value });
			if (typeof value === 'object' && value !== null) return extended.json(value);
			return finish({ type: 'text/html; charset=utf-8', body: String(value ?? '') });
		},
		sendStatus: (code: number) => extended.status(code).send(String(code)),
	});
}

/** Serves `handle` on loopback for exactly one real HTTP request and gives back what its caller got. */
export async function callOverHttp(
	call: HttpCall,
	handle: (request: WebhookRequest, response: WebhookResponse) => Promise<void>,
): Promise<HttpAnswer> {
	const server = createServer((request, response) => {
		const express = expressResponse(response);
		expressRequest(request)
			.then(async (parsed) => await handle(parsed, express))
			.catch((error: unknown) => {
				// n8n answers malformed JSON itself, before the node is called.
				const status = error instanceof SyntaxError ? 422 : 500;
				if (!response.headersSent) express.status(status).json({ message: String(error) });
			});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	try {
		const { port } = server.address() as AddressInfo;
		const query = new URLSearchParams(call.query).toString();
		const method = call.method ?? (call.body === undefined && call.rawBody === undefined ? 'GET' : 'POST');
		const rawBody = call.rawBody ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
		const answer = await fetch(`http://127.0.0.1:${port}/webhook/harness${query === '' ? '' : `?${query}`}`, {
			method,
			headers: { ...(rawBody === undefined ? {} : { 'content-type': 'application/json' }), connection: 'close', ...call.headers },
			...(rawBody === undefined ? {} : { body: rawBody }),
		});
		const text = await answer.text();
		const headers: Record<string, string> = {};
		answer.headers.forEach((value, name) => {
			headers[name] = value;
		});
		const json = answer.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
		return {
			status: answer.status,
			headers,
			body: json ? (JSON.parse(text) as unknown) : text,
		};
	} finally {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	}
}
