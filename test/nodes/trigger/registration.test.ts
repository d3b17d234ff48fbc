import { randomUUID } from 'node:crypto';
import { SEED } from '../../../sandbox/src';
import { control, failureOf, graph, registerDirectly, registered, startTrigger, subscribedApps, useSandbox, writes } from './metaApp';

useSandbox();

describe('publishing', () => {
	test('registers the verified callback with the chosen fields, and the app with the account', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		expect(await registered()).toEqual({ url: trigger.productionUrl, fields: ['messages', 'user_preferences'] });
		expect(await subscribedApps()).toMatchObject([{ whatsapp_business_api_data: { id: SEED.appId } }]);
	});

	test('makes up a verify token when the credential has none', async () => {
		const trigger = await startTrigger({ credentialChanges: { verifyToken: '' } });
		await trigger.publish();
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});

	test('twice writes once', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		const before = await writes();
		await trigger.publish();
		expect(await writes()).toEqual(before);
	});

	test('brings messages from a customer to the workflow, signed', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		const [customer] = SEED.customers;
		await control(`/phones/${customer?.phone ?? ''}/text`, { text: 'Where is my order?' });
		for (const deadline = Date.now() + 10_000; trigger.executions.length === 0 && Date.now() < deadline; ) {
			await new Promise((next) => setImmediate(next));
		}
		expect(trigger.executions).toEqual([
			[
				expect.objectContaining({
					kind: 'message',
					text: 'Where is my order?',
					phone: `+${customer?.phone}`,
					userId: customer?.userId,
					name: customer?.name,
					wabaId: SEED.wabaId,
				}),
			],
		]);
	});

	test('adds the fields of the chosen events and keeps those that are on', async () => {
		const trigger = await startTrigger();
		trigger.serve({ production: true });
		await registerDirectly({ url: trigger.productionUrl, verifyToken: 'example-verify-token', fields: 'messages,flows' });
		expect(await trigger.checkExists()).toBe(false);
		await trigger.publish();
		expect((await registered())?.fields).toEqual(['flows', 'messages', 'user_preferences']);
	});

	test('with all events subscribes to every field that Meta knows', async () => {
		const trigger = await startTrigger({
			parameters: { events: ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'] },
		});
		await trigger.publish();
		expect((await registered())?.fields).toHaveLength(27);
	});

	test('subscribes the app to the account again after somebody removed it', async () => {
		const trigger = await startTrigger();
		await trigger.publish();
		await graph('DELETE', `/${SEED.wabaId}/subscribed_apps`, { token: SEED.accessToken });
		expect(await trigger.checkExists()).toBe(false);
		await trigger.publish();
		expect(await subscribedApps()).toHaveLength(1);
	});

	test('refuses when the app\'s callback is another workflow\'s: names it, says what to do, changes nothing', async () => {
		const other = await startTrigger();
		await other.publish();
		const before = await writes();
		const failure = await failureOf((await startTrigger()).publish());
		expect(failure.message).toContain(other.productionUrl);
		expect(failure.description).toContain('remove the URL in the Meta App Dashboard');
		expect(await writes()).toEqual(before);
		expect((await registered())?.url).toBe(other.productionUrl);
	});

	test('takes over the callback of the same trigger at another host', async () => {
		const webhookId = randomUUID();
		const moved = await startTrigger({ webhookId });
		await moved.publish();
		const trigger = await startTrigger({ webhookId });
		await trigger.publish();
		expect((await registered())?.url).toBe(trigger.productionUrl);
		await moved.unpublish();
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});

	test('explains (#2200) and leaves nothing behind', async () => {
		const closed = await startTrigger();
		await closed.close();
		const base = new URL(closed.productionUrl).origin;
		const trigger = await startTrigger({ publicUrl: base });
		const failure = await failureOf(trigger.publish());
		expect(failure.message).toContain('(#2200)');
		expect(failure.message).toContain(trigger.productionUrl);
		expect(failure.description).toContain('WEBHOOK_URL');
		expect(await registered()).toBeUndefined();
	});

	test.each([
		['App ID', { appId: '' }],
		['App Secret', { appSecret: '' }],
		['WhatsApp Business Account ID', { wabaId: '' }],
	])('refuses without %s before any call', async (label, credentialChanges) => {
		const trigger = await startTrigger({ credentialChanges });
		const failure = await failureOf(trigger.checkExists());
		expect(failure.message).toContain(`The ${label} is missing in the credential`);
		expect(await control('/requests', undefined, 'GET')).toEqual([]);
	});

	test.each([
		['http://localhost:5678', 'not a public host'],
		['http://n8n.example.com', 'https'],
		['https://192.168.1.20', 'not a public host'],
	])('refuses %s before Meta is called, and says how to give n8n a public address', async (publicUrl, reason) => {
		const trigger = await startTrigger({ publicUrl, credentialChanges: { baseUrl: 'https://graph.facebook.com' } });
		const failure = await failureOf(trigger.checkExists());
		expect(failure.message).toContain(reason);
		expect(failure.description).toContain('WEBHOOK_URL');
	});

	test('refuses a URL over 200 characters', async () => {
		const trigger = await startTrigger({ publicUrl: `https://n8n.example.com/${'a'.repeat(200)}` });
		expect((await failureOf(trigger.checkExists())).message).toContain('at most 200');
	});

	test('refuses when no events are chosen', async () => {
		const trigger = await startTrigger({ parameters: { events: [] } });
		expect((await failureOf(trigger.checkExists())).message).toContain('No events are chosen');
	});

	test('by hand calls nobody', async () => {
		const trigger = await startTrigger({ parameters: { registration: 'manual' }, credentialChanges: { appId: '' } });
		await trigger.publish();
		await trigger.startTest();
		await trigger.endTest();
		await trigger.unpublish();
		expect(await control('/requests', undefined, 'GET')).toEqual([]);
	});
});
