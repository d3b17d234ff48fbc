import { randomUUID } from 'node:crypto';
import { SEED, startSandbox, type RequestEntry, type Sandbox } from '../../../sandbox/src';
import { startLiveTrigger, type LiveTrigger, type LiveTriggerOptions } from './liveTrigger';

const OBJECT = 'whatsapp_business_account';
const APP_TOKEN = `${SEED.appId}|${SEED.appSecret}`;

let sandbox: Sandbox;
let triggers: LiveTrigger[];

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0 });
});

afterAll(async () => {
	await sandbox.close();
});

beforeEach(async () => {
	triggers = [];
	await control('/reset');
});

afterEach(async () => {
	await Promise.all(triggers.map(async (trigger) => await trigger.close()));
});

async function control(path: string, body?: object, method = 'POST'): Promise<unknown> {
	const answer = await fetch(`${sandbox.url}/_control${path}`, {
		method,
		...(method === 'GET'
			? {}
			: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
	});
	expect(answer.ok).toBe(true);
	return await answer.json();
}

async function graph(method: string, path: string, options: { token: string; body?: object }): Promise<{ data?: unknown }> {
	const answer = await fetch(`${sandbox.url}/v26.0${path}`, {
		method,
		headers: { authorization: `Bearer ${options.token}`, 'content-type': 'application/json' },
		...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
	});
	const json = (await answer.json()) as { data?: unknown };
	expect({ status: answer.status, json }).toMatchObject({ status: 200 });
	return json;
}

/** What the app has registered: callback URL and sorted fields. */
async function registered(): Promise<{ url: string; fields: string[] } | undefined> {
	const { data } = await graph('GET', `/${SEED.appId}/subscriptions`, { token: APP_TOKEN });
	const [entry] = data as Array<{ callback_url: string; fields: Array<{ name: string }> }>;
	return entry === undefined ? undefined : { url: entry.callback_url, fields: entry.fields.map(({ name }) => name).sort() };
}

async function subscribedApps(): Promise<unknown[]> {
	const { data } = await graph('GET', `/${SEED.wabaId}/subscribed_apps`, { token: SEED.accessToken });
	return data as unknown[];
}

/** Registers a callback as something else would, with the token that it answers to. */
async function registerDirectly(callback: { url: string; verifyToken: string; fields: string }): Promise<void> {
	await graph('POST', `/${SEED.appId}/subscriptions`, {
		token: APP_TOKEN,
		body: { object: OBJECT, callback_url: callback.url, verify_token: callback.verifyToken, fields: callback.fields },
	});
}

/** Changing calls that the sandbox received, as "METHOD path". */
async function writes(): Promise<string[]> {
	const entries = (await control('/requests', undefined, 'GET')) as RequestEntry[];
	return entries.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

async function startTrigger(options: Partial<LiveTriggerOptions> & { credentialChanges?: Record<string, string> } = {}) {
	const { credentialChanges, ...rest } = options;
	const trigger = await startLiveTrigger({
		credential: {
			accessToken: SEED.accessToken,
			wabaId: SEED.wabaId,
			appId: SEED.appId,
			appSecret: SEED.appSecret,
			verifyToken: 'example-verify-token',
			baseUrl: sandbox.url,
			...credentialChanges,
		},
		...rest,
	});
	triggers.push(trigger);
	return trigger;
}

async function failureOf(work: Promise<unknown>): Promise<{ message: string; description: string }> {
	return await work.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: { message: string; description?: string | null }) => ({
			message: error.message,
			description: error.description ?? '',
		}),
	);
}

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
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be removed from the Meta app') }),
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
		await control('/faults', { times: 1, path: '/subscriptions', method: 'POST', code: 2200, httpStatus: 400, message: 'Callback verification failed' });
		expect((await failureOf(trigger.startTest())).message).toContain('(#2200)');
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});
});
