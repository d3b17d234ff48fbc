import type { PhoneMessage } from '../src';
import { ANA, BEN, SECOND_NUMBER, UMA, useBench } from './support/bench';
import { expectShape as expectShapeOf } from './support/shapes';
import { until } from './support/until';

const bench = useBench();
const expectShape = (text: string, shape: string) => expectShapeOf(bench, text, { shape });
const of = (type: string, action: object) => ({
	type: 'interactive',
	interactive: { type, body: { text: 'Please' }, action },
});
const named = (type: string, name: string, parameters?: object) => of(type, { name, parameters });
const flow = (token?: string) =>
	named('flow', 'flow', { flow_message_version: '3', flow_id: '1', flow_cta: 'Rate', flow_token: token });

interface Answered {
	message: PhoneMessage;
	error?: { message: string };
}
const answer = (kind: string, body: object, key = ANA) =>
	bench.current.control.post<Answered>(`/phones/${key}/${kind}`, body);

/** The customer's message as the webhook brought it. */
async function arrived({ message }: Answered): Promise<Record<string, unknown>> {
	return until(message.id, () =>
		bench.current.receiver
			.values('messages')
			.flatMap(({ messages = [] }) => messages)
			.find(({ id }) => id === message.id),
	);
}

beforeEach(async () => {
	await bench.current.subscribe();
	await bench.current.write();
});

