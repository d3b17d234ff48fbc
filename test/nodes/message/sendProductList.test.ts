import { ANA, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendProductList' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Product List', () => {
	test('sends sections whose products are typed with commas or given as a list', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerText: 'Picked for you',
				body: 'Look',
				footer: 'Sunny Shop',
				catalogId: '555',
				productSections: {
					section: [
						{ title: 'Mugs', productIds: 'mug-1, mug-2 ,' },
						{ title: 'Cups', productIds: '={{ $json.cups }}' },
					],
				},
			},
			items: itemsOf({ cups: ['cup-1', 'cup, large'] }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'interactive',
				interactive: {
					type: 'product_list',
					header: { type: 'text', text: 'Picked for you' },
					body: { text: 'Look' },
					footer: { text: 'Sunny Shop' },
					action: {
						catalog_id: '555',
						sections: [
							{ title: 'Mugs', product_items: [{ product_retailer_id: 'mug-1' }, { product_retailer_id: 'mug-2' }] },
							{
								title: 'Cups',
								product_items: [{ product_retailer_id: 'cup-1' }, { product_retailer_id: 'cup, large' }],
							},
						],
					},
				},
			},
		]);
		expect((await bench.phone(ANA)).at(-1)?.products).toHaveLength(4);
	});

	test('needs no title with one section', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerText: 'H',
				body: 'B',
				catalogId: '555',
				productSections: { section: [{ productIds: 42 }] },
			},
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{ interactive: { action: { sections: [{ product_items: [{ product_retailer_id: '42' }] }] } } },
		]);
	});

	test('refuses a list without header and catalog and with 31 products, before any call', async () => {
		const ids = Array.from({ length: 31 }, (_, index) => `p${index}`);
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerText: '={{ "" }}',
				body: 'B',
				catalogId: '={{ "" }}',
				productSections: { section: [{ title: 'A', productIds: '={{ $json.ids }}' }, { productIds: 'q' }] },
			},
			items: itemsOf({ ids }),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'Header Text', message: 'must not be empty' },
				{ field: 'Catalog ID', message: 'must not be empty' },
				{ field: 'Section 2 Title', message: 'must not be empty' },
				{ field: 'Sections', message: 'has 32 products in all, at most 30 are allowed' },
			],
		});
	});

	test('refuses a list without sections', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, headerText: 'H', body: 'B', catalogId: '555', productSections: { section: [] } },
		});
		expect(error?.message).toBe('Sections: must not be empty; add at least one section');
	});
});
