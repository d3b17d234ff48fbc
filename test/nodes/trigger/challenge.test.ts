import type { LiveTrigger } from './liveTrigger';
import { challenge, CREDENTIAL, startReceiver, type Receiver } from './receiver';

let trigger: LiveTrigger;
let get: Receiver['get'];

async function start(...options: Parameters<typeof startReceiver>): Promise<void> {
	({ trigger, get } = await startReceiver(...options));
}

afterEach(async () => {
	await trigger.close();
});

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
		const { status, text } = await get(query);
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