describe('answers to what the business asks', () => {
	test('a Flow goes back with its token, or as text just as it is', async () => {
		const messageId = await bench.current.sent(flow('order-77'));
		const { data } = await answer('flow', { messageId, response: { rating: '5' } });
		await expectShape('nfm_reply', 'in_interactive_nfm_reply_flow');
		expect(await arrived(data)).toMatchObject({
			context: { id: messageId },
			interactive: { nfm_reply: { response_json: '{"flow_token":"order-77","rating":"5"}' } },
		});
		const plain = await bench.current.sent(flow());
		const unused = await answer('flow', { messageId: plain, response: {} });
		expect(JSON.stringify(await arrived(unused.data))).toContain('\\"flow_token\\":\\"unused\\"');
		const raw = await answer('flow', { messageId: plain, response: 'no JSON' });
		expect(await arrived(raw.data)).toMatchObject({ interactive: { nfm_reply: { response_json: 'no JSON' } } });
		expect(raw.data.message).toMatchObject({ body: 'Sent', contextMessageId: plain });
	});

	test('the Flow of a template too', async () => {
		await bench.current.template({
			name: 'survey',
			language: 'en_US',
			category: 'UTILITY',
			components: [
				{ type: 'BODY', text: 'How was it?' },
				{ type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Rate', flow_id: '1' }] },
			],
		});
		const action = { type: 'action', action: { flow_token: 'T1' } };
		const components = [{ type: 'button', sub_type: 'flow', index: '0', parameters: [action] }];
		const template = { name: 'survey', language: { code: 'en_US' }, components };
		const messageId = await bench.current.sent({ type: 'template', template });
		const { data } = await answer('flow', { messageId, response: { stars: 4 } });
		expect(JSON.stringify(await arrived(data))).toContain('{\\"flow_token\\":\\"T1\\",\\"stars\\":4}');
	});

	test('an address', async () => {
		const messageId = await bench.current.sent(named('address_message', 'address_message', { country: 'IN' }));
		const values = { name: 'Ana Example', in_pin_code: '400001', city: 'Mumbai' };
		await answer('address', { messageId, values, savedAddressId: 'a1' });
		await expectShape('address_message', 'in_interactive_nfm_reply_address');
	});

	test('a place, asked for or not', async () => {
		const messageId = await bench.current.sent(named('location_request_message', 'send_location'));
		const place = { latitude: -12.0464, longitude: -77.0428 };
		const { data } = await answer('location', { ...place, messageId });
		await expectShape(data.message.id, 'in_location_reply_to_request');
		expect(await arrived(data)).toMatchObject({ context: { id: messageId } });
		const own = await answer('location', { ...place, name: 'Plaza', address: 'Jiron 1', url: 'https://a.example' });
		await expectShape(own.data.message.id, 'in_location');
		expect(own.data.message.location).toMatchObject({ latitude: -12.0464, name: 'Plaza' });
	});

	test('contact information, with the number that the business did not have', async () => {
		await bench.current.write(UMA);
		const asked = named('contact_request', 'request_contact_info');
		const messageId = await bench.current.sent({ ...asked, to: undefined, recipient: UMA });
		const { data } = await answer('contact-info', { messageId }, encodeURIComponent(UMA));
		await expectShape(data.message.id, 'in_contacts_request_contact_info_reply');
		expect(await arrived(data)).toMatchObject({ contacts: [{ phones: [{ wa_id: '447700900649' }] }] });
	});

	test('permission to call', async () => {
		const messageId = await bench.current.sent(named('call_permission_request', 'call_permission_request'));
		await answer('call-permission', { messageId, response: 'accept' });
		await expectShape('call_permission_reply', 'in_interactive_call_permission_reply');
		const { data } = await answer('call-permission', { messageId, response: 'reject' });
		expect((await arrived(data)).interactive).toMatchObject({
			call_permission_reply: { response: 'reject', response_source: 'user_action' },
		});
	});

	test('400 for a message that did not ask, 404 for one that is not there, 409 for one that never came', async () => {
		const messageId = await bench.current.sent({ text: { body: 'a' } });
		for (const [kind, body] of [
			['flow', { response: {} }],
			['address', {}],
			['location', { latitude: 1, longitude: 2 }],
			['contact-info', {}],
		] as const) {
			expect((await answer(kind, { messageId, ...body })).status).toBe(400);
			expect((await answer(kind, { messageId: 'wamid.A', ...body })).status).toBe(404);
		}
		const failed = await bench.current.sent({ ...flow(), to: `+${BEN}` });
		await bench.current.receiver.status(failed, 'failed');
		expect((await answer('flow', { messageId: failed, response: {} }, BEN)).status).toBe(409);
	});
});

describe('what a customer sends unasked', () => {
	test('an order', async () => {
		const items = [{ retailerId: 'mug-blue-01', quantity: 2, price: 12.5, currency: 'USD' }];
		const { data } = await answer('order', { catalogId: '55500011122', note: 'Gift wrap please', items });
		await expectShape('product_items', 'in_order');
		expect((await arrived(data)).order).toMatchObject({
			product_items: [{ product_retailer_id: 'mug-blue-01', quantity: 2, item_price: 12.5, currency: 'USD' }],
		});
		expect((await answer('order', { catalogId: '1', items: [{ ...items[0], quantity: 100 }] })).status).toBe(400);
	});

	test('a reaction, put on and taken away', async () => {
		const messageId = await bench.current.sent({ text: { body: 'a' } });
		const { data } = await answer('reaction', { messageId, emoji: '👍' });
		await expectShape(data.message.id, 'in_reaction');
		const gone = await answer('reaction', { messageId, emoji: '' });
		await expectShape(gone.data.message.id, 'in_reaction_removed');
		expect((await bench.current.shown()).at(-1)?.reaction).toEqual({ messageId, emoji: '' });
		expect((await answer('reaction', { messageId: 'wamid.A', emoji: '👍' })).status).toBe(404);
	});

	test('a card, a poll that the API does not pass on, a file that is too large', async () => {
		const card = await answer('contact', { name: 'Beto Example', phone: '+1 555 014 9999' });
		expect(await arrived(card.data)).toMatchObject({
			contacts: [{ origin: 'other', name: { first_name: 'Beto' }, phones: [{ wa_id: '15550149999' }] }],
		});
		await answer('unsupported', { kind: 'poll' });
		await expectShape('131051', 'in_unsupported');
		await answer('unsupported', { code: 131052 });
		await expectShape('131052', 'in_media_too_big_error');
	});

	test('texts that are forwarded, about a product, from an advertisement, long', async () => {
		await bench.current.write(ANA, 'FYI', { forwarded: 'once' });
		await expectShape('"forwarded":true', 'in_text_forwarded');
		await bench.current.write(ANA, 'FYI', { forwarded: 'often' });
		await expectShape('frequently_forwarded', 'in_text_frequently_forwarded');
		const replyTo = await bench.current.sent({ text: { body: 'a' } });
		const product = { catalogId: '55500011122', retailerId: 'mug-blue-01' };
		await bench.current.write(ANA, 'Does this ship to Lima?', { replyTo, product });
		await expectShape('referred_product', 'in_text_about_product');
		const long = 'ä'.repeat(65_536);
		expect((await bench.current.write(ANA, long)).body).toHaveLength(65_536);
		expect((await answer('text', { text: `${long}ä` })).status).toBe(400);
	});

	test('a file quotes too, to the number told', async () => {
		const replyTo = await bench.current.sent({ text: { body: 'a' } });
		const base64 = Buffer.from('picture').toString('base64');
		const file = { kind: 'image', mimeType: 'image/png', base64, replyTo, phoneNumberId: SECOND_NUMBER };
		const { data } = await answer('media', file);
		expect(data.message).toMatchObject({ contextMessageId: replyTo, phoneNumberId: SECOND_NUMBER });
		expect(await arrived(data)).toMatchObject({ context: { id: replyTo }, type: 'image' });
		expect((await bench.current.write()).phoneNumberId).toBe(SECOND_NUMBER);
	});
});
