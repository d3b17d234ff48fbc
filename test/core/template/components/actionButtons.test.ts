import { problemsOf } from '../../message/problemsOf';
import { form, sent } from '../definitions';

function buttons(...list: object[]) {
	return [{ type: 'BUTTONS', buttons: list }];
}

describe('flow', () => {
	const flow = buttons({ type: 'QUICK_REPLY', text: 'No' }, { type: 'FLOW', text: 'Rate us', flow_id: '1' });

	test('asks for token and data, both optional', () => {
		expect(form(flow).slice(1)).toEqual([
			'button_1_flow_token: Button 2 "Rate us" Flow Token (optional)',
			'button_1_flow_data: Button 2 "Rate us" Flow Data (optional)',
		]);
	});

	test.each([
		[{}, { flow_token: 'unused' }],
		[{ button_1_flow_token: 'order-7' }, { flow_token: 'order-7' }],
		[{ button_1_flow_data: '{"order": 7}' }, { flow_token: 'unused', flow_action_data: { order: 7 } }],
		[{ button_1_flow_data: { order: 7 } }, { flow_token: 'unused', flow_action_data: { order: 7 } }],
	])('sends %j', (values, action) => {
		expect(sent(flow, values)).toEqual([
			{ type: 'button', sub_type: 'flow', index: '1', parameters: [{ type: 'action', action }] },
		]);
	});

	test.each(['{order: 7}', '[7]', 7])('refuses the data %j', (data) => {
		expect(problemsOf(() => sent(flow, { button_1_flow_data: data }))).toEqual([
			{
				field: 'Button 2 "Rate us" Flow Data (optional)',
				message: 'must be a JSON object, such as {"name": "Ana"}',
			},
		]);
	});
});

describe('catalog', () => {
	const catalog = buttons({ type: 'CATALOG', text: 'View catalog' });

	test('sends the product of the picture, or nothing', () => {
		expect(form(catalog)).toEqual([
			'button_0_thumbnail_product_id: Button 1 "View catalog" Thumbnail Product ID (optional)',
		]);
		expect(sent(catalog, { button_0_thumbnail_product_id: 'SKU-1' })).toEqual([
			{
				type: 'button',
				sub_type: 'catalog',
				index: '0',
				parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'SKU-1' } }],
			},
		]);
		expect(sent(catalog, {})).toBeUndefined();
	});
});

