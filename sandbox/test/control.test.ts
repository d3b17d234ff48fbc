import { spawn } from 'node:child_process';
import { join } from 'node:path';
import axios from 'axios';
import { SEED, startSandbox } from '../src';
import { ANA, expectRefusal, NUMBER, useBench, Bench } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const text = { text: { body: 'hi' } };

/** Reads the event stream of a sandbox until the connection ends. */
async function follow(
	url: string,
): Promise<{ events: Array<{ name: string; data: Record<string, unknown> }>; ended: Promise<void> }> {
	const { data } = await axios.get<NodeJS.ReadableStream>(`${url}/_control/events`, { responseType: 'stream' });
	const events: Array<{ name: string; data: Record<string, unknown> }> = [];
	let rest = '';
	data.on('data', (chunk: Buffer) => {
		const blocks = (rest + chunk.toString()).split('\n\n');
		rest = blocks.pop() ?? '';
		for (const block of blocks) {
			const [, name, json] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
			if (name && json) events.push({ name, data: JSON.parse(json) });
		}
	});
	return { events, ended: new Promise((resolve) => data.once('close', resolve)) };
}

async function fill(current: Bench): Promise<void> {
	await current.subscribe();
	await current.template({
		name: 'a',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'a' }],
	});
	await current.upload({ bytes: Buffer.from('%PDF'), type: 'application/pdf' });
	await current.write();
	await current.control.post('/phones', { phone: '442079460000', name: 'Gwen' });
	await current.control.post('/faults', { code: 2 });
	await current.control.post('/settings', { autoRead: true });
	await current.control.post('/shop', { ordersUrl: 'http://127.0.0.1:9/' });
	await current.control.post('/clock', { now: '2030-01-01T00:00:00Z' });
}

describe('state', () => {
	test('reset forgets everything but the seed', async () => {
		const { control } = bench.current;
		const before = await Promise.all(
			['/phones', '/settings', '/shop', '/faults', '/requests', '/deliveries'].map(
				async (path) => (await control.get(path)).data,
			),
		);
		await fill(bench.current);
		await control.post('/reset');
		const after = await Promise.all(
			['/phones', '/settings', '/shop', '/faults', '/requests', '/deliveries'].map(
				async (path) => (await control.get(path)).data,
			),
		);
		expect(after).toEqual(before);
		expect(Math.abs(Date.parse((await control.get('/clock')).data.now) - Date.now())).toBeLessThan(60_000);
		expect((await bench.current.graph.get(`/${SEED.wabaId}/message_templates`)).data).toEqual({ data: [] });
		expect((await bench.current.asApp('GET', `/${SEED.appId}/subscriptions`)).data).toEqual({ data: [] });
		expect((await bench.current.graph.get(`/${SEED.wabaId}/subscribed_apps`)).data).toEqual({ data: [] });
	});

	test('seed, clock and settings are told; wrong input is refused by name', async () => {
		const { control } = bench.current;
		expect((await control.get('/seed')).data).toEqual(SEED);
		const set = await control.post('/clock', { now: '2027-03-01T00:00:00Z', advanceSeconds: 3600 });
		expect(set.data.now).toMatch(/^2027-03-01T01:00:0/);
		expect((await control.get('/settings')).data).toMatchObject({
			autoApprove: true,
			autoDeliver: true,
			autoRead: false,
			latencyMs: 0,
			retryDelayMs: 1000,
			allowList: null,
		});
		const wrong = await control.post('/settings', { latencyMs: -1 });
		expect([wrong.status, wrong.data.error.message]).toEqual([400, expect.stringContaining('latencyMs')]);
		expect((await control.post('/clock', { now: 'soon' })).status).toBe(400);
		expect(
			(await control.post('/settings', Buffer.from('{'), { headers: { 'Content-Type': 'application/json' } })).status,
		).toBe(400);
		expect((await control.get('/nothing')).status).toBe(404);
		expect((await control.post('/templates/1/review', { status: 'APPROVED' })).status).toBe(404);
	});

	test('two sandboxes in one process share nothing', async () => {
		const other = await startSandbox();
		await fill(bench.current);
		const { data } = await axios.get<unknown[]>(`${other.url}/_control/phones`);
		expect(data).toHaveLength(SEED.customers.length);
		expect((await axios.get(`${other.url}/_control/requests`)).data).toEqual([]);
		expect((await axios.get(`${other.url}/_control/clock`)).data.now).not.toMatch(/^2030/);
		await other.close();
	});

	test('numbers and the account are told by Graph', async () => {
		const { graph } = bench.current;
		const numbers = (await graph.get(`/${SEED.wabaId}/phone_numbers`)).data;
		expect(numbers.data).toHaveLength(2);
		expect(numbers.data[0]).toMatchObject({
			id: NUMBER,
			display_phone_number: '+1 555-010-0200',
			verified_name: 'Example Shop',
		});
		expect((await graph.get(`/${NUMBER}?fields=verified_name,throughput{level}`)).data).toEqual({
			id: NUMBER,
			verified_name: 'Example Shop',
			throughput: { level: 'STANDARD' },
		});
		expect((await graph.get(`/${SEED.wabaId}`)).data).toMatchObject({ id: SEED.wabaId, name: 'Example Shop' });
	});
});

