import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { Agent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axios from 'axios';
import { SEED, startSandbox } from '../src';
import { BEN, NUMBER, useBench, type GraphBody } from './support/bench';
import type { WebhookBody } from './support/receiver';
import { many } from './support/limits';
import { until } from './support/until';

const bench = useBench();
const text = { text: { body: 'a' } };
const headers = { Authorization: `Bearer ${SEED.accessToken}` };
const message = { messaging_product: 'whatsapp', to: '+15550123456', ...text };

describe('statuses', () => {
	test('autoStatus off: an accepted message stays so', async () => {
		await bench.current.subscribe();
		await bench.current.write();
		await bench.current.control.post('/settings', { autoStatus: false });
		await bench.current.sent(text);
		await bench.current.control.post('/settings', { autoStatus: true });
		const later = await bench.current.sent(text);
		await bench.current.receiver.status(later, 'delivered');
		expect((await bench.current.shown()).slice(1).map(({ status }) => status)).toEqual(['accepted', 'delivered']);
		expect(bench.current.receiver.values('messages').flatMap(({ statuses = [] }) => statuses)).toHaveLength(2);
	});
});

describe('webhooks of different messages', () => {
	const waiting: ServerResponse[] = [];
	const order: string[] = [];
	let most = 0;
	/** Keeps every POST waiting until it is let go. */
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const query = new URL(request.url ?? '', 'http://localhost').searchParams;
			if (request.method === 'GET') return response.end(query.get('hub.challenge'));
			const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as WebhookBody;
			const [status] = body.entry?.[0]?.changes[0]?.value.statuses ?? [];
			order.push(`${status?.id} ${status?.status}`);
			waiting.push(response);
			most = Math.max(most, waiting.length);
			return undefined;
		});
	});
	beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
	afterAll(() => {
		server.close();
		server.closeAllConnections();
	});

	test('go out beside each other, so many at once, and those of one message in order', async () => {
		const { current } = bench;
		await current.write();
		await current.write(BEN);
		const answer = await current.asApp('POST', `/${SEED.appId}/subscriptions`, {
			object: 'whatsapp_business_account',
			callback_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
			verify_token: 'v',
			fields: 'messages',
		});
		expect(answer.status).toBe(200);
		await current.graph.post(`/${SEED.wabaId}/subscribed_apps`);
		await current.control.post('/settings', { deliveryConcurrency: 3 });
		const ids = await Promise.all(many(6, (i) => current.sent({ ...text, to: `+${i % 2 ? BEN : '15550123456'}` })));
		await until('three at once', () => waiting.length === 3);
		for (let answered = 0; answered < 12; answered += 1) {
			await until('a webhook', () => waiting.length > 0);
			waiting.shift()?.end('ok');
		}
		expect(most).toBe(3);
		expect(order).toHaveLength(12);
		for (const id of ids)
			expect(order.filter((each) => each.startsWith(id))).toEqual([`${id} sent`, `${id} delivered`]);
	});
});

test('log off: calls are served and not kept, after a reset too', async () => {
	const quiet = await startSandbox({ log: false });
	try {
		const log = async () => (await axios.get<unknown[]>(`${quiet.url}/_control/requests`)).data;
		const send = () => axios.post(`${quiet.url}/v25.0/${NUMBER}/messages`, message, { headers });
		expect((await send()).status).toBe(200);
		expect(await log()).toEqual([]);
		await axios.post(`${quiet.url}/_control/reset`);
		await send();
		expect(await log()).toEqual([]);
		await axios.post(`${quiet.url}/_control/settings`, { log: true });
		await send();
		expect(await log()).toHaveLength(1);
	} finally {
		await quiet.close();
	}
});

test('with a key and a certificate it speaks TLS, and its links begin as it was called', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'sandbox-tls-'));
	const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const names = ['-subj', '/CN=graph.facebook.com', '-addext', 'subjectAltName=DNS:graph.facebook.com,DNS:localhost'];
	const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
	await promisify(execFile)('openssl', [...made, ...names, '-keyout', keyFile, '-out', certFile]);
	const cert = await readFile(certFile);
	const secure = await startSandbox({ tls: { key: await readFile(keyFile), cert } });
	const httpsAgent = new Agent({ ca: cert });
	try {
		expect(secure.url).toBe(`https://127.0.0.1:${secure.port}`);
		const client = axios.create({ baseURL: `https://localhost:${secure.port}/v25.0`, headers, httpsAgent });
		expect((await client.post<GraphBody>(`/${NUMBER}/messages`, message)).status).toBe(200);
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('file', new Blob(['%PDF'], { type: 'application/pdf' }), 'a.pdf');
		const { id } = (await client.post<GraphBody>(`/${NUMBER}/media`, form)).data;
		const { url } = (await client.get<{ url: string }>(`/${id}`)).data;
		expect(url).toMatch(`https://localhost:${secure.port}/_media/${id}`);
		expect((await client.get<string>(url)).data).toBe('%PDF');
	} finally {
		httpsAgent.destroy();
		await secure.close();
		await rm(folder, { recursive: true });
	}
});
