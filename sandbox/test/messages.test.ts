import { BEN, expectRefusal, NUMBER, useBench, type GraphBody } from './support/bench';
import { chars, expectAccepted as accepted, limitTest as limits, many } from './support/limits';

const bench = useBench();
const limitTest = (input: Parameters<typeof limits>[1]) => limits(bench, input);
const expectAccepted = (message: object) => accepted(bench, message);

const reply = (index: number, extra: object = {}) => ({
	type: 'reply',
	reply: { id: `id-${index}`, title: `Title ${index}`, ...extra },
});
const buttons = (parts: object = {}, list: object[] = [reply(1)]) => ({
	type: 'interactive',
	interactive: { type: 'button', body: { text: 'Choose' }, action: { buttons: list }, ...parts },
});
const row = (index: number, extra: object = {}) => ({ id: `row-${index}`, title: `Row ${index}`, ...extra });
const list = (parts: object = {}, action: object = {}) => ({
	type: 'interactive',
	interactive: {
		type: 'list',
		body: { text: 'Choose' },
		action: { button: 'Open', sections: [{ rows: [row(1)] }], ...action },
		...parts,
	},
});
const cta = (parts: object = {}, parameters: object = {}) => ({
	type: 'interactive',
	interactive: {
		type: 'cta_url',
		body: { text: 'Look' },
		action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com', ...parameters } },
		...parts,
	},
});
const link = 'https://example.com/file';

describe('limits of plain messages', () => {
	limitTest({
		name: 'text body',
		limit: 4096,
		message: (n) => ({ type: 'text', text: { body: chars(n) } }),
		details: "text['body']",
	});
	limitTest({
		name: 'text body in emoji',
		limit: 4096,
		message: (n) => ({ type: 'text', text: { body: '😀'.repeat(n) } }),
		details: 'body',
	});
	for (const kind of ['image', 'video', 'document']) {
		limitTest({
			name: `${kind} caption`,
			limit: 1024,
			message: (n) => ({ type: kind, [kind]: { link, caption: chars(n) } }),
			details: 'caption',
		});
	}
	limitTest({
		name: 'contacts',
		limit: 257,
		message: (n) => ({
			type: 'contacts',
			contacts: many(n, () => ({ name: { formatted_name: 'A B', first_name: 'A' } })),
		}),
		details: 'contacts',
	});
	limitTest({
		name: 'callback data',
		limit: 512,
		message: (n) => ({ type: 'text', text: { body: 'a' }, biz_opaque_callback_data: chars(n) }),
		details: 'biz_opaque_callback_data',
	});
});

