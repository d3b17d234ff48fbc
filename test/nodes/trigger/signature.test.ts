import type { LiveTrigger } from './liveTrigger';
import { challenge, CREDENTIAL, message, sign, startReceiver, type Receiver } from './receiver';

let trigger: LiveTrigger;
let post: Receiver['post'];
let get: Receiver['get'];

async function start(...options: Parameters<typeof startReceiver>): Promise<void> {
	({ trigger, post, get } = await startReceiver(...options));
}

afterEach(async () => {
	await trigger.close();
});

describe('signature', () => {
	test.each([
		['of another secret', `sha256=${'ab'.repeat(32)}`, 'does not match'],
		['that is missing', null, 'is missing'],
		['that is truncated', sign(message('hi')).slice(0, 40), '64 hexadecimal digits'],
		['that is not hexadecimal', `sha256=${'z'.repeat(64)}`, '64 hexadecimal digits'],
	])('%s gets 401 and a reason, in the answer and in the log', async (_title, signature, reason) => {
		await start();
		const answer = await post(message('hi'), signature);
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

	test('of a further app secret is good, and of no other', async () => {
		const further = ['rotated-secret', 'client-secret'];
		await start({ settings: { furtherAppSecrets: further.join(',\n') } });
		for (const secret of further) expect((await post(message('hi'), sign(message('hi'), secret))).status).toBe(200);
		expect((await post(message('hi'))).status).toBe(200);
		expect((await post(message('hi'), sign(message('hi'), further.join()))).status).toBe(401);
		expect(trigger.executions).toHaveLength(3);
		expect(JSON.stringify(trigger.logs)).not.toContain('-secret');
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
		expect((await post('{broken', null)).status).toBe(401);
		expect((await post('', null)).status).toBe(401);
	});

	test('in upper case is taken, and covers the bytes as they came', async () => {
		await start();
		const escaped = message('MARK').replace('MARK', '\\u00e4 \\ud83d\\udc4d \\/');
		expect((await post(escaped, `sha256=${sign(escaped).slice(7).toUpperCase()}`)).status).toBe(200);
		expect((await post(JSON.stringify(JSON.parse(escaped)), sign(escaped))).status).toBe(401);
		expect(trigger.executions).toEqual([[expect.objectContaining({ text: 'ä 👍 /' })]]);
	});

	test('never leaves a secret or a token in the log or the answer', async () => {
		await start();
		const answers = [
			await post(message('hi'), null),
			await post(message('hi'), `sha256=${'ab'.repeat(32)}`),
			await get(challenge('another-token')),
			await post('{broken'),
		];
		const told = JSON.stringify([answers, trigger.logs]);
		for (const secret of [CREDENTIAL.appSecret, 'example-access-token', 'example-verify-token', 'another-token', 'abab']) {
			expect(told).not.toContain(secret);
		}
	});

	test('of a changed app secret counts at once, the old one no more', async () => {
		const credential = { ...CREDENTIAL };
		await start({}, credential);
		expect((await post(message('hi'))).status).toBe(200);
		credential.appSecret = 'changed-secret';
		expect((await post(message('hi'), sign(message('hi'), 'changed-secret'))).status).toBe(200);
		expect((await post(message('hi'))).status).toBe(401);
	});

	test('is checked with the credential read last, which n8n takes long to read', async () => {
		let reads = 0;
		const credential = {
			...CREDENTIAL,
			get appSecret() {
				reads++;
				return CREDENTIAL.appSecret;
			},
		};
		await start({}, credential);
		await post(message('hi'));
		const readsOfOne = reads;
		await post(message('hi'));
		await post(message('hi'));
		expect(readsOfOne).toBeGreaterThan(0);
		expect(reads).toBe(readsOfOne);
		expect(trigger.executions).toHaveLength(3);
	});

	test('cannot be checked without a credential: 503, so that Meta sends again', async () => {
		await start({}, null);
		expect((await post(message('hi'))).status).toBe(503);
		expect((await get(challenge('x'))).status).toBe(503);
		expect(trigger.executions).toEqual([]);
	});
});
