import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { EXPECTED } from '../../core/webhook/expectedEvents';
import { startLiveTrigger, type LiveTrigger } from './liveTrigger';

const SHAPES = join(__dirname, '../../fixtures/webhookShapes');
const SECRET = 'example-app-secret';
const CREDENTIAL = {
	accessToken: 'example-access-token',
	wabaId: '900100200300400',
	appId: '600100200300400',
	appSecret: SECRET,
	verifyToken: 'example-verify-token',
};
const ALL_EVENTS = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];

let trigger: LiveTrigger;

async function start(parameters: INodeParameters = {}, credential: Record<string, string> | undefined = CREDENTIAL) {
	trigger = await startLiveTrigger({ credential, parameters });
	trigger.serve({ production: true, test: true });
}

afterEach(async () => {
	await trigger.close();
});

function sign(body: string | Buffer): string {
	return `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
}

async function post(
	body: string | Buffer,
	{ signature = sign(body), url = trigger.productionUrl }: { signature?: string | null; url?: string } = {},
): Promise<{ status: number; text: string }> {
	const headers: Record<string, string> = { 'content-type': 'application/json' };
	if (signature !== null) headers['x-hub-signature-256'] = signature;
	const answer = await fetch(url, { method: 'POST', headers, body });
	return { status: answer.status, text: await answer.text() };
}

async function get(query: Record<string, string>, url = trigger.productionUrl) {
	const answer = await fetch(`${url}?${new URLSearchParams(query).toString()}`);
	return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
}

const challenge = (token: string) => ({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token });
const shape = (name: string) => readFileSync(join(SHAPES, `${name}.json`), 'utf8');

function message(text: string, phoneNumberId = '700111222333444'): string {
	const value = {
		metadata: { phone_number_id: phoneNumberId },
		messages: [{ from: '15550123456', id: 'wamid.1', timestamp: '1794000000', type: 'text', text: { body: text } }],
	};
	return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '9', changes: [{ field: 'messages', value }] }] });
}

describe('GET challenge', () => {
	test('is answered with the bare text, under the production and the test URL', async () => {
		await start();
		for (const url of [trigger.productionUrl, trigger.testUrl]) {
			expect(await get(challenge('example-verify-token'), url)).toEqual({
				status: 200,
				text: '1158201444',
				type: 'text/plain; charset=utf-8',
			});
		}
		expect(trigger.executions).toEqual([]);
	});

	test.each([
		['a wrong token', challenge('another-token')],
		['an empty token', challenge('')],
		['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444' }],
		['another mode', { ...challenge('example-verify-token'), 'hub.mode': 'unsubscribe' }],
		['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'example-verify-token' }],
		['nothing, as from a browser', {}],
	])('with %s gets 403', async (_title, query) => {
		await start();
		const { status, text } = await get(query as Record<string, string>);
		expect(status).toBe(403);
		expect(text).not.toContain('1158201444');
		expect(trigger.executions).toEqual([]);
	});

	test('takes the node ID when the credential has no verify token', async () => {
		await start({}, { ...CREDENTIAL, verifyToken: '' });
		expect((await get(challenge(trigger.nodeId))).status).toBe(200);
		expect((await get(challenge(''))).status).toBe(403);
	});

	test('by hand takes the text that the node shows, and the credential\'s', async () => {
		await start({ registration: 'manual' });
		expect((await get(challenge(trigger.nodeId))).status).toBe(200);
		expect((await get(challenge('example-verify-token'))).status).toBe(200);
		expect((await get(challenge('another-token'))).status).toBe(403);
	});

	test('by hand takes the text that the operator wrote', async () => {
		await start({ registration: 'manual', verification: 'my own words' });
		expect((await get(challenge('my own words'))).status).toBe(200);
		expect((await get(challenge(trigger.nodeId))).status).toBe(403);
	});

	test('refused for its token is logged, without the token', async () => {
		await start();
		await get(challenge('another-token'));
		expect(trigger.logs).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('verify token given to Meta is not the one') }),
		]);
		expect(JSON.stringify(trigger.logs)).not.toMatch(/another-token|example-verify-token/);
	});
});

describe('signature', () => {
	test.each([
		['of another secret', `sha256=${'ab'.repeat(32)}`, 'does not match'],
		['that is missing', null, 'is missing'],
		['that is truncated', sign(message('hi')).slice(0, 40), '64 hexadecimal digits'],
		['that is not hexadecimal', `sha256=${'z'.repeat(64)}`, '64 hexadecimal digits'],
	])('%s gets 401 and a reason, in the answer and in the log', async (_title, signature, reason) => {
		await start();
		const answer = await post(message('hi'), { signature });
		expect(answer.status).toBe(401);
		expect(JSON.parse(answer.text)).toEqual({ error: expect.stringContaining(reason) });
		expect(trigger.logs).toEqual([
			{
				level: 'warn',
				message: expect.stringContaining(reason),
				metadata: { workflowId: 'workflow', nodeName: 'Node under test' },
			},
		]);
		expect(trigger.executions).toEqual([]);
	});

	test('without an app secret in the credential gets 401 and says what to fill in', async () => {
		await start({}, { ...CREDENTIAL, appSecret: '' });
		const answer = await post(message('hi'));
		expect(answer.status).toBe(401);
		expect(trigger.logs).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('App Secret is missing: fill it in') }),
		]);
	});

	test('is checked before the body is read as JSON', async () => {
		await start();
		expect((await post('{broken', { signature: null })).status).toBe(401);
		expect((await post('', { signature: null })).status).toBe(401);
	});

	test('in upper case is taken, and covers the bytes as they came', async () => {
		await start();
		const escaped = message('MARK').replace('MARK', '\\u00e4 \\ud83d\\udc4d \\/');
		expect((await post(escaped, { signature: `sha256=${sign(escaped).slice(7).toUpperCase()}` })).status).toBe(200);
		expect((await post(JSON.stringify(JSON.parse(escaped)), { signature: sign(escaped) })).status).toBe(401);
		expect(trigger.executions).toEqual([[expect.objectContaining({ text: 'ä 👍 /' })]]);
	});

	test('never leaves a secret or a token in the log or the answer', async () => {
		await start();
		const answers = [
			await post(message('hi'), { signature: null }),
			await post(message('hi'), { signature: `sha256=${'ab'.repeat(32)}` }),
			await get(challenge('another-token')),
			await post('{broken'),
		];
		const told = JSON.stringify([answers, trigger.logs]);
		for (const secret of [SECRET, 'example-access-token', 'example-verify-token', 'another-token', 'abab']) {
			expect(told).not.toContain(secret);
		}
	});

	test('cannot be checked without a credential: 503, so that Meta sends again', async () => {
		trigger = await startLiveTrigger({ credential: undefined });
		trigger.serve({ production: true });
		expect((await post(message('hi'))).status).toBe(503);
		expect((await get(challenge('x'))).status).toBe(503);
		expect(trigger.executions).toEqual([]);
	});
});

describe('bad bodies that are signed', () => {
	test.each([
		['nothing', ''],
		['malformed JSON', '{"object":"whatsapp_business_account","entry":['],
		['an array', '[]'],
		['a string', '"text"'],
		['null', 'null'],
		['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
	])('%s: 200, a line in the log, no execution', async (_title, body) => {
		await start();
		expect((await post(body)).status).toBe(200);
		expect(trigger.logs).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('not a JSON object') }),
		]);
		expect(trigger.executions).toEqual([]);
	});

	test('a byte order mark does no harm', async () => {
		await start();
		expect((await post(`\ufeff${message('hi')}`)).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('an unknown field passes as unknown when other events are chosen', async () => {
		await start({ events: ['other'] });
		expect((await post(shape('unknown_field_future'))).status).toBe(200);
		expect(trigger.executions).toEqual([[expect.objectContaining({ kind: 'unknown', field: 'some_future_field' })]]);
	});

	test('a message without contacts passes', async () => {
		await start();
		expect((await post(message('hi'))).status).toBe(200);
		expect(trigger.executions).toEqual([[expect.objectContaining({ contactKey: '15550123456', text: 'hi' })]]);
	});

	test('a body over n8n\'s limit gets 413', async () => {
		await start();
		const answer = await post(Buffer.alloc(17 * 1024 * 1024, 'a'));
		expect(answer.status).toBe(413);
		expect(trigger.executions).toEqual([]);
	});

	test('generated ones never crash', async () => {
		await start({ events: ALL_EVENTS });
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json({ maxDepth: 5 }), fc.uint8Array().map((bytes) => Buffer.from(bytes))), async (body) => {
				expect((await post(body)).status).toBe(200);
			}),
			{ seed: 20_261_106, numRuns: 200 },
		);
		expect(JSON.stringify(trigger.executions)).not.toContain('thrown');
	});
});

describe('events', () => {
	test('of every shape reach the workflow as the expected items', async () => {
		await start({ events: ALL_EVENTS });
		const files = readdirSync(SHAPES).map((file) => file.replace(/\.json$/, ''));
		for (const name of files) {
			const answer = await post(shape(name));
			expect(answer).toEqual({ status: 200, text: '' });
		}
		expect(trigger.executions).toHaveLength(122);
		expect(trigger.executions.map((items) => items.map(({ kind, type, status, text }) => ({ kind, type, status, text })))).toEqual(
			files.map((name) => EXPECTED[name]?.map(({ kind, type, status, text }) => ({ kind, type, status, text }))),
		);
	});

	test('are messages and preferences unless others are chosen: a status starts nothing', async () => {
		await start();
		for (const name of ['status_sent', 'status_failed_131047_window_closed', 'account_alerts', 'calls_status', 'unknown_field_future', 'standby_message', 'message_template_status_update_approved']) {
			expect(await post(shape(name))).toEqual({ status: 200, text: '{"events":0}' });
		}
		expect(trigger.executions).toEqual([]);
		await post(shape('in_interactive_button_reply'));
		await post(shape('in_button_template_quick_reply'));
		await post(shape('user_preferences_stop'));
		expect(trigger.executions.map(([item]) => [item?.kind, item?.replyId ?? item?.type])).toEqual([
			['message', 'confirm'],
			['message', 'STOP_PROMOS'],
			['preference', 'stop'],
		]);
	});

	test('of one body become one execution with one item each', async () => {
		await start({ events: ['messages', 'statuses'] });
		await post(shape('batch_messages_and_statuses'));
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]?.map(({ messageId }) => messageId)).toEqual([
			'wamid.EXAMPLEIN40',
			'wamid.EXAMPLEIN41',
			'wamid.EXAMPLEOUT30',
			'wamid.EXAMPLEOUT31',
			'wamid.EXAMPLEIN42',
		]);
	});

	test('that are statuses are filtered one by one', async () => {
		await start({ events: ['statuses'], filters: { statuses: ['read'] } });
		await post(shape('batch_messages_and_statuses'));
		expect(trigger.executions).toEqual([[expect.objectContaining({ status: 'read', messageId: 'wamid.EXAMPLEOUT31' })]]);
	});

	test('are filtered by business number', async () => {
		await start({ filters: { phoneNumberIds: '700111222333499, 1' } });
		await post(shape('batch_messages_and_statuses'));
		await post(shape('in_text'));
		expect(trigger.executions).toEqual([[expect.objectContaining({ text: 'other WABA' })]]);
	});
});
