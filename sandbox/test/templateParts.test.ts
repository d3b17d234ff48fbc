import { SEED } from '../src';
import { ANA, expectRefusal, useBench, type GraphBody } from './support/bench';
import { chars, limitTest as limits, many } from './support/limits';

const bench = useBench();
const limitTest = (input: Parameters<typeof limits>[1]) => limits(bench, input);
const handle = { header_handle: ['4::aW'] };
const body = { type: 'BODY', text: 'Look at this.' };
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });
const define = (components: object[], extra: object = {}) =>
	bench.current.template({ name: 'sample', language: 'en', category: 'MARKETING', components, ...extra });
const message = (...components: object[]) => ({
	type: 'template',
	template: { name: 'sample', language: { code: 'en' }, components },
});
const header = (parameter: object) => ({ type: 'header', parameters: [parameter] });
const button = (subType: string, ...parameters: object[]) => ({
	type: 'button',
	sub_type: subType,
	index: '0',
	parameters,
});
const action = (value: object) => ({ type: 'action', action: value });
const shown = async () => (await bench.current.shown()).at(-1);

/** Creates through Graph, where every definition must be refused or answered. */
const create = (components: object[], extra: object = {}) =>
	bench.current.graph.post<GraphBody>(`/${SEED.wabaId}/message_templates`, {
		name: 'created',
		language: 'en',
		category: 'MARKETING',
		components,
		...extra,
	});

describe('limited-time offer', () => {
	const offer = (text: string, expires: unknown = true) => ({
		type: 'LIMITED_TIME_OFFER',
		limited_time_offer: { text, has_expiration: expires },
	});
	const code = (example: string) => buttons({ type: 'COPY_CODE', example });
	const end = (value: unknown) => ({
		type: 'limited_time_offer',
		parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: value } }],
	});
	const coupon = (value: string) => button('copy_code', { type: 'coupon_code', coupon_code: value });

	test('16 characters and a code of 15 go, 17 and 16 do not; marketing only, no footer', async () => {
		expect((await create([body, offer(chars(16)), code(chars(15))])).status).toBe(200);
		expectRefusal(await create([body, offer(chars(17))]), { code: 100, details: '16' });
		expectRefusal(await create([body, offer('')]), { code: 100, details: 'LIMITED_TIME_OFFER' });
		expectRefusal(await create([body, offer('Now'), code(chars(16))]), { code: 100, details: '15' });
		expectRefusal(await create([body, offer('Now'), { type: 'FOOTER', text: 'f' }]), { code: 100, details: 'FOOTER' });
		expectRefusal(await create([body, offer('Now')], { category: 'UTILITY' }), { code: 100, details: 'MARKETING' });
		expectRefusal(await create([body, offer('Now', 'yes')]), { code: 100, details: 'has_expiration' });
	});

	test('its end is in the future, in whole milliseconds, and shown', async () => {
		await define([body, offer('Ends soon'), code('SAVE')]);
		const tomorrow = Date.now() + 86_400_000;
		await bench.current.sent(message(end(tomorrow), coupon(chars(15))));
		expect((await shown())?.offer).toEqual({ text: 'Ends soon', endsAt: new Date(tomorrow).toISOString() });
		const send = (...parts: object[]) => bench.current.send(message(...parts, coupon('SAVE')));
		expectRefusal(await send(end(Date.now() - 1000)), { code: 132018, details: 'past' });
		expectRefusal(await send(end('tomorrow')), { code: 132012, details: 'milliseconds' });
		expectRefusal(await send(end(8.64e15 + 1)), { code: 132012, details: 'milliseconds' });
		expectRefusal(await send(end(tomorrow + 0.5)), { code: 132012, details: 'milliseconds' });
		expectRefusal(await send(), { code: 132000, details: 'limited_time_offer' });
		expectRefusal(await bench.current.send(message(end(tomorrow), coupon(chars(16)))), { code: 131009, details: '15' });
	});

	test('one that does not end takes none, and neither does a template without one', async () => {
		await define([body, offer('Always', false)]);
		expect((await bench.current.send(message())).status).toBe(200);
		expectRefusal(await bench.current.send(message(end(Date.now() + 1e6))), { code: 132000 });
		await define([body]);
		expectRefusal(await bench.current.send(message(end(Date.now() + 1e6))), { code: 132018, details: 'no such' });
	});
});

