import { Agent } from 'node:http';
import { SEED, type Counters } from '../src';
import { BEN, expectRefusal, NUMBER, SECOND_NUMBER, useBench, type GraphBody } from './support/bench';
import { many } from './support/limits';
import { until } from './support/until';

const bench = useBench();
const text = { text: { body: 'a' } };
const START = Date.parse('2027-01-02T03:04:05Z');
const settings = (values: object) => bench.current.control.post('/settings', values);
const at = (milliseconds: number) =>
	bench.current.control.post('/clock', { now: new Date(START + milliseconds).toISOString() });
const counters = async () => (await bench.current.control.get<Counters>('/counters')).data;

describe('throughput of a number', () => {
	test('130429 for one message too many in a second; another number and the next second are free', async () => {
		await settings({ throughputPerSecond: 3 });
		for (const moment of [0, 200, 400]) {
			await at(moment);
			await bench.current.sent(text);
		}
		await at(600);
		expectRefusal(await bench.current.send(text), { code: 130429, details: '3 messages per second' });
		await bench.current.sent(text, SECOND_NUMBER);
		await at(1400);
		await bench.current.sent(text);
	});

	test('what customers write counts, what is refused does not', async () => {
		await settings({ throughputPerSecond: 2 });
		await at(0);
		await bench.current.write();
		await at(200);
		expectRefusal(await bench.current.send({ text: {} }), { code: 131008 });
		await at(400);
		await bench.current.sent(text);
		await at(600);
		expectRefusal(await bench.current.send(text), { code: 130429 });
	});
});

describe('messages to one user', () => {
	test('45 go at once, the 46th does not, and nothing until all have had their 6 seconds', async () => {
		await settings({ pairLimit: true });
		await at(0);
		for (let sent = 0; sent < 45; sent += 1) await bench.current.sent(text);
		await at(3000);
		expectRefusal(await bench.current.send(text), { code: 131056 });
		expect((await bench.current.send({ ...text, to: `+${BEN}` })).status).toBe(200);
		expect((await bench.current.send(text, SECOND_NUMBER)).status).toBe(200);
		await at(45 * 6000 - 1000);
		expectRefusal(await bench.current.send(text), { code: 131056 });
		await at(45 * 6000 + 1000);
		await bench.current.sent(text);
	});

	test('one after the burst has to wait its turn, by phone and by BSUID alike', async () => {
		await settings({ pairLimit: true });
		await at(0);
		await bench.current.sent(text);
		await at(7000);
		await bench.current.sent(text);
		await bench.current.sent(text);
		await at(14_000);
		const byUserId = { ...text, to: undefined, recipient: SEED.customers[0]?.userId };
		expectRefusal(await bench.current.send(byUserId), { code: 131056 });
		await at(20_000);
		expect((await bench.current.send(byUserId)).status).toBe(200);
	});
});

describe('management calls', () => {
	const list = () => bench.current.graph.get<GraphBody>(`/${SEED.wabaId}/message_templates`);
	const usage = (headers: object) =>
		(JSON.parse((headers as Record<string, string>)['x-business-use-case-usage'] ?? '{}') as Record<string, object[]>)[
			SEED.wabaId
		]?.[0];

	test('80007 when the hour’s calls are used up, with the minutes until there is room', async () => {
		expect((await list()).headers).not.toHaveProperty('x-business-use-case-usage');
		await settings({ wabaCallsPerHour: 2 });
		await at(0);
		expect(usage((await list()).headers)).toMatchObject({ call_count: 50, estimated_time_to_regain_access: 0 });
		expect((await list()).status).toBe(200);
		const refused = await list();
		expectRefusal(refused, { code: 80007, details: '2 per hour' });
		expect(usage(refused.headers)).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 60 });
		await bench.current.sent(text);
		await at(3_601_000);
		expect((await list()).status).toBe(200);
	});
});

