import { type IncomingMessage, createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What a server answers; an object is sent as JSON, a text as HTML. */
export interface Answer {
	status?: number;
	body: object | string;
	headers?: Record<string, string>;
}

/** A server that is not the n8n that we want. */
export interface StandIn {
	url: string;
	/** Paths that were asked for, with their query. */
	asked: string[];
	close(): Promise<void>;
}

/** Starts a server on a free port of the loopback interface. */
export async function startStandIn(answer: (request: IncomingMessage) => Answer): Promise<StandIn> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		const { status = 200, body, headers } = answer(request);
		const type = typeof body === 'string' ? 'text/html' : 'application/json';
		response.writeHead(status, { 'content-type': type, ...headers });
		response.end(typeof body === 'string' ? body : JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

/** The start page of an n8n of that version. */
export function startPage(version: string): string {
	const config = Buffer.from(JSON.stringify({ dsn: '', release: `n8n@${version}` })).toString('base64');
	return `<html><meta name="n8n:config:sentry" content="${config}"></html>`;
}
