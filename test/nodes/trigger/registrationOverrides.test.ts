import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SEED } from '../../../sandbox/src';
import type { LiveTrigger } from './liveTrigger';
import {
	callbacks,
	control,
	failureOf,
	graph,
	overrideDirectly,
	received,
	registerDirectly,
	registered,
	startTrigger,
	subscribedApps,
	textsOf,
	useSandbox,
	write,
	writes,
} from './metaApp';

useSandbox();

const [FIRST = '', SECOND = ''] = SEED.phoneNumbers.map(({ id }) => id);
const VERIFY_TOKEN = 'example-verify-token';

let services: Server[] = [];

/** Something else that receives webhooks: answers the challenge to one verify token. */
async function startService(verifyToken: string): Promise<string> {
	const server = createServer((request, response) => {
		const query = new URL(request.url ?? '', 'http://localhost').searchParams;
		const known = query.get('hub.verify_token') === verifyToken;
		response.writeHead(known ? 200 : 403).end(query.get('hub.challenge') ?? '');
	});
	services.push(server);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/crm`;
}

afterEach(async () => {
	await Promise.all(services.map(async (server) => await new Promise((closed) => server.close(closed))));
	services = [];
});

interface Choice {
	registration: 'phoneNumber' | 'waba' | 'app';
	phoneNumberId?: string;
	takeOver?: boolean;
	events?: string[];
	credentialChanges?: Record<string, string>;
}

async function start(choice: Choice): Promise<LiveTrigger> {
	const { credentialChanges, phoneNumberId, ...rest } = choice;
	return await startTrigger({
		parameters: {
			events: ['messages'],
			...rest,
			...(phoneNumberId === undefined
				? {}
				: { phoneNumberId: { __rl: true, mode: 'list', value: phoneNumberId, cachedResultName: 'A number' } }),
		},
		credentialChanges: { phoneNumberId: FIRST, ...credentialChanges },
	});
}

const forNumber = async (phoneNumberId: string, rest: Partial<Choice> = {}) =>
	await start({ registration: 'phoneNumber', phoneNumberId, ...rest });

describe('This Number Only', () => {
	test('sets the number\'s callback, verified, and what it needs: the app\'s fields and the account\'s subscription', async () => {
		const trigger = await forNumber(SECOND);
		await trigger.publish();
		expect(await callbacks(SECOND)).toEqual({ phone_number: trigger.productionUrl, application: trigger.productionUrl });
		expect(await callbacks(FIRST)).toEqual({ application: trigger.productionUrl });
		expect((await registered())?.fields).toEqual(['messages']);
		expect(await subscribedApps()).toHaveLength(1);
		expect(await trigger.checkExists()).toBe(true);
	});

	test('takes the credential\'s number when none is chosen', async () => {
		const trigger = await start({ registration: 'phoneNumber' });
		await trigger.publish();
		expect((await callbacks(FIRST)).phone_number).toBe(trigger.productionUrl);
	});

	test('without any number is refused before any call', async () => {
		const trigger = await start({ registration: 'phoneNumber', credentialChanges: { phoneNumberId: '' } });
		expect((await failureOf(trigger.checkExists())).message).toContain('Phone Number ID is missing');
		expect(await control('/requests', undefined, 'GET')).toEqual([]);
	});

	test('two triggers on one app, each with its number, both receive, each only its own', async () => {
		const [first, second] = [await forNumber(FIRST), await forNumber(SECOND)];
		await Promise.all([first.publish(), second.publish()]);
		await write('to the first', FIRST);
		await write('to the second', SECOND);
		await received(first, 'to the first');
		await received(second, 'to the second');
		expect(textsOf(first)).toEqual(['to the first']);
		expect(textsOf(second)).toEqual(['to the second']);
	});

	test('whose address is the app\'s callback takes no events of other numbers', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		expect((await callbacks(SECOND)).application).toBe(trigger.productionUrl);
		await write('to another number', SECOND);
		await write('to the number', FIRST);
		await received(trigger, 'to the number');
		expect(textsOf(trigger)).toEqual(['to the number']);
	});

	test('published beside another one loses no field of either', async () => {
		const [first, second] = [await forNumber(FIRST), await forNumber(SECOND, { events: ['messages', 'other'] })];
		// So slow that without an order both would read before either writes.
		await control('/settings', { latencyMs: 50 });
		await Promise.all([second.publish(), first.publish()]);
		await control('/settings', { latencyMs: 0 });
		expect((await registered())?.fields).toEqual(expect.arrayContaining(['messages', 'calls', 'history']));
		expect(await first.checkExists()).toBe(true);
		expect(await second.checkExists()).toBe(true);
	});

	test('twice writes once', async () => {
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		const before = await writes();
		await trigger.publish();
		expect(await writes()).toEqual(before);
	});

	test('after it was half done is completed', async () => {
		const trigger = await forNumber(FIRST);
		await control('/faults', { times: 1, path: `/${FIRST}`, method: 'POST', code: 131000, httpStatus: 500, message: 'Down' });
		await failureOf(trigger.publish());
		expect((await callbacks(FIRST)).phone_number).toBeUndefined();
		await trigger.publish();
		expect((await callbacks(FIRST)).phone_number).toBe(trigger.productionUrl);
	});

	test('that Meta cannot verify at once is tried a second time', async () => {
		const trigger = await forNumber(FIRST);
		const fault = { times: 1, path: `/${FIRST}`, method: 'POST', code: 2200, httpStatus: 400, message: 'Callback verification failed' };
		await control('/faults', fault);
		await trigger.publish();
		expect((await callbacks(FIRST)).phone_number).toBe(trigger.productionUrl);
	});

	test('that Meta cannot verify is explained, and leaves the number as it was', async () => {
		const trigger = await forNumber(FIRST);
		const fault = { times: 2, path: `/${FIRST}`, method: 'POST', code: 2200, httpStatus: 400, message: 'Callback verification failed' };
		await control('/faults', fault);
		const failure = await failureOf(trigger.publish());
		expect(failure.message).toContain(`Meta could not verify the callback URL ${trigger.productionUrl} (#2200)`);
		expect((await callbacks(FIRST)).phone_number).toBeUndefined();
	});

	test('goes with unpublishing; the number\'s events go to the app again', async () => {
		const app = await start({ registration: 'app' });
		await app.publish();
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		await trigger.unpublish();
		expect(await callbacks(FIRST)).toEqual({ application: app.productionUrl });
		await write('after', FIRST);
		await received(app, 'after');
		await trigger.unpublish();
		expect(await callbacks(FIRST)).toEqual({ application: app.productionUrl });
	});

	test('leaves the app\'s fields on for others, and gives them the app\'s callback', async () => {
		const [first, second] = [await forNumber(FIRST), await forNumber(SECOND)];
		await first.publish();
		await second.publish();
		expect((await registered())?.url).toBe(first.productionUrl);
		await first.unpublish();
		expect(await registered()).toEqual({ url: second.productionUrl, fields: ['messages'] });
		await write('still here', SECOND);
		await received(second, 'still here');
	});
});

