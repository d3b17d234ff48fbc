import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendProduct' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Product', () => {
	test('sends a product per item, with and without texts', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, catalogId: 555, productId: '={{ $json.sku }}', body: '={{ $json.text }}', footer: 'Sunny Shop' },
			items: itemsOf({ sku: 'mug-1', text: 'Back in stock' }, { sku: 42, text: '' }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'interactive',
				interactive: {
					type: 'product',
					body: { text: 'Back in stock' },
					footer: { text: 'Sunny Shop' },
					action: { catalog_id: '555', product_retailer_id: 'mug-1' },
				},
			},
			expect.objectContaining({
				interactive: {
					type: 'product',
					footer: { text: 'Sunny Shop' },
					action: { catalog_id: '555', product_retailer_id: '42' },
				},
			}),
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.products).toEqual([{ catalogId: '555', retailerId: '42' }]);
		expect(outputs[0]?.[1]).toEqual({
			json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 1 },
		});
	});

	test('refuses empty IDs and long texts together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				catalogId: '={{ "" }}',
				productId: '={{ undefined }}',
				body: 'b'.repeat(1025),
				footer: 'f'.repeat(61),
			},
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'Catalog ID', message: 'must not be empty' },
				{ field: 'Product ID', message: 'must not be empty' },
				{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
				{ field: 'Footer', message: 'has 61 characters, at most 60 are allowed' },
			],
		});
	});
});