describe('limits of interactive messages', () => {
	limitTest({ name: 'buttons', limit: 3, message: (n) => buttons({}, many(n, reply)), details: "['buttons']" });
	limitTest({
		name: 'reply id',
		limit: 256,
		message: (n) => buttons({}, [reply(1, { id: chars(n) })]),
		details: "['id']",
	});
	limitTest({
		name: 'reply title',
		limit: 20,
		message: (n) => buttons({}, [reply(1, { title: chars(n) })]),
		details: "['title']",
	});
	limitTest({
		name: 'button body',
		limit: 1024,
		message: (n) => buttons({ body: { text: chars(n) } }),
		details: "['body']",
	});
	limitTest({
		name: 'header text',
		limit: 60,
		message: (n) => buttons({ header: { type: 'text', text: chars(n) } }),
		details: "['header']",
	});
	limitTest({
		name: 'footer',
		limit: 60,
		message: (n) => buttons({ footer: { text: chars(n) } }),
		details: "['footer']",
	});
	limitTest({
		name: 'list body',
		limit: 4096,
		message: (n) => list({ body: { text: chars(n) } }),
		details: "['body']",
	});
	limitTest({ name: 'list button', limit: 20, message: (n) => list({}, { button: chars(n) }), details: "['button']" });
	limitTest({
		name: 'sections',
		limit: 10,
		message: (n) => list({}, { sections: many(n, (index) => ({ title: `S${index}`, rows: [row(index)] })) }),
		details: "['sections']",
	});
	limitTest({
		name: 'rows in one section',
		limit: 10,
		message: (n) => list({}, { sections: [{ rows: many(n, row) }] }),
		details: "['rows']",
	});
	limitTest({
		name: 'rows in total',
		limit: 10,
		message: (n) => {
			const rows = many(n, row);
			return list(
				{},
				{
					sections: [
						{ title: 'A', rows: rows.slice(0, 5) },
						{ title: 'B', rows: rows.slice(5) },
					],
				},
			);
		},
		details: 'rows in total',
	});
	limitTest({
		name: 'section title',
		limit: 24,
		message: (n) => list({}, { sections: [{ title: chars(n), rows: [row(1)] }] }),
		details: "['title']",
	});
	limitTest({
		name: 'row id',
		limit: 200,
		message: (n) => list({}, { sections: [{ rows: [row(1, { id: chars(n) })] }] }),
		details: "['id']",
	});
	limitTest({
		name: 'row title',
		limit: 24,
		message: (n) => list({}, { sections: [{ rows: [row(1, { title: chars(n) })] }] }),
		details: "['title']",
	});
	limitTest({
		name: 'row description',
		limit: 72,
		message: (n) => list({}, { sections: [{ rows: [row(1, { description: chars(n) })] }] }),
		details: "['description']",
	});
	limitTest({ name: 'cta body', limit: 1024, message: (n) => cta({ body: { text: chars(n) } }), details: "['body']" });
	limitTest({
		name: 'cta label',
		limit: 20,
		message: (n) => cta({}, { display_text: chars(n) }),
		details: 'display_text',
	});
});

