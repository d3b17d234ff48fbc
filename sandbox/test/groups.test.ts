import { SEED } from '../src';
import { ANA, BEN, expectRefusal, NUMBER, useBench, type GraphBody } from './support/bench';

const bench = useBench();
const GROUP = SEED.groups[0]?.id ?? '';
const toGroup = (message: object) => bench.current.send({ recipient_type: 'group', to: GROUP, ...message });
const sentToGroup = async (message: object) => (await toGroup(message)).data.messages[0]?.id ?? '';
const pin = (messageId: string, extra: object = {}) =>
	toGroup({ type: 'pin', pin: { type: 'pin', message_id: messageId, expiration_days: 7, ...extra } });

test('a text to a group is on every phone, and its statuses name the participants', async () => {
	await bench.current.subscribe();
	const { data } = await toGroup({ text: { body: 'Hello all' } });
	expect(data).toEqual({
		messaging_product: 'whatsapp',
		contacts: [{ input: GROUP }],
		messages: [{ id: expect.stringMatching(/^wamid\./), group_id: GROUP }],
	});
	for (const key of [ANA, BEN])
		expect((await bench.current.shown(key))[0]).toMatchObject({
			body: 'Hello all',
			group: { id: GROUP, subject: 'Example group' },
		});
	const id = data.messages[0]?.id ?? '';
	expect(await bench.current.receiver.status(id, 'sent')).toMatchObject({
		recipient_id: GROUP,
		recipient_type: 'group',
	});
	await bench.current.receiver.status(id, 'delivered');
	const people = bench.current.receiver
		.values('messages')
		.flatMap(({ statuses = [] }) => statuses)
		.filter((each) => each.status === 'delivered')
		.map((each) => each.recipient_participant_id);
	expect(people).toEqual([ANA, BEN]);
});

test.each([
	['location', { type: 'location', location: { latitude: 1, longitude: 1 } }],
	['contacts', { type: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] }],
	['reaction', { type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '👍' } }],
	['interactive', { type: 'interactive', interactive: {} }],
])('131051 for %s', async (_type, message) => {
	expectRefusal(await toGroup(message), { code: 131051 });
});

test('a template of text goes, a carousel does not', async () => {
	const body = { type: 'BODY', text: 'News' };
	const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } };
	const card = { components: [header, body] };
	await bench.current.template({ name: 'plain', language: 'en', category: 'MARKETING', components: [body] });
	await bench.current.template({
		name: 'cards',
		language: 'en',
		category: 'MARKETING',
		components: [body, { type: 'CAROUSEL', cards: [card, card] }],
	});
	const template = (name: string, components?: object[]) => ({
		type: 'template',
		template: { name, language: { code: 'en' }, components },
	});
	expect((await toGroup(template('plain'))).status).toBe(200);
	const image = { type: 'image', image: { link: 'https://example.com/a.png' } };
	const picture = { type: 'header', parameters: [image] };
	const cards = [
		{ card_index: 0, components: [picture] },
		{ card_index: 1, components: [picture] },
	];
	expectRefusal(await toGroup(template('cards', [{ type: 'carousel', cards }])), { code: 131051, details: 'CAROUSEL' });
});

test('131041 for a group that is not there, 100 without one', async () => {
	const send = (to: unknown) =>
		bench.current.graph.post<GraphBody>(`/${NUMBER}/messages`, {
			messaging_product: 'whatsapp',
			recipient_type: 'group',
			to,
			text: { body: 'a' },
		});
	expectRefusal(await send('bm9ib2R5'), { code: 131041 });
	expectRefusal(await send(undefined), { code: 100, details: 'to is required' });
});

describe('pins', () => {
	test('a group has three at once; unpinning and time make room', async () => {
		const ids = [];
		for (const body of ['a', 'b', 'c', 'd', 'e']) ids.push(await sentToGroup({ text: { body } }));
		const [a = '', b = '', c = '', d = '', e = ''] = ids;
		for (const id of [a, b, c]) expect((await pin(id)).status).toBe(200);
		expectRefusal(await pin(d), { code: 131009, details: '3' });
		expect((await pin(a)).status).toBe(200);
		expect((await toGroup({ type: 'pin', pin: { type: 'unpin', message_id: b } })).status).toBe(200);
		expect((await pin(d)).status).toBe(200);
		expectRefusal(await pin(e), { code: 131009 });
		await bench.current.control.post('/clock', { advanceSeconds: 7 * 86_400 + 1 });
		expect((await pin(e)).status).toBe(200);
		const shown = await bench.current.shown();
		expect(shown.at(-1)).toMatchObject({ type: 'pin', pin: { type: 'pin', messageId: e, expirationDays: 7 } });
	});

	test('30 days go, 31 and 0 do not; a pin needs days and a message of the group', async () => {
		const id = await sentToGroup({ text: { body: 'a' } });
		expect((await pin(id, { expiration_days: 30 })).status).toBe(200);
		for (const days of [31, 0, 1.5])
			expectRefusal(await pin(id, { expiration_days: days }), { code: 131009, details: 'expiration_days' });
		expectRefusal(await pin(id, { expiration_days: undefined }), { code: 131008, details: 'expiration_days' });
		expectRefusal(await pin(await bench.current.sent({ text: { body: 'to Ana' } })), {
			code: 131009,
			details: 'group',
		});
		const alone = { type: 'pin', pin: { type: 'pin', message_id: id, expiration_days: 1 } };
		expectRefusal(await bench.current.send(alone), { code: 131009, details: 'recipient_type' });
	});
});
