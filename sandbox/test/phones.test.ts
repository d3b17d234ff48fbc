import { ANA, BEN, NUMBER, SECOND_NUMBER, UMA, useBench } from './support/bench';
import { until } from './support/until';

const bench = useBench();

describe('customers', () => {
	test('the seed has people of eight countries, keyed by digits or by the BSUID of one without a phone', async () => {
		const { data } = await bench.current.control.get<Array<{ key: string; country: string }>>('/phones');
		expect(data.slice(0, 5).map(({ key }) => key)).toEqual([ANA, BEN, '551155501234', '491713920001', UMA]);
		expect(new Set(data.map(({ country }) => country)).size).toBe(8);
		expect(data[4]).toEqual({
			key: UMA,
			name: 'Uma Username',
			userId: UMA,
			hiddenPhone: '447700900649',
			identityKeyHash: expect.any(String),
			username: 'uma.example',
			country: 'GB',
			language: 'en-GB',
			preference: 'resume',
			marketingPerDay: null,
			reports: 0,
			online: true,
			failures: [],
			autoAnswers: [],
			windows: {},
			freeEntryPoints: {},
			blockedOn: [],
			counts: { inbound: 0, outbound: 0 },
		});
	});

	test('more can be made; they are reached under their number', async () => {
		const { control } = bench.current;
		const { data } = await control.post('/phones', { phone: '+44 20 7946 0000', name: 'Gwen', country: 'GB' });
		expect(data).toMatchObject({
			key: '442079460000',
			phone: '442079460000',
			userId: expect.stringMatching(/^GB\.\d{20}$/),
		});
		await bench.current.write('442079460000');
		await bench.current.sent({ to: '+44 20 7946 0000', text: { body: 'a' } });
		expect((await bench.current.shown('442079460000')).at(-1)).toMatchObject({ body: 'a' });
		expect((await control.post('/phones', { name: 'Nobody' })).status).toBe(400);
		expect((await control.get('/phones/1/messages')).status).toBe(404);
	});

	test('writing opens the window on that number and is told', async () => {
		await bench.current.control.post('/clock', { now: '2027-01-01T00:00:00Z' });
		await bench.current.write(ANA, 'hello', { phoneNumberId: SECOND_NUMBER });
		const { data } = await bench.current.control.get<Array<{ windows: Record<string, string> }>>('/phones');
		expect(Object.keys(data[0]?.windows ?? {})).toEqual([SECOND_NUMBER]);
		expect(data[0]?.windows[SECOND_NUMBER]).toMatch(/^2027-01-02T00:00:/);
		const next = await bench.current.write(ANA, 'again');
		expect(next.phoneNumberId).toBe(SECOND_NUMBER);
		expect((await bench.current.control.post(`/phones/${ANA}/text`, { text: 'a', phoneNumberId: '1' })).status).toBe(
			400,
		);
	});
});

interface Described {
	key: string;
	phone?: string;
	language: string;
	country: string;
	windows: Record<string, string>;
}

describe('customers of a test', () => {
	const add = (body: object) => bench.current.control.post<Described>('/phones', body);

	test('have the country of their user ID and a language, unless told', async () => {
		expect((await add({ name: 'Ines', userId: 'PT.1' })).data).toMatchObject({ country: 'PT', language: 'pt-PT' });
		const told = { name: 'Gil', phone: '+351 900 000 000', country: 'PT', language: 'en' };
		expect((await add(told)).data).toMatchObject({ key: '351900000000', language: 'en' });
	});

	test.each(['ab', '123', 'a..b', 'www.shop', 'a.', 'UPPER'])('the username %s is not one', async (username) => {
		expect((await add({ name: 'A', username })).status).toBe(400);
	});

	test('many at once, with open windows, are reached one by one', async () => {
		await bench.current.subscribe();
		const { data } = await bench.current.control.post<{ keys: string[] }>('/phones/many', { count: 200, windowOpen: true });
		expect(data.keys).toHaveLength(200);
		expect(new Set(data.keys).size).toBe(200);
		const last = data.keys[199] ?? '';
		const id = await bench.current.sent({ to: `+${last}`, text: { body: 'a' } });
		await bench.current.receiver.status(id, 'delivered');
		const { keys } = (await bench.current.control.post('/phones/many', { count: 2, withoutPhone: true, country: 'FR' }))
			.data as { keys: string[] };
		expect(keys).toEqual([expect.stringMatching(/^FR\.\d+$/), expect.stringMatching(/^FR\.\d+$/)]);
	});
});

