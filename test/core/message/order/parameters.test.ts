import { buildOrderDetails } from '../../../../core/message/order/details';
import type { BrazilPayment, IndiaPayment } from '../../../../core/message/order/payment';
import { problemsOf } from '../problemsOf';
import { brazil, clock, india, pix } from './orders';

const text = (length: number) => 'x'.repeat(length);

test("builds Meta's own example of a Pix order", () => {
	const message = buildOrderDetails({
		body: 'Your message content',
		order: {
			referenceId: 'unique-reference-id',
			goods: 'digital-goods',
			items: [{ id: '1234567', name: 'Cake', amount: '500', quantity: 1 }],
			tax: { amount: 0, text: 'optional text' },
			payment: { country: 'BR', pix },
		},
		clock,
	});
	expect(message).toEqual({
		type: 'interactive',
		interactive: {
			type: 'order_details',
			body: { text: 'Your message content' },
			action: {
				name: 'review_and_pay',
				parameters: {
					reference_id: 'unique-reference-id',
					type: 'digital-goods',
					payment_type: 'br',
					payment_settings: [
						{
							type: 'pix_dynamic_code',
							pix_dynamic_code: { code: '000201', merchant_name: 'Loja', key: '39580525000189', key_type: 'CNPJ' },
						},
					],
					currency: 'BRL',
					total_amount: { value: 50000, offset: 100 },
					order: {
						status: 'pending',
						items: [{ retailer_id: '1234567', name: 'Cake', amount: { value: 50000, offset: 100 }, quantity: 1 }],
						subtotal: { value: 50000, offset: 100 },
						tax: { value: 0, offset: 100, description: 'optional text' },
					},
				},
			},
		},
	});
});

test('takes a picture as header, by link or by ID', () => {
	const order = {
		referenceId: 'a',
		goods: 'digital-goods',
		items: [{ id: '1', name: 'Cake', amount: 1, quantity: 1 }],
		payment: { country: 'BR', pix },
	} as const;
	const header = (headerImage: { id: string } | { link: string }) =>
		buildOrderDetails({ headerImage, body: 'B', footer: 'F', order, clock }).interactive;
	expect(header({ id: '77' })).toMatchObject({ header: { type: 'image', image: { id: '77' } }, footer: { text: 'F' } });
	expect(header({ link: 'https://shop.example/a.png' })).toMatchObject({
		header: { type: 'image', image: { link: 'https://shop.example/a.png' } },
	});
});

test('fills every field of an Indian order', () => {
	expect(
		india({
			goods: 'physical-goods',
			items: [{ id: 'bread', name: 'Bread', amount: 100, saleAmount: 95.5, quantity: 2 }],
			tax: { amount: 10, text: 'GST' },
			shipping: { amount: '10.00', text: 'Express' },
			discount: { amount: '1', text: 'Coupon', program: 'Diwali' },
			total: 210,
			catalogId: '55500011122',
			expiration: { at: '2026-11-22T10:00:00', text: 'Sorry, too late' },
			quickPay: true,
			beneficiary: {
				name: 'Asha',
				addressLine1: '8 Nand Nagri',
				addressLine2: 'Police Station',
				city: 'East Delhi',
				state: 'Delhi',
				postalCode: 110093,
			},
			importer: { countryOfOrigin: 'France', name: 'Bake Ltd', addressLine1: '1 Rd', city: 'Delhi', zoneCode: 'DL', postalCode: '110093', countryCode: 'IN' },
		}),
	).toEqual({
		reference_id: 'order-1001',
		type: 'physical-goods',
		beneficiaries: [
			{
				name: 'Asha',
				address_line1: '8 Nand Nagri',
				address_line2: 'Police Station',
				city: 'East Delhi',
				state: 'Delhi',
				country: 'India',
				postal_code: '110093',
			},
		],
		payment_settings: [
			{ type: 'payment_gateway', payment_gateway: { type: 'razorpay', configuration_name: 'main' } },
		],
		currency: 'INR',
		total_amount: { value: 21000, offset: 100 },
		order: {
			status: 'pending',
			type: 'quick_pay',
			catalog_id: '55500011122',
			expiration: { timestamp: String(Date.parse('2026-11-22T13:00:00Z') / 1000), description: 'Sorry, too late' },
			items: [
				{
					retailer_id: 'bread',
					name: 'Bread',
					amount: { value: 10000, offset: 100 },
					sale_amount: { value: 9550, offset: 100 },
					quantity: 2,
					country_of_origin: 'France',
					importer_name: 'Bake Ltd',
					importer_address: {
						address_line1: '1 Rd',
						city: 'Delhi',
						zone_code: 'DL',
						postal_code: '110093',
						country_code: 'IN',
					},
				},
			],
			subtotal: { value: 19100, offset: 100 },
			tax: { value: 1000, offset: 100, description: 'GST' },
			shipping: { value: 1000, offset: 100, description: 'Express' },
			discount: { value: 100, offset: 100, description: 'Coupon', discount_program_name: 'Diwali' },
		},
	});
});

