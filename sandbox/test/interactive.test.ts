import { ANA, expectRefusal, useBench } from './support/bench';
import { chars, expectAccepted as accepted, limitTest as limits, many } from './support/limits';

const bench = useBench();
const limitTest = (input: Parameters<typeof limits>[1]) => limits(bench, input);
const link = 'https://example.com/file';

/** An interactive message of a type; `parts` overrides, and an `undefined` leaves out. */
const of = (type: string, action: object, parts: object = {}) => ({
	type: 'interactive',
	interactive: { type, body: { text: 'Please' }, action, ...parts },
});
const named = (type: string, name: string, parameters?: object, parts?: object) =>
	of(type, { name, parameters }, parts);
const flow = (parameters: object = {}, parts?: object) =>
	named('flow', 'flow', { flow_message_version: '3', flow_id: '123', flow_cta: 'Rate us', ...parameters }, parts);
const voiceCall = (parameters?: object) => named('voice_call', 'voice_call', parameters);
const address = (parameters: object = {}) =>
	named('address_message', 'address_message', { country: 'IN', ...parameters });
const product = (action: object = {}, parts?: object) =>
	of('product', { catalog_id: 'c1', product_retailer_id: 'p1', ...action }, parts);
const items = (count: number) => many(count, (index) => ({ product_retailer_id: `p${index}` }));
const header = { type: 'text', text: 'Our mugs' };
const productList = (sections: object[], parts: object = {}) =>
	of('product_list', { catalog_id: 'c1', sections }, { header, ...parts });
const cta = (extra: object = {}) => ({
	name: 'cta_url',
	parameters: { display_text: 'Buy', url: 'https://example.com', ...extra },
});
const card = (index: number, extra: object = {}) => ({
	card_index: index,
	type: 'cta_url',
	header: { type: 'image', image: { link } },
	action: cta(),
	...extra,
});
const productCard = (index: number, action: object = {}) => ({
	card_index: index,
	type: 'product',
	action: { product_retailer_id: `p${index}`, catalog_id: 'c1', ...action },
});
const carousel = (cards: object[], parts?: object) => of('carousel', { cards }, parts);
const both = (extra: object) => carousel([card(0, extra), card(1)]);
const quick = (count: number, extra: object = {}) => ({
	buttons: many(count, (index) => ({
		type: 'quick_reply',
		quick_reply: { id: `q${index}`, title: `Quick ${index}`, ...extra },
	})),
});

describe('limits', () => {
	const framed: ReadonlyArray<[string, (parts: object) => object]> = [
		['flow', (parts) => flow({}, parts)],
		['location request', (parts) => named('location_request_message', 'send_location', undefined, parts)],
		['contact request', (parts) => named('contact_request', 'request_contact_info', undefined, parts)],
		['call permission', (parts) => named('call_permission_request', 'call_permission_request', undefined, parts)],
		['catalog', (parts) => named('catalog_message', 'catalog_message', undefined, parts)],
		['product', (parts) => product({}, parts)],
		['product list', (parts) => productList([{ product_items: items(1) }], parts)],
		['carousel', (parts) => carousel([card(0), card(1)], parts)],
	];
	for (const [name, message] of framed.filter(([each]) => each !== 'call permission')) {
		limitTest({
			name: `${name} body`,
			limit: 1024,
			message: (n) => message({ body: { text: chars(n) } }),
			details: "['body']",
		});
	}
	test('call permission body: 1024 go, 1025 do not', async () => {
		const ask = (n: number) =>
			named('call_permission_request', 'call_permission_request', undefined, { body: { text: chars(n) } });
		expectRefusal(await bench.current.send(ask(1025)), { code: 131009, details: "['body']" });
		await accepted(bench, ask(1024));
	});
	limitTest({ name: 'flow_cta', limit: 30, message: (n) => flow({ flow_cta: chars(n) }), details: 'flow_cta' });
	limitTest({
		name: 'call label',
		limit: 20,
		message: (n) => voiceCall({ display_text: chars(n) }),
		details: 'display_text',
	});
	limitTest({
		name: 'call minutes',
		limit: 43_200,
		message: (n) => voiceCall({ ttl_minutes: n }),
		details: 'ttl_minutes',
	});
	limitTest({ name: 'call payload', limit: 512, message: (n) => voiceCall({ payload: chars(n) }), details: 'payload' });
	limitTest({
		name: 'product sections',
		limit: 10,
		message: (n) => productList(many(n, (index) => ({ title: `S${index}`, product_items: items(1) }))),
		details: "['sections']",
	});
	limitTest({
		name: 'products in one section',
		limit: 30,
		message: (n) => productList([{ product_items: items(n) }]),
		details: 'product_items',
	});
	limitTest({
		name: 'products in two sections',
		limit: 30,
		message: (n) =>
			productList([
				{ title: 'A', product_items: items(20) },
				{ title: 'B', product_items: items(n - 20) },
			]),
		details: 'in total',
	});
	limitTest({
		name: 'product section title',
		limit: 24,
		message: (n) => productList([{ title: chars(n), product_items: items(1) }]),
		details: "['title']",
	});
	limitTest({ name: 'media cards', limit: 10, message: (n) => carousel(many(n, (i) => card(i))), details: 'cards' });
	limitTest({
		name: 'product cards',
		limit: 10,
		message: (n) => carousel(many(n, (i) => productCard(i))),
		details: 'cards',
	});
	limitTest({
		name: 'card body',
		limit: 160,
		message: (n) => both({ body: { text: chars(n) } }),
		details: "[0]['body']",
	});
	limitTest({
		name: 'card line breaks',
		limit: 2,
		message: (n) => both({ body: { text: many(n + 1, () => 'x').join('\n') } }),
		details: 'line breaks',
	});
	limitTest({
		name: 'card label',
		limit: 20,
		message: (n) => both({ action: cta({ display_text: chars(n) }) }),
		details: '[0]',
	});
});

