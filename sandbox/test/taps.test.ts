import { createHash } from 'node:crypto';
import type { PhoneMessage } from '../src';
import { ANA, BEN, useBench } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });

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
