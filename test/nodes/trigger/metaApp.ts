import { SEED, startSandbox, type RequestEntry, type Sandbox } from '../../../sandbox/src';
import { startLiveTrigger, type LiveTrigger, type LiveTriggerOptions } from './liveTrigger';

const APP_TOKEN = `${SEED.appId}|${SEED.appSecret}`;

let sandbox: Sandbox;
let triggers: LiveTrigger[];

/** Starts the sandbox for a test file, resets it before and closes the triggers after each test. */
export function useSandbox(): void {
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
}

/** A call of the sandbox's control API. */
export async function control(path: string, body?: object, method = 'POST'): Promise<unknown> {
	const answer = await fetch(`${sandbox.url}/_control${path}`, {
		method,
		...(method === 'GET'
			? {}
			: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
	});
	expect(answer.ok).toBe(true);
	return await answer.json();
}

/** A Graph call that must succeed. */
export async function graph(method: string, path: string, options: { token: string; body?: object }): Promise<{ data?: unknown }> {
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
export async function registered(): Promise<{ url: string; fields: string[] } | undefined> {
	const { data } = await graph('GET', `/${SEED.appId}/subscriptions`, { token: APP_TOKEN });
	const [entry] = data as Array<{ callback_url: string; fields: Array<{ name: string }> }>;
	return entry === undefined ? undefined : { url: entry.callback_url, fields: entry.fields.map(({ name }) => name).sort() };
}

/** The apps that receive the account's events. */
export async function subscribedApps(): Promise<unknown[]> {
	const { data } = await graph('GET', `/${SEED.wabaId}/subscribed_apps`, { token: SEED.accessToken });
	return data as unknown[];
}

/** Registers a callback as something else would, with the token that it answers to. */
export async function registerDirectly(callback: { url: string; verifyToken: string; fields: string }): Promise<void> {
	await graph('POST', `/${SEED.appId}/subscriptions`, {
		token: APP_TOKEN,
		body: { object: 'whatsapp_business_account', callback_url: callback.url, verify_token: callback.verifyToken, fields: callback.fields },
	});
}

/** The callbacks that a phone number, its account and the app have, as Meta lists them with the number. */
export async function callbacks(phoneNumberId: string = SEED.phoneNumbers[0]?.id ?? ''): Promise<Record<string, string>> {
	const path = `/${phoneNumberId}?fields=webhook_configuration`;
	const answer = await graph('GET', path, { token: SEED.accessToken });
	return (answer as { webhook_configuration: Record<string, string> }).webhook_configuration;
}

/** Gives a phone number, or the account, a callback as something else would. */
export async function overrideDirectly(callback: { of: string; url: string; verifyToken: string }): Promise<void> {
	const override = { override_callback_uri: callback.url, verify_token: callback.verifyToken };
	const isAccount = callback.of === SEED.wabaId;
	await graph('POST', isAccount ? `/${callback.of}/subscribed_apps` : `/${callback.of}`, {
		token: SEED.accessToken,
		body: isAccount ? override : { webhook_configuration: override },
	});
}

/** A message from the first customer to a business number. */
export async function write(text: string, phoneNumberId: string): Promise<void> {
	await control(`/phones/${SEED.customers[0]?.phone ?? ''}/text`, { text, phoneNumberId });
}

/** Waits until a trigger has started an execution with this text. */
export async function received(trigger: LiveTrigger, text: string): Promise<void> {
	const has = () => trigger.executions.flat().some((event) => event.text === text);
	for (const deadline = Date.now() + 10_000; !has() && Date.now() < deadline; ) {
		await new Promise((next) => setImmediate(next));
	}
	expect(trigger.executions.flat().map((event) => event.text)).toContain(text);
}

/** The texts of all executions that a trigger has started. */
export function textsOf(trigger: LiveTrigger): unknown[] {
	return trigger.executions.flat().map((event) => event.text);
}

/** Changing calls that the sandbox received, as "METHOD path". */
export async function writes(): Promise<string[]> {
	const entries = (await control('/requests', undefined, 'GET')) as RequestEntry[];
	return entries.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

/** A trigger with the sandbox's credential. */
export async function startTrigger(options: Partial<LiveTriggerOptions> & { credentialChanges?: Record<string, string> } = {}) {
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

/** What the operator reads when this fails. */
export async function failureOf(work: Promise<unknown>): Promise<{ message: string; description: string }> {
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