describe('shapes', () => {
	test.each([
		['a flow by name, as a draft', flow({ flow_id: undefined, flow_name: 'rate', mode: 'draft', flow_token: 't' })],
		['a flow with its first screen', flow({ flow_action_payload: { screen: 'A', data: { a: 1 } } })],
		['a flow that asks its endpoint', flow({ flow_action: 'data_exchange' })],
		['an address with what is known', address({ values: { name: 'Ana', in_pin_code: '400001' } })],
		['saved addresses', address({ saved_addresses: [{ id: 'a1', value: { city: 'Mumbai' } }] })],
		['address errors', address({ validation_errors: { in_pin_code: 'unknown' } })],
		['a call button without parameters', voiceCall()],
		['a product without text', product({}, { body: undefined })],
		['a catalog with a thumbnail', named('catalog_message', 'catalog_message', { thumbnail_product_retailer_id: 'p' })],
		['cards with quick replies', carousel([card(0, { action: quick(2) }), card(1, { action: quick(1) })])],
		[
			'a call permission without text',
			named('call_permission_request', 'call_permission_request', undefined, { body: undefined }),
		],
	])('200 for %s', (_name, message) => accepted(bench, message));

	test.each([
		['a flow without one', flow({ flow_id: undefined }), 'flow_id'],
		['a flow without a label', flow({ flow_cta: undefined }), 'flow_cta'],
		['a flow payload without a screen', flow({ flow_action_payload: {} }), 'screen'],
		[
			'a location request without text',
			named('location_request_message', 'send_location', undefined, { body: undefined }),
			"['body']",
		],
		['a location request without an action', of('location_request_message', {}), 'name'],
		['an address without a country', address({ country: undefined }), 'country'],
		['a product without a catalog', product({ catalog_id: undefined }), 'catalog_id'],
		[
			'a product list without a header',
			productList([{ product_items: items(1) }], { header: undefined }),
			"['header']",
		],
		[
			'a second product section without a title',
			productList([{ title: 'A', product_items: items(1) }, { product_items: items(1) }]),
			"[1]['title']",
		],
		['a card without a header', both({ header: undefined }), "[0]['header']"],
	])('131008 for %s', async (_name, message, details) => {
		expectRefusal(await bench.current.send(message), { code: 131008, details });
	});

	test.each([
		['a flow by ID and name', flow({ flow_name: 'rate' }), 'Only one'],
		['another flow version', flow({ flow_message_version: '4' }), 'flow_message_version'],
		['emoji in a flow label', flow({ flow_cta: 'Rate 😀' }), 'emoji'],
		['a flow payload without data', flow({ flow_action_payload: { screen: 'A', data: {} } }), 'data'],
		[
			'a payload for data_exchange',
			flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
			'navigate',
		],
		['an address outside India', address({ country: 'US' }), 'country'],
		['a pin code of five digits', address({ values: { in_pin_code: '40000' } }), 'in_pin_code'],
		['a call of no minutes', voiceCall({ ttl_minutes: 0 }), 'ttl_minutes'],
		[
			'a product list with a picture',
			productList([{ product_items: items(1) }], { header: { type: 'image', image: { link } } }),
			"['header']",
		],
		['one card', carousel([card(0)]), 'cards'],
		['one product card', carousel([productCard(0)]), 'cards'],
		['a card index of 10', both({ card_index: 10 }), 'card_index'],
		['a card index twice', both({ card_index: 1 }), 'duplicate card_index'],
		['a picture and a video', both({ header: { type: 'video', video: { link } } }), 'same header type'],
		['a card of text', both({ header: { type: 'text', text: 'a' } }), "['header']"],
		['a card with an unknown file', both({ header: { type: 'image', image: { id: '42' } } }), 'attachment ID'],
		['two catalogs', carousel([productCard(0), productCard(1, { catalog_id: 'c2' })]), 'catalog_id'],
	])('131009 for %s', async (_name, message, details) => {
		expectRefusal(await bench.current.send(message), { code: 131009, details });
	});

	test.each([
		['a product with a header', product({}, { header }), 'header'],
		['a carousel with a header', carousel([card(0), card(1)], { header }), 'header'],
		['a carousel with a footer', carousel([card(0), card(1)], { footer: { text: 'f' } }), 'footer'],
		['an address field of another country', address({ values: { zip: '1' } }), 'zip'],
	])('100 for %s', async (_name, message, details) => {
		expectRefusal(await bench.current.send(message), { code: 100, details });
	});
});