describe('multi-product', () => {
	const products = buttons({ type: 'MPM', text: 'View items' });
	const field = 'Button 1 "View items" Products (e.g. New: A1, A2; Sale: B1)';
	const withProducts = (value: unknown) => ({ button_0_thumbnail_product_id: 'A1', button_0_products: value });
	const sections = [
		{ title: 'New', product_items: [{ product_retailer_id: 'A1' }, { product_retailer_id: 'A2' }] },
		{ title: 'Sale', product_items: [{ product_retailer_id: 'B1' }] },
	];

	test.each([
		['text', 'New: A1, A2; Sale: B1', sections],
		['lines', 'New: A1, A2\nSale: B1\n', sections],
		['a list of sections', [{ title: 'New', products: ['A1', 'A2'] }, { title: 'Sale', products: ['B1'] }], sections],
		['a list as text', '[{"title": "New", "products": ["A1", "A2"]}, {"title": "Sale", "products": ["B1"]}]', sections],
		[
			'a list whose IDs have any signs',
			[{ title: 'S', products: ['A:1;x', 7] }],
			[{ title: 'S', product_items: [{ product_retailer_id: 'A:1;x' }, { product_retailer_id: '7' }] }],
		],
	])('sends sections of products from %s', (_, value, expected) => {
		expect(sent(products, withProducts(value))).toEqual([
			{
				type: 'button',
				sub_type: 'mpm',
				index: '0',
				parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'A1', sections: expected } }],
			},
		]);
	});

	const many = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`);

	test.each([
		['30 products', `S: ${many(30).join(',')}`, []],
		['31 products', `S: ${many(31).join(',')}`, [{ field, message: 'has 31 products in all, at most 30 are allowed' }]],
		['10 sections', many(10).map((id) => `S: ${id}`).join(';'), []],
		['11 sections', many(11).map((id) => `S: ${id}`).join(';'), [{ field, message: 'has 11 sections, at most 10 are allowed' }]],
		['a title of 24', `${'x'.repeat(24)}: A`, []],
		[
			'a title of 25',
			`${'x'.repeat(25)}: A`,
			[{ field: `${field}: Section 1 Title`, message: 'has 25 characters, at most 24 are allowed' }],
		],
		['a section without a title', 'A; S: B', [{ field: `${field}: Section 1 Title`, message: 'must not be empty' }]],
		['a section without products', 'S: ; T: A', [{ field: `${field}: Section 1`, message: 'must not be empty; name at least one product' }]],
		['a product twice', 'S: A, A', [{ field: `${field}: Section 1`, message: 'names "A" more than once' }]],
		['a list of IDs', ['A'], [
			{ field: `${field}: Section 1 Title`, message: 'must not be empty' },
			{ field: `${field}: Section 1`, message: 'must not be empty; name at least one product' },
		]],
		['nothing', '', [{ field, message: 'must not be empty' }]],
	])('%s', (_, value, problems) => {
		expect(problemsOf(() => sent(products, withProducts(value)))).toEqual(problems);
	});
});

describe('voice call', () => {
	const call = buttons({ type: 'VOICE_CALL', text: 'Call us' });
	const ttl = 'Button 1 "Call us" Works for Minutes (optional)';

	test('sends minutes and payload as far as they are given', () => {
		expect(sent(call, { button_0_ttl_minutes: '60', button_0_payload: 'order-7' })).toEqual([
			{
				type: 'button',
				sub_type: 'voice_call',
				index: '0',
				parameters: [
					{ type: 'ttl_minutes', ttl_minutes: 60 },
					{ type: 'payload', payload: 'order-7' },
				],
			},
		]);
		expect(sent(call, { button_0_payload: 'x' })?.[0]).toMatchObject({ parameters: [{ type: 'payload' }] });
		expect(sent(call, {})).toBeUndefined();
	});

	test.each([
		[{ button_0_ttl_minutes: 1 }, []],
		[{ button_0_ttl_minutes: 43_200 }, []],
		[{ button_0_ttl_minutes: 0 }, [{ field: ttl, message: 'must be 1 to 43,200, not 0' }]],
		[{ button_0_ttl_minutes: 43_201 }, [{ field: ttl, message: 'must be 1 to 43,200, not 43,201' }]],
		[{ button_0_ttl_minutes: 1.5 }, [{ field: ttl, message: 'must be a whole number, not "1.5"' }]],
		[{ button_0_payload: 'x'.repeat(512) }, []],
		[
			{ button_0_payload: 'x'.repeat(513) },
			[{ field: 'Button 1 "Call us" Payload (optional)', message: 'has 513 characters, at most 512 are allowed' }],
		],
	])('%j', (values, problems) => {
		expect(problemsOf(() => sent(call, values))).toEqual(problems);
	});
});

describe('order details', () => {
	const pay = buttons({ type: 'ORDER_DETAILS', text: 'Pay' });
	const field = 'Button 1 "Pay" Order (JSON)';
	const plain = {
		referenceId: 'order-7',
		items: [{ id: 'A1', name: 'Mug', amount: 12.34, quantity: 2 }],
		tax: '1.00',
		shipping: { amount: 5, text: 'Express' },
		payment: { country: 'BR', paymentLink: { url: 'https://pay.example/7' } },
	};

	test('adds up a plain order', () => {
		expect(sent(pay, { button_0_order: plain })).toEqual([
			{
				type: 'button',
				sub_type: 'order_details',
				index: '0',
				parameters: [
					{
						type: 'action',
						action: {
							order_details: expect.objectContaining({
								reference_id: 'order-7',
								type: 'physical-goods',
								currency: 'BRL',
								total_amount: { value: 3068, offset: 100 },
								payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://pay.example/7' } }],
								order: expect.objectContaining({
									subtotal: { value: 2468, offset: 100 },
									tax: { value: 100, offset: 100 },
									shipping: { value: 500, offset: 100, description: 'Express' },
								}),
							}),
						},
					},
				],
			},
		]);
	});

	test("passes Meta's own object on, as JSON text too", () => {
		const details = { reference_id: '7', type: 'digital-goods', currency: 'INR', total_amount: {}, order: {} };
		for (const value of [details, JSON.stringify(details)]) {
			expect(sent(pay, { button_0_order: value })?.[0]).toMatchObject({
				parameters: [{ action: { order_details: details } }],
			});
		}
	});

	test.each([
		[{ reference_id: '7' }, [{ field, message: 'lacks type, currency, total_amount and order' }]],
		[{ ...plain, items: [] }, [{ field: 'Items', message: 'must not be empty; add at least one item' }]],
		[{ ...plain, payment: { country: 'DE' } }, [{ field, message: expect.stringContaining('payment.country BR or IN') }]],
		[{ ...plain, payment: { country: 'IN', method: 'cash' } }, [{ field, message: expect.stringContaining('payment.method') }]],
		[
			{ ...plain, payment: { country: 'IN', method: 'paymentGateway', gateway: 'x' } },
			[{ field, message: expect.stringContaining('payment.gateway') }],
		],
		['', [{ field, message: 'must not be empty' }]],
	])('refuses %j', (value, problems) => {
		expect(problemsOf(() => sent(pay, { button_0_order: value }))).toEqual(problems);
	});
});
