import { SEED } from '../src';
import { ANA, expectRefusal, NUMBER, SECOND_NUMBER, useBench, type GraphBody } from './support/bench';
import { startReceiver, type Receiver } from './support/receiver';
import { until } from './support/until';

const bench = useBench();
const WABA_APPS = `/${SEED.wabaId}/subscribed_apps`;

let extra: Receiver[] = [];

async function receiver(): Promise<Receiver> {
	const started = await startReceiver();
	extra.push(started);
	return started;
}

afterEach(async () => {
	await Promise.all(extra.map((each) => each.close()));
	extra = [];
});

async function subscribeApp(fields = 'messages,user_preferences'): Promise<void> {
	await bench.current.asApp('POST', `/${SEED.appId}/subscriptions`, {
		object: 'whatsapp_business_account',
		callback_url: bench.current.receiver.url,
		verify_token: 'verify-me',
		fields,
	});
	await bench.current.graph.post<GraphBody>(WABA_APPS, {});
}

const overridePhone = (url: string, id = NUMBER) =>
	bench.current.graph.post<GraphBody>(`/${id}`, {
		webhook_configuration: { override_callback_uri: url, verify_token: 'of-the-number' },
	});

const overrideWaba = (url: string) =>
	bench.current.graph.post<GraphBody>(WABA_APPS, { override_callback_uri: url, verify_token: 'of-the-account' });

const configuration = async (id = NUMBER) =>
	(await bench.current.graph.get<GraphBody>(`/${id}?fields=webhook_configuration`)).data;

const write = (text: string, phoneNumberId = NUMBER) =>
	bench.current.control.post(`/phones/${ANA}/text`, { text, phoneNumberId });

const texts = (of: Receiver) =>
	of.values('messages').flatMap(({ messages = [] }) => messages.map(({ text }) => (text as { body: string }).body));

const gets = (of: Receiver, text: string) => until(`"${text}"`, () => texts(of).includes(text));

describe('callback overrides', () => {
	test('are verified when saved, and listed with the number', async () => {
		await subscribeApp();
		const [phone, waba] = [await receiver(), await receiver()];
		expect((await overridePhone(phone.url)).data).toEqual({ success: true });
		expect((await overrideWaba(waba.url)).data).toEqual({ success: true });
		expect(phone.challenges).toMatchObject([{ 'hub.mode': 'subscribe', 'hub.verify_token': 'of-the-number' }]);
		expect(waba.challenges).toMatchObject([{ 'hub.verify_token': 'of-the-account' }]);
		expect(await configuration()).toEqual({
			id: NUMBER,
			webhook_configuration: {
				phone_number: phone.url,
				whatsapp_business_account: waba.url,
				application: bench.current.receiver.url,
			},
		});
		expect((await bench.current.graph.get<GraphBody>(WABA_APPS)).data.data).toMatchObject([
			{ override_callback_uri: waba.url },
		]);
	});

	test('are looked up by number, then account, then app', async () => {
		await subscribeApp();
		const [phone, waba] = [await receiver(), await receiver()];
		await overridePhone(phone.url);
		await overrideWaba(waba.url);
		await write('to the number');
		await write('to the other number', SECOND_NUMBER);
		await gets(phone, 'to the number');
		await gets(waba, 'to the other number');
		await overridePhone('');
		await write('to the account');
		await gets(waba, 'to the account');
		await bench.current.graph.post<GraphBody>(WABA_APPS, {});
		await write('to the app');
		await gets(bench.current.receiver, 'to the app');
		expect(texts(phone)).toEqual(['to the number']);
		expect(texts(waba)).toEqual(['to the other number', 'to the account']);
	});

	test('do not receive other fields, and nothing that the app has not subscribed', async () => {
		await subscribeApp('user_preferences');
		const phone = await receiver();
		await overridePhone(phone.url);
		await write('not subscribed');
		await bench.current.control.post(`/phones/${ANA}/preference`, { value: 'stop', phoneNumberId: NUMBER });
		await until('the preference', () => bench.current.receiver.values('user_preferences').length === 1);
		expect(phone.received).toEqual([]);
	});

	test('2200 for a callback that does not answer; the one before stays', async () => {
		await subscribeApp();
		const [phone, closed] = [await receiver(), await receiver()];
		await overridePhone(phone.url);
		closed.echo = () => ({ status: 404, text: '' });
		expectRefusal(await overridePhone(closed.url), { code: 2200 });
		expectRefusal(await overrideWaba(closed.url), { code: 2200 });
		expect((await configuration()).webhook_configuration).toEqual({
			phone_number: phone.url,
			application: bench.current.receiver.url,
		});
	});

	test.each([
		['no configuration', {}],
		['no URL', { webhook_configuration: { verify_token: 'x' } }],
		['no verify token', { webhook_configuration: { override_callback_uri: 'https://example.com/hook' } }],
		['no URL but text', { webhook_configuration: { override_callback_uri: 'hook', verify_token: 'x' } }],
		[
			'over 200 characters',
			{ webhook_configuration: { override_callback_uri: `https://example.com/${'a'.repeat(181)}`, verify_token: 'x' } },
		],
	])('100 with %s', async (_name, body) => {
		expectRefusal(await bench.current.graph.post<GraphBody>(`/${NUMBER}`, body), { code: 100 });
	});

	test('of the account goes with the subscription of the app', async () => {
		await subscribeApp();
		await overrideWaba((await receiver()).url);
		await bench.current.graph.delete<GraphBody>(WABA_APPS);
		await bench.current.graph.post<GraphBody>(WABA_APPS, {});
		expect((await configuration()).webhook_configuration).toEqual({ application: bench.current.receiver.url });
	});
});
