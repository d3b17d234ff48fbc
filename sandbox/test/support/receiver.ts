import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './until';

/** A POST as it came in. */
export interface Received {
	bytes: Buffer;
	headers: IncomingHttpHeaders;
	json: WebhookBody;
}

/** As much of a webhook body as the tests look at. */
export interface WebhookBody {
	object?: string;
	entry?: Array<{ id: string; time?: number; changes: Array<{ field: string; value: WebhookValue }> }>;
}

interface WebhookValue extends Record<string, unknown> {
	contacts?: Array<Record<string, unknown>>;
	messages?: Array<Record<string, unknown> & { id: string; type: string }>;
	statuses?: Array<
		Record<string, unknown> & {
			id: string;
			status: string;
			timestamp: string;
			errors?: Array<{ code: number; title: string; error_data: { details: string } }>;
		}
	>;
	user_preferences?: Array<Record<string, unknown>>;
}

/** A program under Meta's webhooks: answers the challenge, keeps what is posted. */
export interface Receiver {
	url: string;
	received: Received[];
	/** Queries of the handshakes. */
	challenges: Array<Record<string, string>>;
	/** What the next POSTs answer; 200 when there is none left. */
	answers: number[];
	/** Turns the answer to the challenge into something else. */
	echo: (challenge: string) => { status: number; text: string };
	/** The values that came so far under a field. */
	values(field?: string): WebhookValue[];
	/** The statuses that came so far for a message, oldest first. */
	statuses(messageId: string): string[];
	/** Waits for a status of a message. */
	status(messageId: string, status: string): Promise<NonNullable<WebhookValue['statuses']>[number]>;
	close(): Promise<void>;
}

/** The JSON of a body, or an empty object for what is none. */
function parse(text: string): WebhookBody {
	try {
		return JSON.parse(text) as WebhookBody;
	} catch {
		return {};
	}
}

export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const challenges: Array<Record<string, string>> = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.method === 'GET') {
				const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams.entries());
				challenges.push(query);
				const { status, text } = receiver.echo(query['hub.challenge'] ?? '');
				response.writeHead(status).end(text);
				return;
			}
			const bytes = Buffer.concat(chunks);
			received.push({ bytes, headers: request.headers, json: parse(bytes.toString('utf8')) });
			response.writeHead(receiver.answers.shift() ?? 200).end('ok');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const values = (field?: string) =>
		received
			.flatMap(({ json }) => json.entry ?? [])
			.flatMap(({ changes }) => changes)
			.filter((change) => field === undefined || change.field === field)
			.map(({ value }) => value);
	const statusesOf = (messageId: string) =>
		values('messages')
			.flatMap(({ statuses = [] }) => statuses)
			.filter(({ id }) => id === messageId);
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		challenges,
		answers: [],
		echo: (challenge) => ({ status: 200, text: challenge }),
		values,
		statuses: (messageId) => statusesOf(messageId).map(({ status }) => status),
		status: (messageId, status) =>
			until(`${status} of ${messageId}`, () => statusesOf(messageId).find((each) => each.status === status)),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return receiver;
}