describe('shapes', () => {
	test.each([
		['text without a body', { type: 'text', text: {} }, "text['body']"],
		['image without a source', { type: 'image', image: {} }, "image['link']"],
		['location without longitude', { type: 'location', location: { latitude: 1 } }, 'longitude'],
		['contact without a name', { type: 'contacts', contacts: [{ phones: [] }] }, "['name']"],
		['reaction without a message', { type: 'reaction', reaction: { emoji: '👍' } }, 'message_id'],
		['interactive without a type', { type: 'interactive', interactive: {} }, "interactive['type']"],
		['buttons without a body', buttons({ body: undefined }), "['body']"],
		['buttons without buttons', buttons({ action: {} }), "['buttons']"],
		['list without a button', list({}, { button: undefined }), "['button']"],
		[
			'second section without a title',
			list({}, { sections: [{ title: 'A', rows: [row(1)] }, { rows: [row(2)] }] }),
			"[1]['title']",
		],
		['cta without a url', cta({}, { url: undefined }), "['url']"],
		['template without a name', { type: 'template', template: { language: { code: 'en' } } }, "template['name']"],
		['template without a language', { type: 'template', template: { name: 'a' } }, "template['language']"],
	])('131008 for %s', async (_name, message, details) => {
		expectRefusal(await bench.current.send(message), { code: 131008, details });
	});

	test.each([
		['an empty text', { type: 'text', text: { body: '' } }, 'empty'],
		['a text that is a number', { type: 'text', text: { body: 7 } }, "text['body']"],
		['both id and link', { type: 'image', image: { id: '1', link } }, 'Only one'],
		['a link that is no URL', { type: 'image', image: { link: 'file:///etc/hosts' } }, 'URL'],
		['a media ID that is not there', { type: 'document', document: { id: '42' } }, 'attachment ID'],
		['a latitude of 91', { type: 'location', location: { latitude: 91, longitude: 0 } }, 'latitude'],
		['a latitude in words', { type: 'location', location: { latitude: 'north', longitude: 0 } }, 'latitude'],
		['no contacts', { type: 'contacts', contacts: [] }, 'contacts'],
		['an unknown interactive type', { type: 'interactive', interactive: { type: 'dance' } }, "interactive['type']"],
		['no buttons', buttons({}, []), 'buttons'],
		['two buttons with one id', buttons({}, [reply(1), reply(2, { id: 'id-1' })]), 'duplicate reply ids'],
		['two buttons with one title', buttons({}, [reply(1), reply(2, { title: 'Title 1' })]), 'duplicate reply titles'],
		[
			'two rows with one id',
			list({}, { sections: [{ rows: [row(1), row(2, { id: 'row-1' })] }] }),
			'duplicate row ids',
		],
		['a list with a picture', list({ header: { type: 'image', image: { link } } }), "['header']"],
		['a cta to ftp', cta({}, { url: 'ftp://example.com' }), "['url']"],
	])('131009 for %s', async (_name, message, details) => {
		expectRefusal(await bench.current.send(message), { code: 131009, details });
	});

	test.each([
		['an audio caption', { type: 'audio', audio: { link, caption: 'a' } }, 'caption'],
		['an image filename', { type: 'image', image: { link, filename: 'a' } }, 'filename'],
		['a button colour', buttons({}, [reply(1, { colour: 'red' })]), 'colour'],
	])('100 for %s', async (_name, message, details) => {
		expectRefusal(await bench.current.send(message), { code: 100, details });
	});

	test.each([
		['text', { type: 'text', text: { body: 'a https://example.com', preview_url: true } }],
		['text without a type', { text: { body: 'a' } }],
		['image', { type: 'image', image: { link } }],
		['voice', { type: 'audio', audio: { link, voice: true } }],
		['document', { type: 'document', document: { link, filename: 'a.pdf' } }],
		['sticker', { type: 'sticker', sticker: { link } }],
		['location as text', { type: 'location', location: { latitude: '-12.5', longitude: '77', name: 'Plaza' } }],
		['buttons with a picture', buttons({ header: { type: 'image', image: { link } } })],
		['buttons with a document', buttons({ header: { type: 'document', document: { link, filename: 'a.pdf' } } })],
		['a cta with a video', cta({ header: { type: 'video', video: { link } }, footer: { text: 'f' } })],
		[
			'a quote',
			{ type: 'text', text: { body: 'a' }, context: { message_id: 'wamid.A' }, recipient_type: 'individual' },
		],
	])('200 for %s', (_name, message) => expectAccepted(message));

	test('the answer has no message_status unless it is a template', async () => {
		const { data } = await bench.current.send({ text: { body: 'a' } });
		expect(data).toEqual({
			messaging_product: 'whatsapp',
			contacts: [{ input: '+15550123456', wa_id: '15550123456' }],
			messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9]{36}$/) }],
		});
	});
});

describe('read receipts', () => {
	const read = (body: object) =>
		bench.current.graph.post<GraphBody>(`/${NUMBER}/messages`, {
			messaging_product: 'whatsapp',
			status: 'read',
			...body,
		});

	test('mark the message and the earlier ones of the thread', async () => {
		const first = await bench.current.write();
		const second = await bench.current.write();
		const third = await bench.current.write();
		const foreign = await bench.current.write(BEN);
		const answer = await read({ message_id: second.id, typing_indicator: { type: 'text' } });
		expect(answer.data).toEqual({ success: true });
		const statusOf = async (key?: string) => (await bench.current.shown(key)).map(({ id, status }) => [id, status]);
		expect((await statusOf()).slice(0, 2)).toEqual([
			[first.id, 'read'],
			[second.id, 'read'],
		]);
		expect(await statusOf(BEN)).toEqual([[foreign.id, 'delivered']]);
		expect(third.status).toBe('delivered');
	});

	test('are refused for what was not received', async () => {
		const outbound = await bench.current.sent({ text: { body: 'a' } });
		expectRefusal(await read({ message_id: outbound }), { code: 131009, details: 'message_id' });
		expectRefusal(await read({}), { code: 131008, details: 'message_id' });
		const { id } = await bench.current.write();
		expectRefusal(await read({ message_id: id, typing_indicator: { type: 'voice' } }), {
			code: 131009,
			details: 'typing',
		});
		expectRefusal(await read({ message_id: id, status: 'seen' }), { code: 131009, details: 'status' });
	});
});
