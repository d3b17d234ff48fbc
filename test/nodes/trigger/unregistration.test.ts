import { SEED } from '../../../sandbox/src';
import { control, failureOf, registerDirectly, registered, startTrigger, subscribedApps, useSandbox } from './metaApp';

useSandbox();

describe('unpublishing', () => {
	test('removes the callback and leaves the app subscribed to the account', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await trigger.unpublish();
		expect(await registered()).toBeUndefined();
		expect(await subscribedApps()).toHaveLength(1);
		await trigger.unpublish();
		expect(await registered()).toBeUndefined();
	});

	test('leaves a callback alone that is not this trigger\'s', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		const other = await startTrigger();
		other.serve({ production: true });
		await registerDirectly({ url: other.productionUrl, verifyToken: 'example-verify-token', fields: 'messages' });
		await trigger.unpublish();
		expect((await registered())?.url).toBe(other.productionUrl);
	});

	test('does not fail when Meta refuses, and logs why', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await control('/faults', { times: 1, path: '/subscriptions', code: 190, httpStatus: 401, message: 'Token expired' });
		await trigger.unpublish();
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be removed from Meta') }),
		);
		expect(JSON.stringify(trigger.logs)).not.toContain(SEED.appSecret);
	});
});

describe('a test run in the editor', () => {
	test('of an unpublished workflow registers the test URL and removes it', async () => {
		const trigger = await startTrigger();
		await trigger.startTest();
		expect((await registered())?.url).toBe(trigger.testUrl);
		expect(await trigger.endTest()).toBe(true);
		expect(await registered()).toBeUndefined();
	});

	test('of a published workflow puts the production callback back, with its fields', async () => {
		const trigger = await startTrigger();
		trigger.serve({ production: true });
		await registerDirectly({ url: trigger.productionUrl, verifyToken: 'example-verify-token', fields: 'messages,flows' });
		await trigger.startTest();
		expect((await registered())?.url).toBe(trigger.testUrl);
		await trigger.endTest();
		expect(await registered()).toEqual({
			url: trigger.productionUrl,
			fields: ['flows', 'messages', 'user_preferences'],
		});
		expect(await trigger.checkExists()).toBe(true);
	});

	test('is ended twice without harm', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await trigger.startTest();
		await trigger.endTest();
		await trigger.endTest();
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});

	test('during which the workflow is unpublished leaves nothing registered', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await trigger.startTest();
		await trigger.unpublish();
		expect((await registered())?.url).toBe(trigger.testUrl);
		await trigger.endTest();
		expect(await registered()).toBeUndefined();
	});

	test('during which the workflow is published leaves production registered', async () => {
		const trigger = await startTrigger();
		await trigger.startTest();
		await trigger.publish();
		await trigger.endTest();
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});

	test('is refused while another workflow is registered, which goes on receiving', async () => {
		const other = await startTrigger();
		await other.publish();
		const trigger = await startTrigger();
		const failure = await failureOf(trigger.startTest());
		expect(failure.message).toContain(other.productionUrl);
		expect((await registered())?.url).toBe(other.productionUrl);
	});

	test('that Meta cannot reach leaves production registered', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await control('/faults', { times: 2, path: '/subscriptions', method: 'POST', code: 2200, httpStatus: 400, message: 'Callback verification failed' });
		expect((await failureOf(trigger.startTest())).message).toContain('(#2200)');
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});
});