describe('headers', () => {
	test('a product needs its ID and catalog, and is shown', async () => {
		await define([{ type: 'HEADER', format: 'PRODUCT' }, body, buttons({ type: 'SPM', text: 'View' })]);
		const product = (value: object) => message(header({ type: 'product', product: value }));
		await bench.current.sent(product({ product_retailer_id: 'mug', catalog_id: 'c1' }));
		expect(await shown()).toMatchObject({
			products: [{ catalogId: 'c1', retailerId: 'mug' }],
			buttons: [{ type: 'other', action: 'spm', title: 'View' }],
		});
		expectRefusal(await bench.current.send(product({ product_retailer_id: 'mug' })), {
			code: 131008,
			details: 'catalog_id',
		});
		expectRefusal(await bench.current.send(message()), { code: 132012, details: 'PRODUCT' });
		expectRefusal(await create([body, buttons({ type: 'SPM', text: 'View' })]), { code: 100, details: 'PRODUCT' });
	});

	test('a GIF is an mp4 of 3.5 MB at most', async () => {
		await define([{ type: 'HEADER', format: 'GIF', example: handle }, body]);
		const upload = async (size: number, type = 'video/mp4') =>
			(await bench.current.upload({ bytes: new Uint8Array(size), type })).data.id;
		const send = (id: string) =>
			bench.current.graph.post<GraphBody>(`/${SEED.phoneNumbers[0]?.id}/marketing_messages`, {
				messaging_product: 'whatsapp',
				to: `+${ANA}`,
				...message(header({ type: 'video', video: { id } })),
			});
		expect((await send(await upload(3.5 * 1024 * 1024))).status).toBe(200);
		expectRefusal(await send(await upload(3.5 * 1024 * 1024 + 1)), { code: 131053, details: 'GIF' });
		expectRefusal(await send(await upload(10, 'video/3gpp')), { code: 131053, details: 'GIF' });
	});

	test('a location is not for authentication', async () => {
		expectRefusal(await create([{ type: 'HEADER', format: 'LOCATION' }, body], { category: 'AUTHENTICATION' }), {
			code: 100,
			subcode: 2388047,
		});
	});
});

