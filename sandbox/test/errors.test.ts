import axios from 'axios';
import { SEED } from '../src';
import { ANA, expectRefusal, NUMBER, SECOND_NUMBER, useBench, type GraphBody } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const text = { type: 'text', text: { body: 'hi' } };

describe('tokens', () => {
	const call = (authorization: string | undefined) =>
		axios.get<GraphBody>(`${bench.current.sandbox.url}/v25.0/${SEED.wabaId}`, {
			headers: authorization === undefined ? {} : { Authorization: authorization },
			validateStatus: () => true,
		});

	test('190 with HTTP 401 without a token and with a wrong one', async () => {
		expectRefusal(await call(undefined), { code: 190, status: 401 });
		expectRefusal(await call('Bearer nonsense'), { code: 190, status: 401 });
		expect((await call(`Bearer ${SEED.accessToken}`)).status).toBe(200);
	});

	test('190 subcode 463 for an expired token, 200 for one that lacks the permission', async () => {
		await bench.current.control.post('/tokens', { token: 'old', expired: true });
		await bench.current.control.post('/tokens', { token: 'weak', scopes: ['whatsapp_business_messaging'] });
		expectRefusal(await call('Bearer old'), { code: 190, subcode: 463, status: 401 });
		expectRefusal(await call('Bearer weak'), { code: 200, status: 403, details: 'whatsapp_business_management' });
	});

	test('the token may also come as a parameter', async () => {
		const url = `${bench.current.sandbox.url}/v25.0/${SEED.wabaId}?access_token=${SEED.accessToken}`;
		expect((await axios.get(url)).status).toBe(200);
		const [entry] = (await bench.current.control.get('/requests')).data.slice(-1);
		expect(JSON.stringify(entry)).not.toContain(SEED.accessToken);
	});

	test('debug_token and the app token', async () => {
		const { graph } = bench.current;
		const token = await graph.get<GraphBody>('/oauth/access_token', {
			params: { client_id: SEED.appId, client_secret: SEED.appSecret, grant_type: 'client_credentials' },
		});
		expect(token.data.access_token).toBe(`${SEED.appId}|${SEED.appSecret}`);
		const wrong = await graph.get<GraphBody>('/oauth/access_token', {
			params: { client_id: SEED.appId, client_secret: 'x', grant_type: 'client_credentials' },
		});
		expectRefusal(wrong, { code: 1 });
		const good = await graph.get<GraphBody>('/debug_token', { params: { input_token: SEED.accessToken } });
		expect(good.data.data).toMatchObject({ is_valid: true, app_id: SEED.appId, type: 'SYSTEM_USER' });
		const bad = await graph.get<GraphBody>('/debug_token', { params: { input_token: 'x' } });
		expect(bad.data.data).toMatchObject({ is_valid: false, error: { code: 190 } });
	});
});