describe('This WhatsApp Account', () => {
	test('sets the account\'s callback; a number\'s own comes before it, and it before the app\'s', async () => {
		const [app, waba, phone] = [await start({ registration: 'app' }), await start({ registration: 'waba' }), await forNumber(SECOND)];
		for (const trigger of [app, waba, phone]) await trigger.publish();
		expect(await callbacks(SECOND)).toEqual({
			phone_number: phone.productionUrl,
			whatsapp_business_account: waba.productionUrl,
			application: app.productionUrl,
		});
		await write('to the account', FIRST);
		await write('to the number', SECOND);
		await received(waba, 'to the account');
		await received(phone, 'to the number');
		await waba.unpublish();
		expect(await callbacks(FIRST)).toEqual({ application: app.productionUrl });
		await write('to the app', FIRST);
		await received(app, 'to the app');
		expect(textsOf(app)).toEqual(['to the app']);
	});

	test('comes back after somebody removed the app from the account', async () => {
		const trigger = await start({ registration: 'waba' });
		await trigger.publish();
		await graph('DELETE', `/${SEED.wabaId}/subscribed_apps`, { token: SEED.accessToken });
		expect(await trigger.checkExists()).toBe(false);
		await trigger.publish();
		expect((await callbacks()).whatsapp_business_account).toBe(trigger.productionUrl);
	});

	test('is kept by other triggers that make sure of the account\'s subscription', async () => {
		const waba = await start({ registration: 'waba' });
		await waba.publish();
		await (await forNumber(SECOND)).publish();
		expect((await callbacks(FIRST)).whatsapp_business_account).toBe(waba.productionUrl);
	});
});

describe.each<['phoneNumber' | 'waba', string]>([
	['phoneNumber', 'This Number Only'],
	['waba', 'This WhatsApp Account'],
])('events that go to the app only, with %s', (registration, title) => {
	test.each([
		['preferences', 'Marketing Preferences'],
		['templates', 'Template Events'],
		['account', 'Account Events'],
	])('%s are refused with the remedy, before any call', async (group, name) => {
		const trigger = await start({ registration, events: ['messages', group] });
		const failure = await failureOf(trigger.checkExists());
		expect(failure.message).toBe(`"${name}" cannot be received with Registration "${title}"`);
		expect(failure.description).toContain('one other workflow with Registration "The Whole App"');
		expect(await control('/requests', undefined, 'GET')).toEqual([]);
	});
});