describe('buttons', () => {
	test('a Flow takes a token and data, or nothing', async () => {
		await define([body, buttons({ type: 'FLOW', text: 'Rate us', flow_id: '1' })]);
		const flow = (value: object) => message(button('flow', action(value)));
		await bench.current.sent(message());
		await bench.current.sent(flow({ flow_token: 't', flow_action_data: { order: 7 } }));
		expect((await shown())?.buttons).toEqual([{ index: 0, type: 'other', title: 'Rate us', action: 'flow' }]);
		expectRefusal(await bench.current.send(flow({ flow_action_data: 'x' })), { code: 131009, details: 'data' });
		expectRefusal(await bench.current.send(flow({ token: 'x' })), { code: 100, details: 'token' });
		expectRefusal(await create([body, buttons({ type: 'FLOW', text: 'a' })]), { code: 100, details: 'flow_id' });
	});

	test('a catalog may have a thumbnail', async () => {
		await define([body, buttons({ type: 'CATALOG', text: 'View catalog' })]);
		await bench.current.sent(message());
		await bench.current.sent(message(button('CATALOG', action({ thumbnail_product_retailer_id: 'mug' }))));
		expectRefusal(await bench.current.send(message(button('catalog', action({ thumbnail_product_retailer_id: '' })))), {
			code: 131009,
			details: 'thumbnail',
		});
	});

	describe('of products', () => {
		const items = (count: number) => many(count, (i) => ({ product_retailer_id: `p${i}` }));
		const section = (count: number, title = 'Mugs') => ({ title, product_items: items(count) });
		const products = (...sections: object[]) =>
			message(button('mpm', action({ thumbnail_product_retailer_id: 'p0', sections })));
		beforeEach(() => define([body, buttons({ type: 'MPM', text: 'View items' })]));

		limitTest({
			name: 'sections',
			limit: 10,
			message: (n) => products(...many(n, () => section(1))),
			details: 'sections',
		});
		limitTest({ name: 'products', limit: 30, message: (n) => products(section(n)), details: 'product_items' });
		limitTest({
			name: 'products in two sections',
			limit: 30,
			message: (n) => products(section(15), section(n - 15)),
			details: 'in total',
		});
		limitTest({ name: 'title', limit: 24, message: (n) => products(section(1, chars(n))), details: 'title' });

		test('are needed, and shown', async () => {
			expectRefusal(await bench.current.send(message()), { code: 131008, details: 'MPM' });
			await bench.current.sent(products(section(2)));
			expect((await shown())?.products).toEqual([
				{ retailerId: 'p0', section: 'Mugs' },
				{ retailerId: 'p1', section: 'Mugs' },
			]);
		});
	});

	describe('of a call', () => {
		const minutes = (value: unknown) => ({ type: 'ttl_minutes', ttl_minutes: value });
		const payload = (value: string) => ({ type: 'payload', payload: value });
		const call = (...parameters: object[]) =>
			message({ type: 'button', sub_type: 'voice_call', index: undefined, parameters });
		beforeEach(() => define([body, buttons({ type: 'VOICE_CALL', text: 'Call us' })]));

		limitTest({ name: 'minutes', limit: 43_200, message: (n) => call(minutes(n)), details: 'ttl_minutes' });
		limitTest({ name: 'payload', limit: 512, message: (n) => call(payload(chars(n))), details: 'payload' });

		test('take minutes and a payload, both or none, and need no index', async () => {
			await bench.current.sent(message());
			await bench.current.sent(call(minutes(1), payload('order-7')));
			expect((await shown())?.buttons).toEqual([
				{ index: 0, type: 'other', title: 'Call us', action: 'voice_call', payload: 'order-7' },
			]);
			expectRefusal(await bench.current.send(call(minutes(0))), { code: 131009, details: 'ttl_minutes' });
			expectRefusal(await bench.current.send(call(minutes(1), minutes(2))), { code: 132018, details: 'twice' });
			expectRefusal(await bench.current.send(call({ type: 'text', text: 'a' })), {
				code: 132012,
				details: 'ttl_minutes',
			});
		});
	});

	test('order details are an order whose sums are right', async () => {
		await define([body, buttons({ type: 'ORDER_DETAILS', text: 'Review' })], { display_format: 'ORDER_DETAILS' });
		const amount = (value: number) => ({ value, offset: 100 });
		const order = (total: number) => ({
			reference_id: 'order-7',
			type: 'digital-goods',
			currency: 'BRL',
			total_amount: amount(total),
			order: {
				status: 'pending',
				items: [{ retailer_id: 'm', name: 'Mug', amount: amount(1000), quantity: 1 }],
				subtotal: amount(1000),
				tax: amount(0),
			},
		});
		const send = (details: object) => message(button('order_details', action({ order_details: details })));
		await bench.current.sent(send(order(1000)));
		expect((await shown())?.order).toMatchObject({ referenceId: 'order-7', currency: 'BRL', total: 10 });
		expectRefusal(await bench.current.send(send(order(1001))), { code: 131009, details: 'total_amount' });
		expectRefusal(await bench.current.send(message()), { code: 131008, details: 'ORDER_DETAILS' });
	});

	test('a request of the number takes nothing, and is not for authentication', async () => {
		await define([body, buttons({ type: 'REQUEST_CONTACT_INFO' })]);
		await bench.current.sent(message());
		expect((await shown())?.buttons?.[0]).toMatchObject({
			title: 'Share contact info',
			action: 'request_contact_info',
		});
		const parameter = button('request_contact_info', { type: 'payload', payload: 'a' });
		expectRefusal(await bench.current.send(message(parameter)), { code: 132018 });
		const asked = create([body, buttons({ type: 'REQUEST_CONTACT_INFO' })], { category: 'AUTHENTICATION' });
		expectRefusal(await asked, { code: 100, details: 'AUTHENTICATION' });
	});

	test('one-time passwords: kinds, apps, terms, minutes, and what a code may be', async () => {
		const app = { package_name: 'com.example', signature_hash: 'K8a/AINcGX7' };
		const otp = (extra: object, footer: object[] = []) =>
			create([{ type: 'BODY' }, ...footer, buttons({ type: 'OTP', ...extra })], {
				category: 'AUTHENTICATION',
				name: `otp_${JSON.stringify([extra, footer]).replace(/\W/g, '').toLowerCase()}`,
			});
		const expiry = (minutes: number) => [{ type: 'FOOTER', code_expiration_minutes: minutes }];
		expect((await otp({ otp_type: 'COPY_CODE' })).status).toBe(200);
		expect((await otp({ otp_type: 'one_tap', supported_apps: [app] })).status).toBe(200);
		const zero = { otp_type: 'ZERO_TAP', supported_apps: [app], zero_tap_terms_accepted: true };
		expect((await otp(zero)).status).toBe(200);
		expectRefusal(await otp({ otp_type: 'TWO_TAP' }), { code: 100, details: 'otp_type' });
		expectRefusal(await otp({ otp_type: 'ONE_TAP' }), { code: 100, details: 'supported_apps' });
		expectRefusal(await otp({ ...zero, zero_tap_terms_accepted: false }), { code: 100, details: 'terms' });
		for (const minutes of [1, 90]) expect((await otp({ otp_type: 'COPY_CODE' }, expiry(minutes))).status).toBe(200);
		for (const minutes of [0, 91])
			expectRefusal(await otp({ otp_type: 'COPY_CODE' }, expiry(minutes)), { code: 100, subcode: 2388073 });
		expectRefusal(await create([body, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })]), { code: 100, details: 'OTP' });
		await define([{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })], { category: 'AUTHENTICATION' });
		const text = (value: string) => ({ type: 'text', text: value });
		for (const value of ['😀12', 'www.a.com'])
			expectRefusal(
				await bench.current.send(message({ type: 'body', parameters: [text(value)] }, button('url', text(value)))),
				{ code: 131009, details: 'emoji' },
			);
	});
});

