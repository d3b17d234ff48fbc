import { expectRefusal, useBench } from './support/bench';

const bench = useBench();
const amount = (value: number, extra: object = {}) => ({ value, offset: 100, ...extra });
const item = (extra: object = {}) => ({
	retailer_id: 'mug',
	name: 'Mug',
	amount: amount(1250),
	quantity: 2,
	...extra,
});
const order = (extra: object = {}) => ({
	status: 'pending',
	items: [item()],
	subtotal: amount(2500),
	tax: amount(250),
	...extra,
});
const details = (parameters: object = {}) => ({
	type: 'interactive',
	interactive: {
		type: 'order_details',
		body: { text: 'Your order' },
		action: {
			name: 'review_and_pay',
			parameters: {
				reference_id: 'order-7',
				type: 'physical-goods',
				currency: 'INR',
				total_amount: amount(2750),
				order: order(),
				...parameters,
			},
		},
	},
});
const status = (parameters: object = {}) => ({
	type: 'interactive',
	interactive: {
		type: 'order_status',
		body: { text: 'On its way' },
		action: {
			name: 'review_order',
			parameters: { reference_id: 'order-7', order: { status: 'shipped' }, ...parameters },
		},
	},
});

test('an order with tax, shipping and discount is accepted and shown in units of the currency', async () => {
	const full = order({ shipping: amount(500), discount: amount(100, { description: 'Welcome' }) });
	await bench.current.sent(details({ order: full, total_amount: amount(3150) }));
	const [shown] = await bench.current.shown();
	expect(shown).toMatchObject({
		body: 'Your order',
		order: {
			referenceId: 'order-7',
			currency: 'INR',
			items: [{ retailerId: 'mug', name: 'Mug', quantity: 2, amount: 12.5 }],
			subtotal: 25,
			tax: 2.5,
			shipping: 5,
			discount: 1,
			total: 31.5,
		},
		buttons: [{ title: 'Review and pay', action: 'review_and_pay' }],
	});
});

test('a sale price counts instead of the price', async () => {
	const sale = order({ items: [item({ sale_amount: amount(1000) })], subtotal: amount(2000) });
	expect((await bench.current.send(details({ order: sale, total_amount: amount(2250) }))).status).toBe(200);
});

test('a state of the order, with or without words', async () => {
	await bench.current.sent(status());
	await bench.current.sent(status({ order: { status: 'canceled', description: 'As you asked' } }));
	const shown = await bench.current.shown();
	expect(shown.map((each) => each.order)).toEqual([
		{ referenceId: 'order-7', status: 'shipped' },
		{ referenceId: 'order-7', status: 'canceled', description: 'As you asked' },
	]);
});

test.each([
	['no reference', details({ reference_id: undefined }), 'reference_id'],
	['no tax', details({ order: order({ tax: undefined }) }), 'tax'],
	['an item without a price', details({ order: order({ items: [item({ amount: undefined })] }) }), 'amount'],
	['a state without the order', status({ order: undefined }), "['order']"],
])('131008 for %s', async (_name, message, words) => {
	expectRefusal(await bench.current.send(message), { code: 131008, details: words });
});

test.each([
	['another currency', details({ currency: 'USD' }), 'currency'],
	['another offset', details({ total_amount: { value: 2750, offset: 10 } }), 'offset'],
	['a fraction', details({ total_amount: amount(2750.5) }), 'total_amount'],
	['a negative amount', details({ total_amount: amount(-1) }), 'total_amount'],
	['no items', details({ order: order({ items: [] }) }), 'items'],
	['a quantity of 0', details({ order: order({ items: [item({ quantity: 0 })] }) }), 'quantity'],
	['a subtotal that is not the items’', details({ order: order({ subtotal: amount(2400) }) }), '2500'],
	['a total that is not its parts’', details({ total_amount: amount(2751) }), '2750'],
	['goods of a third kind', details({ type: 'services' }), "['type']"],
	['a state of nobody', status({ order: { status: 'lost' } }), 'status'],
])('131009 for %s', async (_name, message, words) => {
	expectRefusal(await bench.current.send(message), { code: 131009, details: words });
});

describe('India', () => {
	const receiver = {
		name: 'Asha Rao',
		address_line1: '7 Station Road',
		city: 'Pune',
		state: 'Maharashtra',
		country: 'India',
		postal_code: '411001',
	};

	test('an order may name its receiver and pay at once', async () => {
		await bench.current.sent(details({ beneficiaries: [receiver], order: order({ type: 'quick_pay' }) }));
		expect(await bench.current.shown()).toHaveLength(1);
	});

	test.each([
		['a postal code of five digits', { beneficiaries: [{ ...receiver, postal_code: '41100' }] }],
		['two receivers', { beneficiaries: [receiver, receiver] }],
		['another kind of order', { order: order({ type: 'slow_pay' }) }],
	])('refuses %s', async (_case, parameters) => {
		expectRefusal(await bench.current.send(details(parameters)), { code: 131009 });
	});
});
