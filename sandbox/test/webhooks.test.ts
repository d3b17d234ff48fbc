import { createHmac } from 'node:crypto';
import { SEED } from '../src';
import { ANA, BEN, Bench, expectRefusal, NUMBER, useBench, type GraphBody } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const text = { type: 'text', text: { body: 'hi' } };
interface Delivery {
	status: number;
	attempt: number;
	url: string;
	body: unknown;
	error?: string;
}
const deliveries = async () => (await bench.current.control.get<Delivery[]>('/deliveries')).data;
const posts = (count: number) => until(`${count} posts`, () => bench.current.receiver.received.length >= count);

describe('subscriptions', () => {
	const path = `/${SEED.appId}/subscriptions`;
	const subscription = (extra: object = {}) => ({
		object: 'whatsapp_business_account',
		callback_url: bench.current.receiver.url,
		verify_token: 'verify-me',
		fields: 'messages',
		...extra,
	});

	test('verifies the callback, lists the subscription, removes fields and all of it', async () => {
		expect(
			(await bench.current.asApp('POST', path, subscription({ fields: 'messages,user_preferences' }))).data,
		).toEqual({ success: true });
		expect(bench.current.receiver.challenges).toEqual([
			{ 'hub.mode': 'subscribe', 'hub.challenge': expect.stringMatching(/^\d+$/), 'hub.verify_token': 'verify-me' },
		]);
		const listed = async () => (await bench.current.asApp('GET', path)).data.data;
		expect(await listed()).toEqual([
			{
				object: 'whatsapp_business_account',
				callback_url: bench.current.receiver.url,
				active: true,
				fields: [
					{ name: 'messages', version: 'v25.0' },
					{ name: 'user_preferences', version: 'v25.0' },
				],
			},
		]);
		await bench.current.asApp('DELETE', path, { object: 'whatsapp_business_account', fields: 'messages' });
		expect((await listed())[0]?.fields).toEqual([{ name: 'user_preferences', version: 'v25.0' }]);
		await bench.current.asApp('DELETE', path);
		expect(await listed()).toEqual([]);
	});

	test.each([
		['answers 403', (challenge: string) => ({ status: 403, text: challenge })],
		['answers something else', () => ({ status: 200, text: 'hello' })],
		['wraps the challenge', (challenge: string) => ({ status: 200, text: `{"challenge":"${challenge}"}` })],
	])('2200 when the callback %s; nothing is subscribed', async (_name, echo) => {
		bench.current.receiver.echo = echo;
		expectRefusal(await bench.current.asApp('POST', path, subscription()), { code: 2200 });
		expect((await bench.current.asApp('GET', path)).data.data).toEqual([]);
	});

	test('2200 when nobody listens there', async () => {
		const answer = await bench.current.asApp('POST', path, subscription({ callback_url: 'http://127.0.0.1:9/hook' }));
		expectRefusal(answer, { code: 2200 });
	});

	test('15 with a user token, 100 for what is missing or unknown', async () => {
		expectRefusal(await bench.current.graph.post(path, subscription()), { code: 15 });
		expectRefusal(await bench.current.asApp('POST', path, subscription({ object: 'page' })), {
			code: 100,
			details: 'object',
		});
		expectRefusal(await bench.current.asApp('POST', path, subscription({ callback_url: 'nowhere' })), {
			code: 100,
			details: 'callback_url',
		});
		expectRefusal(await bench.current.asApp('POST', path, subscription({ verify_token: undefined })), {
			code: 100,
			details: 'verify_token',
		});
		expectRefusal(await bench.current.asApp('POST', path, subscription({ fields: 'gossip' })), {
			code: 100,
			details: 'gossip',
		});
		expectRefusal(await bench.current.asApp('POST', path, subscription({ fields: undefined })), {
			code: 100,
			details: 'fields',
		});
	});

	test('nothing goes out unless the field is subscribed and the WABA lists the app', async () => {
		const { graph } = bench.current;
		const apps = `/${SEED.wabaId}/subscribed_apps`;
		await bench.current.subscribe('user_preferences');
		await bench.current.write();
		await bench.current.asApp('POST', path, subscription());
		await graph.delete(apps);
		await bench.current.write();
		expect((await graph.get<GraphBody>(apps)).data.data).toEqual([]);
		await graph.post(apps);
		expect((await graph.get<GraphBody>(apps)).data.data).toMatchObject([
			{ whatsapp_business_api_data: { id: SEED.appId } },
		]);
		const heard = await bench.current.write(ANA, 'now');
		await posts(1);
		expect(
			bench.current.receiver.values('messages').flatMap(({ messages = [] }) => messages.map(({ id }) => id)),
		).toEqual([heard.id]);
	});
});