describe('requests of permission to call', () => {
	const ask = named('call_permission_request', 'call_permission_request', undefined, { body: undefined });

	test('138009 for a second one in a day and a third one in a week; other people are not concerned', async () => {
		const { send, control } = {
			send: (to?: object) => bench.current.send({ ...ask, ...to }),
			control: bench.current.control,
		};
		await accepted(bench, ask);
		expectRefusal(await send(), { code: 138009, details: '24 hours' });
		expect((await send({ to: '+15550123457' })).status).toBe(200);
		await control.post('/clock', { advanceSeconds: 86_401 });
		await accepted(bench, ask);
		await control.post('/clock', { advanceSeconds: 86_401 });
		expectRefusal(await send(), { code: 138009 });
		await control.post('/clock', { advanceSeconds: 6 * 86_400 });
		await accepted(bench, ask);
	});
});

describe('on the phone', () => {
	test('buttons have the words of the business, or WhatsApp’s own', async () => {
		await bench.current.sent(flow());
		await bench.current.sent(named('location_request_message', 'send_location'));
		await bench.current.sent(voiceCall({ display_text: 'Call us', payload: 'p' }));
		const shown = await bench.current.shown();
		expect(shown.map(({ body, buttons }) => [body, buttons])).toEqual([
			['Please', [{ index: 0, type: 'other', title: 'Rate us', action: 'flow' }]],
			['Please', [{ index: 0, type: 'other', title: 'Send location', action: 'send_location' }]],
			['Please', [{ index: 0, type: 'other', title: 'Call us', action: 'voice_call', payload: 'p' }]],
		]);
	});

	test('products and cards are listed, and a card’s quick reply can be tapped', async () => {
		await bench.current.write();
		await bench.current.sent(productList([{ title: 'Mugs', product_items: items(2) }]));
		const id = await bench.current.sent(
			carousel([card(0, { body: { text: 'Red' }, action: quick(2) }), card(1, { action: quick(1) })]),
		);
		const [, list, cards] = await bench.current.shown();
		expect(list?.products).toEqual([
			{ catalogId: 'c1', retailerId: 'p0', section: 'Mugs' },
			{ catalogId: 'c1', retailerId: 'p1', section: 'Mugs' },
		]);
		expect(cards?.cards).toEqual([
			{ header: { type: 'image', mediaUrl: link }, body: 'Red' },
			{ header: { type: 'image', mediaUrl: link } },
		]);
		expect(cards?.buttons?.map(({ index, card: on, id: reply }) => [index, on, reply])).toEqual([
			[0, 0, 'q0'],
			[1, 0, 'q1'],
			[2, 1, 'q0'],
		]);
		const { data } = await bench.current.control.post(`/phones/${ANA}/tap`, { messageId: id, index: 2 });
		expect(data.message).toMatchObject({ type: 'interactive', body: 'Quick 0', contextMessageId: id });
	});
});