describe('carousels', () => {
	const productCard = {
		components: [{ type: 'HEADER', format: 'PRODUCT' }, buttons({ type: 'SPM', text: 'View' })],
	};
	const sentProduct = (index: number, id = `p${index}`) => ({
		card_index: index,
		components: [header({ type: 'product', product: { product_retailer_id: id, catalog_id: 'c1' } })],
	});
	const cards = (...list: object[]) => message({ type: 'carousel', cards: list });
	const media = (format: string, ...more: object[]) => ({
		components: [{ type: 'HEADER', format, example: handle }, ...more],
	});

	test('of products: two are defined, two to ten are sent', async () => {
		await define([body, { type: 'CAROUSEL', cards: [productCard, productCard] }]);
		await bench.current.sent(cards(...many(10, (i) => sentProduct(i))));
		const seen = await shown();
		expect(seen?.cards).toHaveLength(10);
		expect(seen?.cards?.[9]).toEqual({ products: [{ catalogId: 'c1', retailerId: 'p9' }] });
		expect(seen?.buttons?.[9]).toMatchObject({ index: 9, card: 9, title: 'View' });
		expectRefusal(await bench.current.send(cards(...many(11, (i) => sentProduct(i)))), { code: 132000 });
		expectRefusal(await bench.current.send(cards(sentProduct(0))), { code: 132000 });
		expectRefusal(await bench.current.send(cards(sentProduct(0), sentProduct(0))), { code: 132018, details: 'twice' });
	});

	test('of media: buttons are shown card by card', async () => {
		const card = media('IMAGE', body, buttons({ type: 'QUICK_REPLY', text: 'More' }));
		await define([body, { type: 'CAROUSEL', cards: [card, card] }]);
		const picture = header({ type: 'image', image: { link: 'https://e.com/a.png' } });
		const more = (payload: string) => button('quick_reply', { type: 'payload', payload });
		const id = await bench.current.sent(
			cards(
				{ card_index: 0, components: [picture, more('first')] },
				{ card_index: 1, components: [picture, more('second')] },
			),
		);
		const seen = await shown();
		expect(seen?.buttons?.map(({ index, card: on, payload }) => [index, on, payload])).toEqual([
			[0, 0, 'first'],
			[1, 1, 'second'],
		]);
		const { data } = await bench.current.control.post(`/phones/${ANA}/tap`, { messageId: id, id: 'second' });
		expect(data.message).toMatchObject({ type: 'button', body: 'More' });
	});

	test('definitions: ten cards, the same header on all, a text on each with media', async () => {
		const carousel = (...list: object[]) =>
			create([body, { type: 'CAROUSEL', cards: list }], { name: `c${list.length}` });
		const image = media('IMAGE', body);
		expect((await carousel(...many(10, () => image))).status).toBe(200);
		expectRefusal(await carousel(...many(11, () => image)), { code: 100, details: '10' });
		expectRefusal(await carousel(productCard), { code: 100, details: '2' });
		expectRefusal(await carousel(image, media('VIDEO', body)), { code: 100, details: 'IMAGE' });
		expectRefusal(await carousel(media('IMAGE'), image), { code: 100, details: 'BODY' });
		expectRefusal(await carousel(media('DOCUMENT', body)), { code: 100, details: 'HEADER' });
		expectRefusal(await carousel(media('IMAGE', body, { type: 'FOOTER', text: 'f' })), {
			code: 100,
			details: 'FOOTER',
		});
	});
});

