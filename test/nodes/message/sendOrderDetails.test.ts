import type { INodeParameters } from 'n8n-workflow';
import { ANA, fileOf, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendOrderDetails' };
const pix = { code: '00020101', merchantName: 'Loja Exemplo', key: '39580525000189', keyType: 'CNPJ' };

const order = (changes: INodeParameters = {}): INodeParameters => ({
	to: ANA,
	body: 'Your order',
	referenceId: 'order-1001',
	brazilPayments: { pix },
	items: { item: [{ id: 'mug-1', name: 'Mug', amount: '12.34', quantity: 2 }] },
	...changes,
});

const parametersSent = async () =>
	(await bench.sent()).map((body) => (body as { interactive: { action: { parameters: object } } }).interactive.action.parameters);

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Order Details', () => {
	test('makes the bill of a plain order in Brazil: offsets, subtotal and total', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: order({
				footer: 'Sunny Shop',
				goods: 'digital-goods',
				items: {
					item: [
						{ id: 'mug-1', name: 'Mug', amount: 2.01, quantity: 3 },
						{ id: 'cup-1', name: 'Cup', amount: '19,99', saleAmount: 1.15, quantity: '1' },
					],
				},
				brazilPayments: { pix, paymentLink: { url: 'https://pay.example/1' }, boleto: { digitableLine: '03399026' } },
				tax: 0.1,
				shipping: '4,90',
				discount: '1.00',
				total: '={{ 11.18 }}',
				orderOptions: {
					taxText: 'ISS',
					shippingText: 'Express',
					discountText: 'Coupon',
					discountProgram: 'Summer',
					catalogId: '555',
					expiresAt: '2999-12-31T12:00:00Z',
					expirationText: 'Too late',
				},
			}),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'interactive',
				interactive: {
					type: 'order_details',
					body: { text: 'Your order' },
					footer: { text: 'Sunny Shop' },
					action: {
						name: 'review_and_pay',
						parameters: {
							reference_id: 'order-1001',
							type: 'digital-goods',
							payment_type: 'br',
							payment_settings: [
								{
									type: 'pix_dynamic_code',
									pix_dynamic_code: {
										code: '00020101',
										merchant_name: 'Loja Exemplo',
										key: '39580525000189',
										key_type: 'CNPJ',
									},
								},
								{ type: 'payment_link', payment_link: { uri: 'https://pay.example/1' } },
								{ type: 'boleto', boleto: { digitable_line: '03399026' } },
							],
							currency: 'BRL',
							total_amount: { value: 1118, offset: 100 },
							order: {
								status: 'pending',
								catalog_id: '555',
								expiration: { timestamp: String(Date.UTC(2999, 11, 31, 12) / 1000), description: 'Too late' },
								items: [
									{ retailer_id: 'mug-1', name: 'Mug', amount: { value: 201, offset: 100 }, quantity: 3 },
									{
										retailer_id: 'cup-1',
										name: 'Cup',
										amount: { value: 1999, offset: 100 },
										sale_amount: { value: 115, offset: 100 },
										quantity: 1,
									},
								],
								subtotal: { value: 718, offset: 100 },
								tax: { value: 10, offset: 100, description: 'ISS' },
								shipping: { value: 490, offset: 100, description: 'Express' },
								discount: { value: 100, offset: 100, description: 'Coupon', discount_program_name: 'Summer' },
							},
						},
					},
				},
			},
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.order).toMatchObject({ currency: 'BRL', subtotal: 7.18, tax: 0.1, shipping: 4.9, discount: 1, total: 11.18 });
		expect(outputs[0]?.[0]).toEqual({
			json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 0 },
		});
	});

	test('takes the line items of a shop as JSON', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: order({ specifyItems: 'json', itemsJson: '={{ $json.lines }}', total: '={{ $json.total }}' }),
			items: itemsOf(
				{ lines: [{ id: 7, name: 'Mug', amount: '12.3400', quantity: 2 }, { id: 8, name: 'Cup', amount: 1 }], total: 25.68 },
				{ lines: '[{"id": "a", "name": "Tea", "amount": 0.1, "quantity": 3}]', total: 0.1 + 0.2 },
			),
		});
		expect(error).toBeUndefined();
		expect(await parametersSent()).toMatchObject([
			{ total_amount: { value: 2568 }, order: { items: [{ retailer_id: '7', quantity: 2 }, { quantity: 1 }] } },
			{ total_amount: { value: 30 }, order: { items: [{ retailer_id: 'a', amount: { value: 10 }, quantity: 3 }] } },
		]);
	});

	test.each<[string, INodeParameters, object]>([
		[
			'a gateway',
			{ paymentGateway: 'payu', paymentConfiguration: 'main' },
			{ payment_settings: [{ type: 'payment_gateway', payment_gateway: { type: 'payu', configuration_name: 'main' } }] },
		],
		[
			'a link',
			{ indiaPaymentMethod: 'paymentLink', paymentLink: 'https://rzp.example/1' },
			{ payment_type: 'upi', payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://rzp.example/1' } }] },
		],
		[
			'UPI',
			{ indiaPaymentMethod: 'upi', paymentConfiguration: 'main' },
			{ payment_type: 'upi', payment_configuration: 'main' },
		],
		[
			'a UPI link',
			{ indiaPaymentMethod: 'upiIntentLink', upiIntentLink: 'upi://pay?pa=a@b&tr=1' },
			{ payment_settings: [{ type: 'upi_intent_link', upi_intent_link: { link: 'upi://pay?pa=a@b&tr=1' } }] },
		],
	])('is paid in India by %s', async (_, payment, expected) => {
		const { error } = await bench.run({ ...operation, parameters: order({ country: 'IN', goods: 'digital-goods', ...payment }) });
		expect(error).toBeUndefined();
		const { order: billed, total_amount: total, ...rest } = (await parametersSent())[0] as { order: object; total_amount: object };
		expect(rest).toEqual({ reference_id: 'order-1001', type: 'digital-goods', currency: 'INR', ...expected });
		expect(total).toEqual({ value: 2468, offset: 100 });
		expect(Object.keys(billed)).toEqual(['status', 'items', 'subtotal', 'tax']);
	});

	test('names the importer of an order in India', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: order({
				country: 'IN',
				goods: 'digital-goods',
				paymentConfiguration: 'main',
				importer: { countryOfOrigin: 'India', name: 'Asha Imports', addressLine1: '8 Nand Nagri', city: 'Delhi' },
			}),
		});
		expect(error).toBeUndefined();
		expect(await parametersSent()).toMatchObject([
			{
				payment_settings: [{ payment_gateway: { type: 'razorpay' } }],
				order: {
					items: [
						{
							retailer_id: 'mug-1',
							country_of_origin: 'India',
							importer_name: 'Asha Imports',
							importer_address: { address_line1: '8 Nand Nagri', city: 'Delhi' },
						},
					],
				},
			},
		]);
	});

	test('shows a picture from a binary field', async () => {
		const png = fileOf({ bytes: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), mimeType: 'image/png', fileName: 'order.png' });
		const { error } = await bench.run({
			...operation,
			parameters: order({ headerImage: 'picture' }),
			items: [{ json: {}, binary: { picture: png } }],
		});
		expect(error).toBeUndefined();
		const { id } = (await bench.writes())[0]?.response as { id: string };
		expect(await bench.sent()).toMatchObject([{ interactive: { header: { type: 'image', image: { id } } } }]);
	});

	test('refuses everything that is wrong together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: order({
				body: '={{ "" }}',
				headerImage: 'nothing',
				referenceId: '#1001',
				brazilPayments: {},
				items: { item: [{ id: '={{ "" }}', name: 'n'.repeat(61), amount: '1.005,5', quantity: 0 }] },
				tax: '={{ 1.005 }}',
				shipping: '-1',
				total: 'much',
				orderOptions: { expiresAt: '2020-01-01T00:00:00Z' },
			}),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'Reference ID', message: '"#1001" may only have English letters, digits, underscores, dashes and dots' },
				{ field: 'Item 1 Name', message: 'has 61 characters, at most 60 are allowed' },
				{ field: 'Item 1 ID', message: 'must not be empty' },
				{ field: 'Item 1 Quantity', message: 'must be a whole number from 1 up, not "0"' },
				{ field: 'Tax', message: '"1.005" has more than 2 decimals' },
				{ field: 'Shipping', message: 'must not be negative' },
				{ field: 'Total', message: '"much" is not an amount; write it like 12.34' },
				{ field: 'Payment Methods', message: 'must not be empty; add at least one way to pay' },
				{ field: 'Expires At' },
				{ field: 'Expiration Text', message: 'must not be empty' },
				{ field: 'Header Image' },
			],
		});
	});

	test('refuses a total that does not fit, and sends the others', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: order({ total: '={{ $json.total }}', referenceId: '=order-{{ $json.total }}' }),
			items: itemsOf({ total: 24.69 }, { total: 24.68 }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toBe(
			'Total: is 24.69, but items, tax and shipping less the discount make 24.68',
		);
		expect(await parametersSent()).toMatchObject([{ reference_id: 'order-24.68' }]);
	});
});
