import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { itemsOf, useSandbox } from './setup';

/** The switch of n8n's protection against internal addresses, in the copy that n8n-core uses. */
interface Protection {
	enabled: boolean;
}

const coreRequire = createRequire(require.resolve('n8n-core'));
const { Container } = coreRequire('@n8n/di') as { Container: { get(type: unknown): Protection } };
const { SsrfProtectionConfig } = coreRequire('@n8n/config') as { SsrfProtectionConfig: unknown };
const protection = Container.get(SsrfProtectionConfig);

const bench = useSandbox();

/** A server that answers every request as told, and keeps what it was asked. */
interface Listener {
	url: string;
	requests: string[];
	connections: number;
}

const servers: Server[] = [];

async function listen(answer: { status: number; body?: object; headers?: Record<string, string> }): Promise<Listener> {
	const listener: Listener = { url: '', requests: [], connections: 0 };
	const server = createServer((request, response) => {
		listener.requests.push(`${request.method} ${request.url}`);
		request.resume().once('end', () => {
			response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
			response.end(JSON.stringify(answer.body ?? {}));
		});
	});
	server.on('connection', () => listener.connections++);
	servers.push(server.listen(0, '127.0.0.1'));
	await once(server, 'listening');
	listener.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return listener;
}

afterEach(() => {
	protection.enabled = false;
	delete process.env.http_proxy;
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

const ACCEPTED = { status: 200, body: { contacts: [{ wa_id: '15550123456' }], messages: [{ id: 'wamid.1' }] } };

async function send(count: number, baseUrl: string) {
	const people = Array.from({ length: count }, (_, index) => ({ to: `+1555030${String(index).padStart(4, '0')}` }));
	return await bench.run({
		resource: 'message',
		operation: 'sendText',
		parameters: { to: '={{ $json.to }}', text: 'hello', options: { concurrency: 4, messagesPerMinute: 60_000 } },
		items: itemsOf(...people),
		credential: { baseUrl },
		onError: 'continueRegularOutput',
	});
}

test('connections are kept: few for many messages', async () => {
	const meta = await listen(ACCEPTED);
	await send(40, meta.url);
	expect(meta.requests).toHaveLength(40);
	expect(meta.connections).toBeLessThan(20);
});

test('where n8n has a proxy, messages go through it', async () => {
	const meta = await listen(ACCEPTED);
	const proxy = await listen(ACCEPTED);
	process.env.http_proxy = proxy.url;
	const { outputs } = await send(2, meta.url);
	expect(outputs[0]?.map(({ json }) => json.messageId)).toEqual(['wamid.1', 'wamid.1']);
	expect(proxy.requests).toHaveLength(2);
	expect(proxy.requests[0]).toMatch(new RegExp(`^POST ${meta.url}/v`));
	expect(meta.requests).toEqual([]);
});

test('where n8n protects internal addresses, none is reached', async () => {
	const meta = await listen(ACCEPTED);
	protection.enabled = true;
	const { outputs } = await send(1, meta.url);
	expect(outputs[0]?.[0]?.json.error).toEqual(expect.any(String));
	expect(meta.requests).toEqual([]);
});

test('a redirect is not followed with the token, and the outcome is unknown', async () => {
	const elsewhere = await listen(ACCEPTED);
	const meta = await listen({ status: 307, headers: { Location: `${elsewhere.url}/v1` } });
	const { outputs } = await send(1, meta.url);
	expect(outputs[0]?.[0]?.json.details).toMatchObject({ outcome: 'unknown' });
	expect(meta.requests).toHaveLength(1);
	expect(elsewhere.requests).toEqual([]);
});
