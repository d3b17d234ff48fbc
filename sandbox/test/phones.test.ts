import { createHash } from 'node:crypto';
import type { PhoneMessage } from '../src';
import { ANA, BEN, NUMBER, SECOND_NUMBER, UMA, useBench } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const link = 'https://example.com/a.png';

async function shownAfter(message: object): Promise<PhoneMessage | undefined> {
	await bench.current.write();
	await bench.current.sent(message);
	return (await bench.current.shown()).at(-1);
}

describe('customers', () => {
	test('the seed has five, keyed by digits or by the BSUID of one without a phone', async () => {
		const { data } = await bench.current.control.get<Array<{ key: string }>>('/phones');
		expect(data.map(({ key }) => key)).toEqual([ANA, BEN, '551155501234', '491713920001', UMA]);
		expect(data[4]).toEqual({
			key: UMA,
			name: 'Uma Username',
			userId: UMA,
			identityKeyHash: expect.any(String),
			username: 'uma.example',
			country: 'GB',
			preference: 'resume',
			windows: {},
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

describe('what a phone shows', () => {
	test.each<[string, object, object]>([
		[
			'a text',
			{ text: { body: 'Hello' } },
			{ type: 'text', direction: 'outbound', body: 'Hello', phoneNumberId: NUMBER },
		],
		['a quote', { text: { body: 'a' }, context: { message_id: 'wamid.A' } }, { contextMessageId: 'wamid.A' }],
		[
			'an image',
			{ type: 'image', image: { link, caption: 'See' } },
			{ media: { kind: 'image', url: link, caption: 'See' } },
		],
		[
			'a voice message',
			{ type: 'audio', audio: { link, voice: true } },
			{ media: { kind: 'audio', url: link, voice: true } },
		],
		[
			'a document',
			{ type: 'document', document: { link, filename: 'a.pdf' } },
			{ media: { kind: 'document', url: link, filename: 'a.pdf' } },
		],
		[
			'a location',
			{ type: 'location', location: { latitude: '1.5', longitude: 2, name: 'Plaza' } },
			{ location: { latitude: 1.5, longitude: 2, name: 'Plaza' } },
		],
		[
			'contacts',
			{ type: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] },
			{ contacts: [{ name: { formatted_name: 'A' } }] },
		],
		[
			'buttons',
			{
				type: 'interactive',
				interactive: {
					type: 'button',
					header: { type: 'image', image: { link } },
					body: { text: 'Choose' },
					footer: { text: 'Shop' },
					action: { buttons: [reply('y', 'Yes'), reply('n', 'No')] },
				},
			},
			{
				header: { type: 'image', mediaUrl: link },
				body: 'Choose',
				footer: 'Shop',
				buttons: [
					{ index: 0, type: 'reply', id: 'y', title: 'Yes' },
					{ index: 1, type: 'reply', id: 'n', title: 'No' },
				],
			},
		],
		[
			'a list',
			{
				type: 'interactive',
				interactive: {
					type: 'list',
					header: { type: 'text', text: 'Slots' },
					body: { text: 'Choose' },
					action: { button: 'Open', sections: [{ title: 'A', rows: [{ id: 'r', title: 'Row', description: 'd' }] }] },
				},
			},
			{
				header: { type: 'text', text: 'Slots' },
				list: { button: 'Open', sections: [{ title: 'A', rows: [{ id: 'r', title: 'Row', description: 'd' }] }] },
			},
		],
		[
			'a link button',
			{
				type: 'interactive',
				interactive: {
					type: 'cta_url',
					body: { text: 'a' },
					action: { name: 'cta_url', parameters: { display_text: 'Go', url: link } },
				},
			},
			{ buttons: [{ index: 0, type: 'url', title: 'Go', url: link }] },
		],
	])('%s', async (_name, message, expected) => {
		expect(await shownAfter(message)).toMatchObject({
			status: 'delivered',
			timestamp: expect.any(String),
			...expected,
		});
	});

	test('a reaction, which is only sent', async () => {
		const { id } = await bench.current.write();
		await bench.current.sent({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
		const shown = (await bench.current.shown()).at(-1);
		expect(shown).toMatchObject({ type: 'reaction', status: 'sent', reaction: { messageId: id, emoji: '👍' } });
	});

	test('oldest first, both directions, of this customer only', async () => {
		await bench.current.write(ANA, 'one');
		await bench.current.sent({ text: { body: 'two' } });
		await bench.current.write(BEN, 'elsewhere');
		await bench.current.write(ANA, 'three');
		const shown = await bench.current.shown();
		expect(shown.map(({ direction, body }) => [direction, body])).toEqual([
			['inbound', 'one'],
			['outbound', 'two'],
			['inbound', 'three'],
		]);
	});

	test('a template that is changed later stays as it was sent', async () => {
		const definition = (text: string) => ({
			name: 'a',
			language: 'en_US',
			category: 'UTILITY',
			components: [{ type: 'BODY', text }],
		});
		await bench.current.template(definition('Before'));
		await bench.current.sent({ type: 'template', template: { name: 'a', language: { code: 'en_US' } } });
		await bench.current.template(definition('After'));
		expect((await bench.current.shown())[0]?.body).toBe('Before');
	});
});

describe('taps', () => {
	const tap = (body: object, key = ANA) =>
		bench.current.control.post<{ message?: PhoneMessage; url?: string; error?: object }>(`/phones/${key}/tap`, body);
	const buttons = [
		{ type: 'QUICK_REPLY', text: 'Stop updates' },
		{ type: 'URL', text: 'Track', url: 'https://t.example/{{1}}', example: ['x'] },
		{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100200' },
	];
	const components = [
		{ type: 'BODY', text: 'On its way' },
		{ type: 'BUTTONS', buttons },
	];
	const sendTemplate = async () => {
		await bench.current.template({ name: 'shipped', language: 'en_US', category: 'UTILITY', components });
		const parameters = [
			{ type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'A1' }] },
			{ type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'STOP' }] },
		];
		return bench.current.sent({
			type: 'template',
			template: { name: 'shipped', language: { code: 'en_US' }, components: parameters },
		});
	};

	test('a quick reply answers with payload and text, and opens the window', async () => {
		await bench.current.subscribe();
		const messageId = await sendTemplate();
		const { data } = await tap({ messageId, title: 'Stop updates' });
		expect(data.message).toMatchObject({
			direction: 'inbound',
			type: 'button',
			body: 'Stop updates',
			contextMessageId: messageId,
		});
		const message = await until('the tap', () =>
			bench.current.receiver
				.values('messages')
				.flatMap(({ messages = [] }) => messages)
				.find(({ id }) => id === data.message?.id),
		);
		expect(message).toMatchObject({
			from: ANA,
			button: { payload: 'STOP', text: 'Stop updates' },
			context: { from: '15550100200', id: messageId },
		});
		await bench.current.receiver.status(await bench.current.sent({ text: { body: 'Stopped.' } }), 'delivered');
	});

	test('a URL button answers its address and sends nothing, a phone button its number', async () => {
		const messageId = await sendTemplate();
		expect((await tap({ messageId, index: 1 })).data).toEqual({ url: 'https://t.example/A1' });
		expect((await tap({ messageId, title: 'Call' })).data).toEqual({ type: 'phone_number', value: '+15550100200' });
		expect(await bench.current.shown()).toHaveLength(1);
	});

	test('a list row is found by id, title or position over all sections', async () => {
		await bench.current.write();
		const sections = [
			{ title: 'A', rows: [{ id: 'a', title: 'First' }] },
			{ title: 'B', rows: [{ id: 'b', title: 'Second', description: 'two' }] },
		];
		const interactive = { type: 'list', body: { text: 'a' }, action: { button: 'Open', sections } };
		const messageId = await bench.current.sent({ type: 'interactive', interactive });
		for (const target of [{ id: 'b' }, { title: 'Second' }, { index: 1 }]) {
			expect((await tap({ messageId, ...target })).data.message).toMatchObject({ type: 'interactive', body: 'Second' });
		}
	});

	test('400, 404 and 409 for what cannot be tapped', async () => {
		const messageId = await sendTemplate();
		expect((await tap({ messageId, title: 'Dance' })).status).toBe(400);
		expect((await tap({ messageId: 'wamid.A', index: 0 })).status).toBe(404);
		expect((await tap({ messageId, index: 0 }, BEN)).status).toBe(404);
		const interactive = { type: 'button', body: { text: 'a' }, action: { buttons: [reply('y', 'Yes')] } };
		const failed = await bench.current.sent({ to: `+${BEN}`, type: 'interactive', interactive });
		expect((await tap({ messageId: failed, index: 0 }, BEN)).status).toBe(409);
	});
});

describe('files from a customer', () => {
	test('come with a hash in base64 and a URL that Graph serves', async () => {
		await bench.current.subscribe();
		const bytes = Buffer.from('picture');
		const sent = { kind: 'image', mimeType: 'image/jpeg', base64: bytes.toString('base64'), caption: 'Broken' };
		const { data } = await bench.current.control.post<{ message: PhoneMessage }>(`/phones/${ANA}/media`, sent);
		expect(data.message.media).toMatchObject({ kind: 'image', mimeType: 'image/jpeg', caption: 'Broken' });
		const [image] = await until('the picture', () => {
			const messages = bench.current.receiver.values('messages').flatMap(({ messages: list = [] }) => list);
			return (
				messages.length > 0 && messages.map((message) => message.image as { id: string; url: string; sha256: string })
			);
		});
		expect(image?.sha256).toBe(createHash('sha256').update(bytes).digest('base64'));
		const file = await bench.current.graph.get<ArrayBuffer>(image?.url ?? '', { responseType: 'arraybuffer' });
		expect(Buffer.from(file.data)).toEqual(bytes);
		expect((await bench.current.graph.get(`/${image?.id}`)).data).toMatchObject({ mime_type: 'image/jpeg' });
		await bench.current.control.post('/clock', { advanceSeconds: 7 * 24 * 3600 + 1 });
		expect((await bench.current.graph.get(`/${image?.id}`)).status).toBe(400);
	});
});