describe('bytes', () => {
	beforeEach(() => bench.current.subscribe());

	test('are signed with the app secret, with slashes and everything outside ASCII escaped', async () => {
		await bench.current.write('491713920001', 'Größe 50/50 😀');
		await posts(1);
		const [post] = bench.current.receiver.received;
		const expected = createHmac('sha256', 'sandbox-app-secret')
			.update(post?.bytes ?? '')
			.digest('hex');
		expect(post?.headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
		expect(post?.headers['content-type']).toBe('application/json');
		const raw = post?.bytes.toString('latin1');
		expect(raw).toContain('"body":"Gr\\u00f6\\u00dfe 50\\/50 \\ud83d\\ude00"');
		expect(raw).toContain('"name":"J\\u00f6rg Beispiel"');
		expect(raw).not.toMatch(/[^\x20-\x7e]/);
		expect(post?.json.entry?.[0]?.changes[0]?.value.messages?.[0]).toMatchObject({ text: { body: 'Größe 50/50 😀' } });
	});

	test('deliver sends any body, signed rightly, wrongly or not at all', async () => {
		const deliver = (body: object) => bench.current.control.post<{ status: number; text: string }>('/deliver', body);
		expect((await deliver({ raw: '{broken' })).data).toEqual({ status: 200, text: 'ok' });
		await deliver({ body: { object: 'page' }, signature: 'wrong' });
		await deliver({ raw: '', signature: 'none' });
		const [broken, wrong, empty] = bench.current.receiver.received;
		const sign = (bytes: Buffer | undefined) =>
			`sha256=${createHmac('sha256', SEED.appSecret)
				.update(bytes ?? '')
				.digest('hex')}`;
		expect(broken?.bytes.toString()).toBe('{broken');
		expect(broken?.headers['x-hub-signature-256']).toBe(sign(broken?.bytes));
		expect(wrong?.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
		expect(wrong?.headers['x-hub-signature-256']).not.toBe(sign(wrong?.bytes));
		expect(empty?.bytes).toHaveLength(0);
		expect(empty?.headers).not.toHaveProperty('x-hub-signature-256');
		const unheard = await deliver({ raw: 'a', url: 'http://127.0.0.1:9/' });
		expect(unheard.data.status).toBe(0);
	});
});

describe('statuses', () => {
	beforeEach(async () => {
		await bench.current.subscribe();
		await bench.current.write();
	});

	test('sent, then delivered, each in its own post; read when the customer looks', async () => {
		const id = await bench.current.sent({ ...text, biz_opaque_callback_data: 'order-7' });
		const delivered = await bench.current.receiver.status(id, 'delivered');
		expect(delivered).toMatchObject({
			recipient_id: ANA,
			biz_opaque_callback_data: 'order-7',
			pricing: { category: 'service' },
		});
		const { data } = await bench.current.control.post(`/phones/${ANA}/read`, { messageId: id });
		expect(data).toEqual({ read: [id] });
		await bench.current.receiver.status(id, 'read');
		expect(bench.current.receiver.statuses(id)).toEqual(['sent', 'delivered', 'read']);
		const sizes = bench.current.receiver
			.values('messages')
			.map(({ statuses = [], messages = [] }) => statuses.length + messages.length);
		expect(new Set(sizes)).toEqual(new Set([1]));
		expect((await bench.current.control.post(`/phones/${ANA}/read`)).data).toEqual({ read: [] });
	});

	test('autoRead adds read, autoDeliver off stops at sent', async () => {
		await bench.current.control.post('/settings', { autoRead: true });
		const looked = await bench.current.sent(text);
		await bench.current.receiver.status(looked, 'read');
		await bench.current.control.post('/settings', { autoDeliver: false });
		const waiting = await bench.current.sent(text);
		await bench.current.receiver.status(waiting, 'sent');
		expect((await bench.current.shown()).at(-1)).toMatchObject({ id: waiting, status: 'sent' });
		expect(bench.current.receiver.statuses(looked)).toEqual(['sent', 'delivered', 'read']);
	});

	test('timestamps follow the sandbox clock', async () => {
		await bench.current.control.post('/clock', { now: '2027-01-02T03:04:05Z' });
		await bench.current.write();
		const id = await bench.current.sent(text);
		const status = await bench.current.receiver.status(id, 'sent');
		const seconds = Number(status.timestamp) - Date.parse('2027-01-02T03:04:05Z') / 1000;
		expect(seconds).toBeGreaterThanOrEqual(0);
		expect(seconds).toBeLessThan(60);
	});

	test('the order per message holds over many messages', async () => {
		const ids: string[] = [];
		for (let index = 0; index < 20; index += 1) ids.push(await bench.current.sent(text));
		for (const id of ids) await bench.current.receiver.status(id, 'delivered');
		const seen = bench.current.receiver
			.values('messages')
			.flatMap(({ statuses = [] }) => statuses.map(({ id, status }) => `${id} ${status}`));
		for (const id of ids) expect(seen.filter((each) => each.startsWith(id))).toEqual([`${id} sent`, `${id} delivered`]);
	});
});

describe('retries', () => {
	beforeEach(async () => {
		await bench.current.subscribe();
		await bench.current.control.post('/settings', { retryDelayMs: 5 });
	});

	test('until the callback answers 200, with the same bytes and signature', async () => {
		bench.current.receiver.answers = [500, 404];
		await bench.current.write();
		await posts(3);
		const log = await until('the log', async () => {
			const entries = await deliveries();
			return entries.length === 3 && entries;
		});
		expect(log.map(({ status, attempt }) => [status, attempt])).toEqual([
			[500, 1],
			[404, 2],
			[200, 3],
		]);
		const [first, , third] = bench.current.receiver.received;
		expect(third?.bytes).toEqual(first?.bytes);
		expect(third?.headers['x-hub-signature-256']).toBe(first?.headers['x-hub-signature-256']);
	});

	test('five attempts at most; the status of 204 is no 200', async () => {
		bench.current.receiver.answers = [204, 204, 204, 204, 204, 204];
		await bench.current.write();
		const log = await until('five attempts', async () => {
			const entries = await deliveries();
			return entries.length >= 5 && entries;
		});
		expect(log.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
		const next = await bench.current.write(BEN);
		await until('the next message', () =>
			bench.current.receiver.values('messages').some(({ messages = [] }) => messages.some(({ id }) => id === next.id)),
		);
		expect((await deliveries()).filter(({ attempt }) => attempt > 5)).toEqual([]);
	});

	test('a callback that is not there is logged with the reason and retried', async () => {
		const other = await Bench.start();
		await other.subscribe();
		await other.control.post('/settings', { retryDelayMs: 5 });
		await other.receiver.close();
		await other.write();
		const log = await until('five attempts', async () => {
			const { data } = await other.control.get<Delivery[]>('/deliveries');
			return data.length === 5 && data;
		});
		expect(log.map(({ status, attempt }) => [status, attempt])).toEqual([1, 2, 3, 4, 5].map((attempt) => [0, attempt]));
		expect(log[4]?.error).toContain('ECONNREFUSED');
		await other.stop();
	});
});

test('a stop and a resume reach the app under their own field', async () => {
	const { control, receiver } = bench.current;
	await bench.current.subscribe('user_preferences');
	await control.post(`/phones/${ANA}/preference`, { value: 'stop' });
	await control.post(`/phones/${ANA}/preference`, { value: 'resume' });
	await until('both', () => receiver.values('user_preferences').length === 2);
	const values = receiver.values('user_preferences').flatMap(({ user_preferences = [] }) => user_preferences);
	expect(values.map(({ value, category, wa_id: waId }) => [value, category, waId])).toEqual([
		['stop', 'marketing_messages', ANA],
		['resume', 'marketing_messages', ANA],
	]);
	expect(receiver.values('user_preferences')[0]).toMatchObject({ metadata: { phone_number_id: NUMBER } });
});