describe('the app\'s fields under somebody else\'s callback', () => {
	test('are extended without changing the callback, when it takes the credential\'s verify token', async () => {
		const url = await startService(VERIFY_TOKEN);
		await registerDirectly({ url, verifyToken: VERIFY_TOKEN, fields: 'flows' });
		await (await forNumber(FIRST)).publish();
		expect(await registered()).toEqual({ url, fields: ['flows', 'messages'] });
	});

	test('are extended without changing the callback, when it is a trigger of the same app', async () => {
		const app = await start({ registration: 'app', events: ['templates'], credentialChanges: { verifyToken: 'of its own' } });
		await app.publish();
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		expect((await registered())?.url).toBe(app.productionUrl);
		expect((await registered())?.fields).toContain('messages');
	});

	test('that cannot be verified are explained, and nothing is changed', async () => {
		const url = await startService('unknown to n8n');
		await registerDirectly({ url, verifyToken: 'unknown to n8n', fields: 'flows' });
		const failure = await failureOf((await forNumber(FIRST)).publish());
		expect(failure.message).toContain('The webhook fields messages are off');
		expect(failure.message).toContain('(#2200)');
		expect(failure.description).toContain(url);
		expect(failure.description).toContain('switch the fields on by hand');
		expect(await callbacks(FIRST)).toEqual({ application: url });
	});

	test('are not written when they are on', async () => {
		const url = await startService('unknown to n8n');
		await registerDirectly({ url, verifyToken: 'unknown to n8n', fields: 'messages' });
		const trigger = await forNumber(FIRST);
		await trigger.publish();
		expect(await callbacks(FIRST)).toEqual({ phone_number: trigger.productionUrl, application: url });
	});
});

describe.each<['phoneNumber' | 'waba' | 'app', string]>([
	['phoneNumber', 'phone_number'],
	['waba', 'whatsapp_business_account'],
	['app', 'application'],
])('somebody else\'s callback in the place of %s', (registration, key) => {
	const place = { phoneNumber: FIRST, waba: SEED.wabaId, app: SEED.appId }[registration];

	async function occupy(url: string, verifyToken: string): Promise<void> {
		await registerDirectly({ url, verifyToken, fields: 'messages' });
		await graph('POST', `/${SEED.wabaId}/subscribed_apps`, { token: SEED.accessToken });
		if (registration !== 'app') await overrideDirectly({ of: place, url, verifyToken });
	}

	test('is named with its owner, and left alone', async () => {
		const url = await startService(VERIFY_TOKEN);
		await occupy(url, VERIFY_TOKEN);
		const before = await writes();
		const failure = await failureOf((await start({ registration })).publish());
		expect(failure.message).toContain(`${place} already sends its WhatsApp events to ${url}`);
		expect(failure.description).toContain(`a service at ${new URL(url).host}`);
		expect(failure.description).toContain('"Take Over"');
		expect(await writes()).toEqual(before);
	});

	test('is taken over when that is chosen, and put back on unpublishing', async () => {
		const url = await startService(VERIFY_TOKEN);
		await occupy(url, VERIFY_TOKEN);
		const trigger = await start({ registration, takeOver: true });
		await trigger.publish();
		await trigger.publish();
		expect((await callbacks())[key]).toBe(trigger.productionUrl);
		await trigger.unpublish();
		expect((await callbacks())[key]).toBe(url);
	});

	test('that cannot be put back is reported in the log, and the trigger\'s own goes', async () => {
		const url = await startService('unknown to n8n');
		await occupy(url, 'unknown to n8n');
		const trigger = await start({ registration, takeOver: true });
		await trigger.publish();
		await trigger.unpublish();
		expect((await callbacks())[key]).toBeUndefined();
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining(`${url} was not put back`) }),
		);
	});

	test('is taken over by a test run and put back at its end', async () => {
		const url = await startService(VERIFY_TOKEN);
		await occupy(url, VERIFY_TOKEN);
		const trigger = await start({ registration, takeOver: true });
		await trigger.startTest();
		expect((await callbacks())[key]).toBe(trigger.testUrl);
		await trigger.endTest();
		expect((await callbacks())[key]).toBe(url);
	});

	test('is not taken over by a test run that could not put it back', async () => {
		const url = await startService('unknown to n8n');
		await occupy(url, 'unknown to n8n');
		const trigger = await start({ registration, takeOver: true });
		const failure = await failureOf(trigger.startTest());
		expect(failure.message).toContain(`A test run cannot take over ${url}`);
		expect((await callbacks())[key]).toBe(url);
	});
});