describe('a number behind a username', () => {
	const webhook = async (text: string) => {
		const { id } = await bench.current.write(UMA, text);
		return until(text, () =>
			bench.current.receiver.values('messages').find(({ messages = [] }) => messages[0]?.id === id),
		);
	};

	test('is in no webhook until the business has used it', async () => {
		await bench.current.subscribe();
		const before = await webhook('before');
		expect(before.contacts?.[0]).toEqual({
			profile: { name: 'Uma Username', username: '@uma.example' },
			user_id: UMA,
		});
		expect(before.messages?.[0]).not.toHaveProperty('from');
		const answer = await bench.current.send({ to: '+44 7700 900649', text: { body: 'a' } });
		expect(answer.data.contacts).toEqual([{ input: '+44 7700 900649', wa_id: '447700900649' }]);
		await bench.current.receiver.status(answer.data.messages[0]?.id ?? '', 'delivered');
		const after = await webhook('after');
		expect(after.contacts?.[0]).toMatchObject({ wa_id: '447700900649', user_id: UMA });
		expect(after.messages?.[0]).toMatchObject({ from: '447700900649', from_user_id: UMA });
		expect(await bench.current.shown(UMA)).toHaveLength(3);
	});
});

describe('windows', () => {
	const windowsOf = async (key = ANA) =>
		(await bench.current.control.get<Described[]>('/phones')).data.find((each) => each.key === key)?.windows;

	test('a control call opens and closes one, the clock ends it', async () => {
		await bench.current.subscribe();
		const { control, receiver } = bench.current;
		const text = { text: { body: 'a' } };
		await control.post(`/phones/${ANA}/window`, { open: true });
		expect(Object.keys((await windowsOf()) ?? {})).toEqual([NUMBER]);
		await receiver.status(await bench.current.sent(text), 'delivered');
		await control.post(`/phones/${ANA}/window`, { open: false });
		expect((await receiver.status(await bench.current.sent(text), 'failed')).errors?.[0]?.code).toBe(131047);
		await control.post(`/phones/${ANA}/window`, { open: true });
		await control.post('/clock', { advanceSeconds: 24 * 3600 - 60 });
		await receiver.status(await bench.current.sent(text), 'delivered');
		await control.post('/clock', { advanceSeconds: 120 });
		expect((await receiver.status(await bench.current.sent(text), 'failed')).errors?.[0]?.code).toBe(131047);
		expect(await windowsOf()).toEqual({});
	});

	const referral = { source_url: 'https://fb.example/ad1', source_type: 'ad', source_id: '5', ctwa_clid: 'C' };

	test('an answer to an advertisement opens 72 free hours, free-form still needs its 24', async () => {
		await bench.current.subscribe();
		const { control, receiver } = bench.current;
		await bench.current.template({
			name: 'a',
			language: 'en_US',
			category: 'MARKETING',
			components: [{ type: 'BODY', text: 'b' }],
		});
		const template = { type: 'template', template: { name: 'a', language: { code: 'en_US' } } };
		await bench.current.write(ANA, 'from the ad', { referral });
		const message = await until('the message', () => receiver.values('messages')[0]?.messages?.[0]);
		expect(message.referral).toEqual(referral);
		const sent = await receiver.status(await bench.current.sent({ text: { body: 'a' } }), 'sent');
		expect(sent).toMatchObject({
			conversation: { id: expect.any(String), origin: { type: 'referral_conversion' } },
			pricing: { billable: false, type: 'free_entry_point', category: 'referral_conversion' },
		});
		const { expiration_timestamp: end } = sent.conversation as { expiration_timestamp: string };
		expect(Number(end) - Number(sent.timestamp)).toBeGreaterThanOrEqual(72 * 3600 - 1);
		await control.post('/clock', { advanceSeconds: 71 * 3600 });
		expect((await receiver.status(await bench.current.sent({ text: { body: 'a' } }), 'failed')).errors?.[0]?.code).toBe(
			131047,
		);
		expect((await receiver.status(await bench.current.sent(template), 'sent')).pricing).toMatchObject({
			type: 'free_entry_point',
		});
		await control.post('/clock', { advanceSeconds: 2 * 3600 });
		const later = await receiver.status(await bench.current.sent(template), 'sent');
		expect(later).not.toHaveProperty('conversation');
		expect(later.pricing).toMatchObject({ type: 'regular', category: 'marketing' });
	});

	test('no free hours for an answer that comes after a day', async () => {
		await bench.current.subscribe();
		await bench.current.write(ANA, 'from the ad', { referral });
		await bench.current.control.post('/clock', { advanceSeconds: 25 * 3600 });
		await bench.current.write(ANA, 'still there?');
		const sent = await bench.current.receiver.status(await bench.current.sent({ text: { body: 'a' } }), 'sent');
		expect(sent).not.toHaveProperty('conversation');
	});
});