describe('faults', () => {
	const fault = (body: object) => bench.current.control.post('/faults', body);

	test('so many matching calls fail as told, with the title of the code', async () => {
		await fault({ times: 2, path: '/messages', method: 'POST', code: 130429, details: 'slow down' });
		expect((await bench.current.graph.get(`/${NUMBER}`)).status).toBe(200);
		expectRefusal(await bench.current.send(text), { code: 130429, details: 'slow down' });
		const second = await bench.current.send(text);
		expect(second.data.error.message).toBe('(#130429) Rate limit hit (throughput)');
		expect((await bench.current.send(text)).status).toBe(200);
		expect(await bench.current.shown()).toHaveLength(1);
	});

	test('status, subcode, message and is_transient are as told', async () => {
		await fault({ httpStatus: 503, code: 2, subcode: 99, message: 'down', isTransient: true });
		const { status, data } = await bench.current.send(text);
		expect(status).toBe(503);
		expect(data.error).toMatchObject({ code: 2, error_subcode: 99, message: 'down', is_transient: true });
	});

	test('hangUp ends the connection before or after the call was processed', async () => {
		await fault({ hangUp: true });
		await expect(bench.current.send(text)).rejects.toThrow();
		expect(await bench.current.shown()).toHaveLength(0);
		await fault({ hangUp: true, afterProcessing: true });
		await expect(bench.current.send(text)).rejects.toThrow();
		expect(await bench.current.shown()).toHaveLength(1);
	});

	test('delayMs alone delays and lets pass: a later call is answered first', async () => {
		await fault({ delayMs: 300, path: '/messages' });
		const late = bench.current.send(text);
		await until('the fault to be taken', async () => (await bench.current.control.get('/faults')).data.length === 0);
		await bench.current.graph.get(`/${NUMBER}`);
		expect((await late).status).toBe(200);
		const { data } = await bench.current.control.get<Array<{ method: string }>>('/requests');
		expect(data.map(({ method }) => method)).toEqual(['GET', 'POST']);
	});

	test('are listed, withdrawn, and refused when senseless', async () => {
		await fault({ code: 2 });
		expect((await bench.current.control.get('/faults')).data).toEqual([{ times: 1, code: 2 }]);
		await bench.current.control.delete('/faults');
		expect((await bench.current.send(text)).status).toBe(200);
		expect((await fault({ times: 0 })).status).toBe(400);
	});
});

describe('the request log', () => {
	test('keeps what came and what was answered', async () => {
		await bench.current.send({ text: { body: 'hé' } });
		const { data } = await bench.current.control.get<unknown[]>('/requests');
		expect(data).toEqual([
			{
				id: expect.any(String),
				at: expect.stringMatching(/^\d{4}-.*Z$/),
				method: 'POST',
				path: `/v25.0/${NUMBER}/messages`,
				query: {},
				body: { messaging_product: 'whatsapp', to: `+${ANA}`, text: { body: 'hé' } },
				bytes: Buffer.byteLength(
					JSON.stringify({ messaging_product: 'whatsapp', to: `+${ANA}`, text: { body: 'hé' } }),
				),
				status: 200,
				response: expect.objectContaining({ messages: [{ id: expect.any(String) }] }),
			},
		]);
		await bench.current.control.delete('/requests');
		expect((await bench.current.control.get('/requests')).data).toEqual([]);
	});
});

describe('the event stream', () => {
	test('tells messages, statuses, deliveries and phones', async () => {
		const { events } = await follow(bench.current.sandbox.url);
		await bench.current.subscribe();
		const inbound = await bench.current.write();
		const id = await bench.current.sent(text);
		await bench.current.control.post(`/phones/${ANA}/preference`, { value: 'stop' });
		await until('delivered', () =>
			events.some(({ name, data }) => name === 'status' && data.messageId === id && data.status === 'delivered'),
		);
		await until('a delivery', () => events.some(({ name }) => name === 'delivery'));
		const messages = events.filter(({ name }) => name === 'message');
		expect(messages.map(({ data }) => data)).toMatchObject([
			{ key: ANA, message: { id: inbound.id, direction: 'inbound' } },
			{ key: ANA, message: { id, direction: 'outbound', body: 'hi' } },
		]);
		const phones = await until('phones', () => events.find(({ name }) => name === 'phones'));
		expect(phones.data).toMatchObject({ key: ANA, preference: 'stop' });
	});

	test('ends when the sandbox closes, with a retry still waiting', async () => {
		const other = await Bench.start();
		await other.subscribe();
		await other.control.post('/settings', { retryDelayMs: 600_000 });
		other.receiver.answers = [500];
		await other.write();
		await until('a failed delivery', async () => (await other.control.get<unknown[]>('/deliveries')).data.length === 1);
		const { ended } = await follow(other.sandbox.url);
		await other.stop();
		await ended;
		await expect(axios.get(`${other.sandbox.url}/_control/seed`)).rejects.toThrow();
		expect(other.receiver.received).toHaveLength(1);
	});
});

describe('the command', () => {
	test('prints one line, serves, and stops on SIGTERM', async () => {
		const cli = join(__dirname, '..', 'src', 'cli.ts');
		const child = spawn(process.execPath, ['--import', 'tsx', cli, '--port', '0'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let output = '';
		child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
		const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
		const url = await until('the line', () => /^sandbox listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(output)?.[1]);
		expect((await axios.get(`${url}/_control/seed`)).data).toEqual(SEED);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
	});
});