describe('counters', () => {
	test('calls, connections, bytes, uploads, messages and refusals; reset', async () => {
		const { current } = bench;
		const httpAgent = new Agent({ keepAlive: true, maxSockets: 1 });
		const body = { messaging_product: 'whatsapp', to: '+15550123456', text: { body: 'ä' } };
		await Promise.all(many(4, () => current.graph.post(`/${NUMBER}/messages`, body, { httpAgent })));
		expectRefusal(await current.graph.post<GraphBody>(`/${NUMBER}/messages`, { ...body, text: {} }, { httpAgent }), {
			code: 131008,
		});
		const size = Buffer.byteLength(JSON.stringify(body));
		const now = await counters();
		expect(now).toMatchObject({ calls: 5, connections: 1, messagesAccepted: 4, refusedByCode: { 131008: 1 } });
		expect(now.bytesIn).toBeGreaterThan(4 * size);
		expect(now.bytesOut).toBeGreaterThan(400);
		httpAgent.destroy();
		await current.upload({ bytes: new Uint8Array(5000), type: 'image/png' });
		const later = await counters();
		expect(later).toMatchObject({ calls: 6, connections: 2, uploads: 1 });
		expect(later.bytesIn - now.bytesIn).toBeGreaterThanOrEqual(5000);
		expect((await current.control.delete<Counters>('/counters')).data).toEqual({
			calls: 0,
			inFlight: 0,
			maxInFlight: 0,
			connections: 0,
			bytesIn: 0,
			bytesOut: 0,
			uploads: 0,
			messagesAccepted: 0,
			refusedByCode: {},
		});
	});

	test('calls under way at once', async () => {
		await settings({ latencyMs: 500 });
		await Promise.all(many(6, () => bench.current.sent(text)));
		expect(await counters()).toMatchObject({ calls: 6, inFlight: 0, maxInFlight: 6 });
	});

	test('faults count by their code', async () => {
		await bench.current.control.post('/faults', { times: 2, httpStatus: 503, code: 2 });
		await bench.current.send(text);
		await bench.current.send(text);
		expect(await counters()).toMatchObject({ messagesAccepted: 0, refusedByCode: { 2: 2 } });
	});
});

describe('the line', () => {
	test('holds a call back for as long as its bytes take', async () => {
		await settings({ bytesPerSecond: 1 });
		const abort = new AbortController();
		const body = { messaging_product: 'whatsapp', to: '+15550123456', ...text };
		const call = bench.current.graph.post(`/${NUMBER}/messages`, body, { signal: abort.signal });
		await until('the call', async () => (await counters()).inFlight === 1);
		expect(await counters()).toMatchObject({ messagesAccepted: 0 });
		abort.abort();
		await expect(call).rejects.toThrow('canceled');
		await until('its end', async () => (await counters()).inFlight === 0);
	});

	test('carries files both ways, byte by byte', async () => {
		await settings({ bytesPerSecond: 20_000_000 });
		const bytes = Buffer.from(many(300_000, (index) => index % 251));
		const { data } = await bench.current.upload({ bytes, type: 'image/png' });
		const { url } = (await bench.current.graph.get<{ url: string }>(`/${data.id}`)).data;
		const file = await bench.current.graph.get<Buffer>(url, { responseType: 'arraybuffer' });
		expect(file.data.equals(bytes)).toBe(true);
		expect(file.headers['content-length']).toBe('300000');
	});
});

describe('faults', () => {
	test('afterBytes ends the connection in the middle of a body, and nothing of it counts', async () => {
		const { current } = bench;
		await current.control.post('/faults', { times: 1, path: '/media', afterBytes: 100_000 });
		const bytes = new Uint8Array(4_000_000);
		await expect(current.upload({ bytes, type: 'image/png' })).rejects.toThrow(/hang up|ECONNRESET|EPIPE/);
		const { data } = await current.control.get<Array<{ status: number; bytes: number }>>('/requests');
		expect(data).toMatchObject([{ status: 0, bytes: 100_000 }]);
		expect(await counters()).toMatchObject({ uploads: 0, bytesIn: 100_000 });
	});

	test('of a resumable upload, what came before the end is kept', async () => {
		const { current } = bench;
		const params = { file_length: 3_000_000, file_type: 'video/mp4' };
		const { id } = (await current.graph.post<GraphBody>(`/${SEED.appId}/uploads`, undefined, { params })).data;
		await current.control.post('/faults', { times: 1, path: 'upload:', afterBytes: 70_000 });
		const send = (bytes: Buffer, offset: number) =>
			current.graph.post(`/${id}`, bytes, { headers: { 'Content-Type': 'video/mp4', file_offset: String(offset) } });
		const file = Buffer.alloc(3_000_000, 7);
		await expect(send(file, 0)).rejects.toThrow(/hang up|ECONNRESET|EPIPE/);
		expect((await current.graph.get(`/${id}`)).data).toMatchObject({ file_offset: 70_000 });
		expect((await send(file.subarray(70_000), 70_000)).data).toEqual({ h: expect.stringMatching(/^4::/) });
		expect(await counters()).toMatchObject({ uploads: 1 });
	});

	test('headers go out with the answer', async () => {
		await bench.current.control.post('/faults', { code: 4, headers: { 'Retry-After': '7' } });
		const answer = await bench.current.send(text);
		expectRefusal(answer, { code: 4 });
		expect(answer.headers['retry-after']).toBe('7');
	});
});