test('a tap target has a URL and a title, once', async () => {
	await define([body]);
	const target = (...list: object[]) =>
		message({
			type: 'tap_target_configuration',
			parameters: [{ type: 'tap_target_configuration', tap_target_configuration: list }],
		});
	const offer = { url: 'https://example.com/offer', title: 'Offer' };
	await bench.current.sent(target(offer));
	expect((await shown())?.tapTarget).toEqual(offer);
	expectRefusal(await bench.current.send(target({ ...offer, url: 'example' })), { code: 131009, details: 'url' });
	expectRefusal(await bench.current.send(target({ url: offer.url })), { code: 131008, details: 'title' });
	expectRefusal(await bench.current.send(target(offer, offer)), { code: 131009, details: '1' });
});

test.each([
	['AUTHENTICATION', [30, 900, -1], [29, 901]],
	['UTILITY', [30, 43_200, -1], [29, 43_201]],
	['MARKETING', [43_200, 2_592_000], [43_199, 2_592_001, -1]],
])('time to live of %s', async (category, good, bad) => {
	const live = (seconds: number) =>
		create([category === 'AUTHENTICATION' ? { type: 'BODY' } : body], {
			category,
			name: `ttl_${Math.abs(seconds)}`,
			message_send_ttl_seconds: seconds,
		});
	for (const seconds of good) expect((await live(seconds)).status).toBe(200);
	for (const seconds of bad) expectRefusal(await live(seconds), { code: 100, details: 'message_send_ttl_seconds' });
});
