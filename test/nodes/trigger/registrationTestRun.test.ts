import { SEED } from '../../../sandbox/src';
import type { LiveTrigger } from './liveTrigger';
import {
	callbacks,
	control,
	failureOf,
	received,
	registerDirectly,
	registered,
	startTrigger,
	textsOf,
	useSandbox,
	write,
} from './metaApp';

useSandbox();

const [FIRST = '', SECOND = ''] = SEED.phoneNumbers.map(({ id }) => id);
const REFUSED = { method: 'POST', code: 2200, httpStatus: 400, message: 'Callback verification failed' };

/** A trigger for one number. */
async function forNumber(phoneNumberId: string, options: { webhookId?: string } = {}): Promise<LiveTrigger> {
	return await startTrigger({
		parameters: { registration: 'phoneNumber', events: ['messages'], phoneNumberId: { __rl: true, mode: 'id', value: phoneNumberId } },
		...options,
	});
}

/** What is left when n8n is killed during a test run: the test URL no longer answers, and no hook has run. */
function kill(trigger: LiveTrigger): void {
	trigger.serve({ test: false });
}

describe('a test run of one of two published triggers on one app', () => {
	test('takes the messages of its number, and gives them back to production', async () => {
		const [first, second] = [await forNumber(FIRST), await forNumber(SECOND)];
		await first.publish();
		await second.publish();
		const before = { first: await callbacks(FIRST), second: await callbacks(SECOND) };
		await second.startTest();
		expect((await callbacks(SECOND)).phone_number).toBe(second.testUrl);
		expect(await callbacks(FIRST)).toEqual(before.first);
		await write('during the test', SECOND);
		await received(second, 'during the test');
		await second.endTest();
		expect({ first: await callbacks(FIRST), second: await callbacks(SECOND) }).toEqual(before);
		await write('to the first', FIRST);
		await write('to the second', SECOND);
		await received(first, 'to the first');
		await received(second, 'to the second');
		expect(textsOf(first)).toEqual(['to the first']);
	});

	test('that fails to start leaves both as they were', async () => {
		const [first, second] = [await forNumber(FIRST), await forNumber(SECOND)];
		await first.publish();
		await second.publish();
		const before = { first: await callbacks(FIRST), second: await callbacks(SECOND) };
		await control('/faults', { times: 2, path: `/${FIRST}`, ...REFUSED });
		expect((await failureOf(first.startTest())).message).toContain('(#2200)');
		expect({ first: await callbacks(FIRST), second: await callbacks(SECOND) }).toEqual(before);
	});

	test('whose answer from Meta was lost leaves both as they were', async () => {
		const [first, second] = [await forNumber(FIRST), await forNumber(SECOND)];
		await first.publish();
		await second.publish();
		const before = await callbacks(FIRST);
		await control('/faults', { times: 1, path: `/${FIRST}`, method: 'POST', hangUp: true, afterProcessing: true });
		await failureOf(first.startTest());
		expect(await callbacks(FIRST)).toEqual(before);
	});
});

describe('a test run of an unpublished trigger', () => {
	test('leaves nothing behind', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.startTest();
		expect(await callbacks(FIRST)).toEqual({ phone_number: trigger.testUrl, application: trigger.testUrl });
		await trigger.endTest();
		expect(await callbacks(FIRST)).toEqual({});
	});

	test('leaves the app\'s callback to another trigger that was published meanwhile', async () => {
		const [trigger, other] = [await forNumber(FIRST), await forNumber(SECOND)];
		await trigger.startTest();
		await other.publish();
		await trigger.endTest();
		expect(await callbacks(SECOND)).toEqual({ phone_number: other.productionUrl, application: other.productionUrl });
		await write('still here', SECOND);
		await received(other, 'still here');
	});

	test('adds fields to the app\'s callback, which stays somebody else\'s', async () => {
		const app = await startTrigger({ parameters: { registration: 'app', events: ['templates'] } });
		await app.publish();
		const trigger = await forNumber(FIRST);
		await trigger.startTest();
		await trigger.endTest();
		expect(await callbacks(FIRST)).toEqual({ application: app.productionUrl });
		expect((await registered())?.fields).toContain('messages');
	});

	test('does not move production from the app to the number', async () => {
		const webhookId = 'f2f0a3a4-5a55-4c4a-9c2f-0d6f6a1c9b11';
		const published = await startTrigger({ webhookId, parameters: { registration: 'app', events: ['messages'] } });
		await published.publish();
		const draft = await forNumber(FIRST, { webhookId });
		// In n8n both versions of the workflow have one production address.
		draft.serve({ production: true });
		await draft.startTest();
		await draft.endTest();
		expect(await callbacks(FIRST)).toEqual({ application: published.productionUrl });
	});
});

describe('n8n killed during a test run', () => {
	test('of a number: publishing puts production back, and takes the dead address from the app', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.startTest();
		kill(trigger);
		expect(await callbacks(FIRST)).toEqual({ phone_number: trigger.testUrl, application: trigger.testUrl });
		await trigger.publish();
		expect(await callbacks(FIRST)).toEqual({ phone_number: trigger.productionUrl, application: trigger.productionUrl });
		await write('hello', FIRST);
		await received(trigger, 'hello');
	});

	test('of the app: publishing puts production back', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await trigger.startTest();
		kill(trigger);
		expect(await trigger.checkExists()).toBe(false);
		await trigger.publish();
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});

	test('of a published number: the end of the next test run puts production back', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		await trigger.startTest();
		kill(trigger);
		await trigger.startTest();
		await trigger.endTest();
		expect((await callbacks(FIRST)).phone_number).toBe(trigger.productionUrl);
	});

	test('of an unpublished number: the end of the next test run leaves nothing behind', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.startTest();
		kill(trigger);
		await trigger.startTest();
		await trigger.endTest();
		expect(await callbacks(FIRST)).toEqual({});
	});

	test('is repaired when only the app still has the test run\'s address', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		trigger.serve({ test: true });
		await registerDirectly({ url: trigger.testUrl, verifyToken: 'example-verify-token', fields: 'messages' });
		kill(trigger);
		expect(await trigger.checkExists()).toBe(false);
		await trigger.publish();
		expect((await callbacks(FIRST)).application).toBe(trigger.productionUrl);
	});
});

describe('a trigger for an account', () => {
	test('takes no events of other accounts, should its address be the app\'s callback', async () => {
		const trigger = await startTrigger({ parameters: { registration: 'waba', events: ['messages'] } });
		await trigger.publish();
		const text = (id: string, body: string) => ({
			object: 'whatsapp_business_account',
			entry: [
				{
					id,
					changes: [
						{
							field: 'messages',
							value: { messages: [{ from: '15550123456', id: `wamid.${id}`, timestamp: '1794000000', type: 'text', text: { body } }] },
						},
					],
				},
			],
		});
		for (const [id, body] of [['1', 'theirs'], [SEED.wabaId, 'ours']] as const) {
			await control('/deliver', { url: trigger.productionUrl, body: text(id, body) });
		}
		await received(trigger, 'ours');
		expect(textsOf(trigger)).toEqual(['ours']);
	});
});
