import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What this n8n answers to whoever resumes an execution. */
export interface ResumeReply {
	status: number;
	body: object | string;
}

export const ACCEPTED: ResumeReply = { status: 200, body: { accepted: true } };

/** A page for people: nothing waits there any more. */
export const PAGE: ResumeReply = { status: 200, body: '<html>No action required</html>' };

export const RUNNING: ResumeReply = { status: 409, body: { code: 409, message: 'The execution "48213" is running already.' } };

export const TAKEN: ResumeReply = { status: 500, body: { code: 0, message: 'There was a problem executing the workflow' } };

/** A call of an execution that waits. */
export interface ResumeCall {
	url: string;
	body: { event?: { replyId?: string; status?: string; text?: string }; ending?: string; misses?: number };
}

/** Stands where this n8n takes answers for waiting executions, and where Meta takes messages. */
export interface OtherServers {
	url: string;
	/** Answers to come; the last one stays. */
	answers: ResumeReply[];
	calls: ResumeCall[];
	messages: Array<{ to: string; text: { body: string }; context: { message_id: string } }>;
	close(): Promise<void>;
}

/** Starts both on one free port. */
export async function startOtherServers(): Promise<OtherServers> {
	const seen: Pick<OtherServers, 'answers' | 'calls' | 'messages'> = { answers: [ACCEPTED], calls: [], messages: [] };
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
			if (request.url?.endsWith('/messages')) {
				seen.messages.push(body as OtherServers['messages'][number]);
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify({ messages: [{ id: 'wamid.late' }] }));
				return;
			}
			seen.calls.push({ url: request.url ?? '', body: body as ResumeCall['body'] });
			const answer = seen.answers.length > 1 ? seen.answers.shift() : seen.answers[0];
			const isText = typeof answer?.body === 'string';
			response.writeHead(answer?.status ?? 500, { 'content-type': isText ? 'text/html' : 'application/json' });
			response.end(isText ? answer.body : JSON.stringify(answer?.body));
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		...seen,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