test('keeps what belongs to India out of an order in Brazil', () => {
	const parameters = brazil({ quickPay: true, beneficiary: {}, importer: {} });
	expect(Object.keys(parameters)).not.toContain('beneficiaries');
	expect(Object.keys(parameters.order)).toEqual(['status', 'items', 'subtotal', 'tax']);
	expect(Object.keys(parameters.order.items[0] ?? {})).toEqual(['retailer_id', 'name', 'amount', 'quantity']);
});

describe('payment', () => {
	test.each<[string, BrazilPayment | IndiaPayment, object]>([
		[
			'all ways in Brazil',
			{ country: 'BR', pix, paymentLink: { url: 'https://pay.example/1' }, boleto: { digitableLine: '03399026' } },
			{
				payment_type: 'br',
				currency: 'BRL',
				payment_settings: [
					{ type: 'pix_dynamic_code' },
					{ type: 'payment_link', payment_link: { uri: 'https://pay.example/1' } },
					{ type: 'boleto', boleto: { digitable_line: '03399026' } },
				],
			},
		],
		[
			'a link in India',
			{ country: 'IN', method: 'paymentLink', url: 'https://rzp.example/1' },
			{ payment_type: 'upi', currency: 'INR', payment_settings: [{ payment_link: { uri: 'https://rzp.example/1' } }] },
		],
		[
			'UPI',
			{ country: 'IN', method: 'upi', configuration: 'main' },
			{ payment_type: 'upi', payment_configuration: 'main' },
		],
		[
			'a UPI link',
			{ country: 'IN', method: 'upiIntentLink', link: 'upi://pay?pa=a@b&pn=Shop&tr=order-1001' },
			{ payment_settings: [{ type: 'upi_intent_link', upi_intent_link: { link: 'upi://pay?pa=a@b&pn=Shop&tr=order-1001' } }] },
		],
	])('%s', (_, payment, expected) => {
		expect(brazil({ payment })).toMatchObject(expected);
	});

	test.each<[BrazilPayment | IndiaPayment, Array<{ field: string; message: string }>]>([
		[{ country: 'BR' }, [{ field: 'Payment Methods', message: 'must not be empty; add at least one way to pay' }]],
		[
			{
				country: 'BR',
				pix: { code: '', merchantName: '', key: '', keyType: 'random' },
				paymentLink: { url: 'pay.example' },
				boleto: { digitableLine: ' ' },
			},
			[
				{ field: 'Pix Code', message: 'must not be empty' },
				{ field: 'Pix Merchant Name', message: 'must not be empty' },
				{ field: 'Pix Key', message: 'must not be empty' },
				{ field: 'Pix Key Type', message: '"random" is none of CNPJ, CPF, EMAIL, EVP, PHONE' },
				{ field: 'Payment Link', message: '"pay.example" is not a web address; write it with https://' },
				{ field: 'Boleto Digitable Line', message: 'must not be empty' },
			],
		],
		[
			{ country: 'IN', method: 'upiIntentLink', link: 'https://pay.example' },
			[{ field: 'UPI Intent Link', message: '"https://pay.example" is not a UPI link; it begins with upi://pay?' }],
		],
		[{ country: 'IN', method: 'upi', configuration: '' }, [{ field: 'Payment Configuration', message: 'must not be empty' }]],
	])('refuses %j', (payment, expected) => {
		expect(problemsOf(() => brazil({ payment }))).toEqual(expected);
	});
});

