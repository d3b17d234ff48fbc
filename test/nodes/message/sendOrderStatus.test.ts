import { ANA, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendOrderStatus' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Order Status', () => {
	test('sends the status with its description, per item', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				referenceId: '={{ $json.id }}',
				body: 'News of your order',
				footer: 'Sunny Shop',
				orderStatus: '={{ $json.status }}',
				statusDescription: '={{ $json.text }}',
			},
			items: itemsOf({ id: 'order-1', status: 'shipped', text: '' }, { id: 2, status: 'Canceled', text: 'Sold out' }),
		});
		expect(error).toBeUndefined();
		const message = (parameters: object) => ({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: {
				type: 'order_status',
				body: { text: 'News of your order' },
				footer: { text: 'Sunny Shop' },
				action: { name: 'review_order', parameters },
			},
		});
		expect(await bench.sent()).toEqual([
			message({ reference_id: 'order-1', order: { status: 'shipped' } }),
			message({ reference_id: '2', order: { status: 'canceled', description: 'Sold out' } }),
		]);
		expect((await bench.phone(ANA)).at(-1)?.order).toMatchObject({ status: 'canceled', description: 'Sold out' });
	});

	test('says that an order in Brazil is paid, and when', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				referenceId: 'order-1',
				body: 'Paid',
				paymentStatus: 'captured',
				paidAt: '={{ $json.paidAt }}',
			},
			items: itemsOf({ paidAt: '2024-07-31T17:00:31Z' }, { paidAt: '' }),
		});
		expect(error).toBeUndefined();
		const parameters = { reference_id: 'order-1', order: { status: 'processing' } };
		expect(await bench.sent()).toMatchObject([
			{ interactive: { action: { parameters: { ...parameters, payment: { status: 'captured', timestamp: 1722445231 } } } } },
			{ interactive: { action: { parameters: { ...parameters, payment: { status: 'captured' } } } } },
		]);
	});

	test('refuses what is wrong together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				referenceId: '={{ $json.id }}',
				body: 'b'.repeat(1025),
				orderStatus: '={{ $json.status }}',
				statusDescription: 'd'.repeat(121),
				paymentStatus: 'failed',
				paidAt: 'noon',
			},
			items: itemsOf({ id: 'r'.repeat(61), status: 'pending' }, { id: 'order-1', status: 'lost' }),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.details)).toMatchObject([
			{
				problems: [
					{ field: 'Reference ID', message: 'has 61 characters, at most 60 are allowed' },
					{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
					{ field: 'Status Description', message: 'has 121 characters, at most 120 are allowed' },
					{ field: 'Paid At', message: '"noon" is not a date; write it as 2026-12-31T18:00:00' },
				],
			},
			{
				problems: [
					{
						field: 'Order Status',
						message: '"lost" is none of canceled, completed, partially_shipped, pending, processing, shipped',
					},
				],
			},
		]);
	});
});