describe('paths and bodies', () => {
	test('100 subcode 33 for an unknown ID, 100 for an unknown path or method; all are logged', async () => {
		const { graph, control } = bench.current;
		expectRefusal(await graph.get('/123456789012345'), { code: 100, subcode: 33 });
		expectRefusal(await graph.post('/123456789012345/messages', {}), { code: 100, subcode: 33 });
		expectRefusal(await graph.get('/nothing'), { code: 100 });
		expectRefusal(await graph.post(`/${NUMBER}/nothing`, {}), { code: 100 });
		expectRefusal(await graph.put(`/${NUMBER}/messages`, {}), { code: 100 });
		const { data } = await control.get<Array<{ path: string; status: number }>>('/requests');
		expect(data.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
		expect(data[2]?.path).toBe('/v25.0/nothing');
	});

	test.each(['{"to":', 'not json', '[1]', '"text"', 'null'])('100 for the body %s', async (body) => {
		const headers = { 'Content-Type': 'application/json' };
		const answer = await bench.current.graph.post<GraphBody>(`/${NUMBER}/messages`, Buffer.from(body), { headers });
		expectRefusal(answer, { code: 100 });
	});

	test('100 for an empty body, without messaging_product, without to, without the content, with an unknown parameter', async () => {
		const { graph } = bench.current;
		expectRefusal(await graph.post(`/${NUMBER}/messages`), { code: 100, details: 'messaging_product' });
		expectRefusal(await graph.post(`/${NUMBER}/messages`, { to: ANA, ...text }), {
			code: 100,
			details: 'messaging_product',
		});
		expectRefusal(await bench.current.send({ ...text, to: undefined }), { code: 100, details: 'to' });
		expectRefusal(await bench.current.send({ type: 'text' }), { code: 100, details: 'text' });
		expectRefusal(await bench.current.send({ ...text, colour: 'red' }), { code: 100, details: 'colour' });
		expectRefusal(await bench.current.send({ type: 'poll', poll: {} }), { code: 100, details: 'type' });
		expectRefusal(await bench.current.send({ type: 'text', text: { body: 'a', colour: 'red' } }), {
			code: 100,
			details: 'colour',
		});
	});

	test('form fields are read like JSON', async () => {
		const body = new URLSearchParams({ messaging_product: 'whatsapp', to: `+${ANA}`, type: 'text' });
		expectRefusal(await bench.current.graph.post(`/${NUMBER}/messages`, body), { code: 100, details: 'text' });
	});
});

describe('recipients', () => {
	test.each(['hello', '+1 555 CALL', '123', '+1234567890123456', 'US.90817263540918273645'])(
		'131009 for to = %s',
		async (to) => {
			expectRefusal(await bench.current.send({ ...text, to }), { code: 131009, details: 'to' });
		},
	);

	test('131009 for a recipient that is no BSUID', async () => {
		expectRefusal(await bench.current.send({ ...text, to: undefined, recipient: '15550123456' }), {
			code: 131009,
			details: 'recipient',
		});
	});

	test('131021 for the sending number itself', async () => {
		expectRefusal(await bench.current.send({ ...text, to: '+15550100200' }), { code: 131021 });
		expect((await bench.current.send({ ...text, to: '+15550100200' }, SECOND_NUMBER)).status).toBe(200);
	});

	test('131030 at once for a number outside the allowed list', async () => {
		await bench.current.control.post('/settings', { allowList: ['15550123457'] });
		expectRefusal(await bench.current.send(text), { code: 131030 });
		expect((await bench.current.send({ ...text, to: '+15550123457' })).status).toBe(200);
	});

	test('to without a plus gets the country code of the business, unless the digits are a known customer', async () => {
		const known = await bench.current.send({ ...text, to: ANA });
		expect(known.data.contacts).toEqual([{ input: ANA, wa_id: ANA }]);
		const german = await bench.current.send({ ...text, to: '491713920001' });
		expect(german.data.contacts).toEqual([{ input: '491713920001', wa_id: '491713920001' }]);
		const national = await bench.current.send({ ...text, to: '(555) 012-3456' });
		expect(national.data.contacts).toEqual([{ input: '(555) 012-3456', wa_id: ANA }]);
		const foreign = await bench.current.send({ ...text, to: '4917139200' });
		expect(foreign.data.contacts[0]?.wa_id).toBe('14917139200');
	});

	test('a Brazilian number is found with and without the ninth digit', async () => {
		const { data } = await bench.current.send({ ...text, to: '+55 11 95550-1234' });
		expect(data.contacts).toEqual([{ input: '+55 11 95550-1234', wa_id: '551155501234' }]);
	});

	test('a BSUID goes into recipient and comes back as user_id; to wins over it', async () => {
		const userId = 'US.90817263540918273645';
		const byId = await bench.current.send({ ...text, to: undefined, recipient: userId });
		expect(byId.data.contacts).toEqual([{ input: userId, user_id: userId }]);
		const both = await bench.current.send({ ...text, recipient: 'GB.1' });
		expect(both.data.contacts).toEqual([{ input: `+${ANA}`, wa_id: ANA }]);
	});
});

describe('refusals that come later, as a failed status', () => {
	beforeEach(() => bench.current.subscribe());

	test('131026 for a number that is not on WhatsApp, 200 on the send', async () => {
		const id = await bench.current.sent({ ...text, to: '+15559999999' });
		const status = await bench.current.receiver.status(id, 'failed');
		expect(status).toMatchObject({
			recipient_id: '15559999999',
			errors: [{ code: 131026, title: 'Message undeliverable' }],
		});
		expect(status).not.toHaveProperty('recipient_user_id');
	});

	test('131026 for an unknown BSUID names the BSUID', async () => {
		const id = await bench.current.sent({ ...text, to: undefined, recipient: 'US.1' });
		const status = await bench.current.receiver.status(id, 'failed');
		expect(status).toMatchObject({ recipient_user_id: 'US.1', errors: [{ code: 131026 }] });
		expect(status).not.toHaveProperty('recipient_id');
	});

	test('131047 outside the 24 hour window, per business number', async () => {
		const { receiver, control } = bench.current;
		const never = await bench.current.sent(text);
		expect((await receiver.status(never, 'failed')).errors?.[0]?.code).toBe(131047);
		await bench.current.write(ANA, 'hello', { phoneNumberId: NUMBER });
		await receiver.status(await bench.current.sent(text), 'sent');
		const other = await bench.current.sent(text, SECOND_NUMBER);
		expect((await receiver.status(other, 'failed')).errors?.[0]?.code).toBe(131047);
		await control.post('/clock', { advanceSeconds: 24 * 3600 - 60 });
		await receiver.status(await bench.current.sent(text), 'delivered');
		await control.post('/clock', { advanceSeconds: 60 });
		const late = await bench.current.sent(text);
		expect((await receiver.status(late, 'failed')).errors?.[0]?.code).toBe(131047);
		const shown = (await bench.current.shown()).find(({ id }) => id === late);
		expect(shown).toMatchObject({ status: 'failed', error: { code: 131047 } });
	});

	test('131050 for a marketing template after a stop; utility still goes, and so does marketing after a resume', async () => {
		const { control, receiver } = bench.current;
		const components = [{ type: 'BODY', text: 'News for you today' }];
		await bench.current.template({ name: 'promo', language: 'en_US', category: 'MARKETING', components });
		await bench.current.template({ name: 'notice', language: 'en_US', category: 'UTILITY', components });
		const template = (name: string) => ({ type: 'template', template: { name, language: { code: 'en_US' } } });
		await control.post(`/phones/${ANA}/preference`, { value: 'stop' });
		const stopped = await receiver.status(await bench.current.sent(template('promo')), 'failed');
		expect(stopped.errors?.[0]).toMatchObject({ code: 131050 });
		await receiver.status(await bench.current.sent(template('notice')), 'delivered');
		await control.post(`/phones/${ANA}/preference`, { value: 'resume' });
		await receiver.status(await bench.current.sent(template('promo')), 'delivered');
	});

	test('131009 for a reaction to something that is no recent inbound message', async () => {
		const { receiver, control } = bench.current;
		const inbound = await bench.current.write();
		const react = (messageId: string) =>
			bench.current.sent({ type: 'reaction', reaction: { message_id: messageId, emoji: '👍' } });
		const good = await react(inbound.id);
		await receiver.status(good, 'sent');
		const own = await react(good);
		expect((await receiver.status(own, 'failed')).errors?.[0]?.code).toBe(131009);
		await control.post('/clock', { advanceSeconds: 30 * 24 * 3600 + 1 });
		await bench.current.write();
		const late = await react(inbound.id);
		expect((await receiver.status(late, 'failed')).errors?.[0]?.code).toBe(131009);
		await until('all statuses', () => receiver.statuses(good).length > 0);
		expect(receiver.statuses(good)).toEqual(['sent']);
	});
});