test('names what is missing of the receiver and the importer', () => {
	expect(problemsOf(() => india({ beneficiary: { postalCode: '12345' }, importer: { name: 'X' } }))).toEqual([
		{ field: 'Ship To Name', message: 'must not be empty' },
		{ field: 'Ship To Address Line 1', message: 'must not be empty' },
		{ field: 'Ship To City', message: 'must not be empty' },
		{ field: 'Ship To State', message: 'must not be empty' },
		{ field: 'Ship To Postal Code', message: '"12345" is not a postal code; it has 6 digits' },
		{ field: 'Importer Country of Origin', message: 'must not be empty' },
		{ field: 'Importer Address Line 1', message: 'must not be empty' },
		{ field: 'Importer City', message: 'must not be empty' },
	]);
});

test('refuses a discount program without discount', () => {
	expect(problemsOf(() => brazil({ discount: { program: 'Summer' } }))).toEqual([
		{ field: 'Discount', message: 'must not be empty when it has a program' },
	]);
});

describe('expiration', () => {
	const expires = (at: unknown) => () => brazil({ expiration: { at, text: 'Over' } });

	test('may be 300 seconds from now, and not sooner', () => {
		expect(problemsOf(expires('2026-11-22T12:05:00Z'))).toEqual([]);
		expect(problemsOf(expires('2026-11-22T12:04:59Z'))).toEqual([
			{ field: 'Expires At', message: '2026-11-22T09:04:59.000-03:00 is not 5 minutes from now or later' },
		]);
		expect(problemsOf(expires('2020-01-01'))).toHaveLength(1);
	});

	test('must be a date, with a text', () => {
		expect(problemsOf(() => brazil({ expiration: { at: 'soon', text: '' } }))).toEqual([
			{ field: 'Expires At', message: '"soon" is not a date; write it as 2026-12-31T18:00:00' },
			{ field: 'Expiration Text', message: 'must not be empty' },
		]);
	});
});

describe('limits', () => {
	const payment = (configuration: string): IndiaPayment => ({ country: 'IN', method: 'upi', configuration });
	const shipTo = { name: 'A', addressLine1: 'B', city: 'C', state: 'D', postalCode: '110093' };

	test.each<[string, number, (length: number) => unknown]>([
		['Reference ID', 60, (n) => brazil({ referenceId: text(n) })],
		['Reference ID', 35, (n) => india({ referenceId: text(n) })],
		['Item 1 Name', 60, (n) => brazil({ items: [{ id: '1', name: text(n), amount: 1, quantity: 1 }] })],
		['Tax Description', 60, (n) => brazil({ tax: { text: text(n) } })],
		['Shipping Description', 60, (n) => brazil({ shipping: { amount: 1, text: text(n) } })],
		['Discount Description', 60, (n) => brazil({ discount: { amount: 1, text: text(n) } })],
		['Discount Program', 60, (n) => brazil({ discount: { amount: 1, program: text(n) } })],
		['Expiration Text', 120, (n) => brazil({ expiration: { at: '2026-12-31', text: text(n) } })],
		['Payment Configuration', 60, (n) => india({ payment: payment(text(n)) })],
		['Ship To Name', 200, (n) => india({ beneficiary: { ...shipTo, name: text(n) } })],
		['Ship To Address Line 1', 100, (n) => india({ beneficiary: { ...shipTo, addressLine1: text(n) } })],
		['Ship To Address Line 2', 100, (n) => india({ beneficiary: { ...shipTo, addressLine2: text(n) } })],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});

	test('a reference ID has letters, digits, _, - and . only', () => {
		expect(problemsOf(() => brazil({ referenceId: 'Az09_-.' }))).toEqual([]);
		expect(problemsOf(() => brazil({ referenceId: 1001 }))).toEqual([]);
		expect(problemsOf(() => brazil({ referenceId: '#1001' }))).toEqual([
			{
				field: 'Reference ID',
				message: '"#1001" may only have English letters, digits, underscores, dashes and dots',
			},
		]);
	});
});
