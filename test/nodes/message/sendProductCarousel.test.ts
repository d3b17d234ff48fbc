import { ANA, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendProductCarousel' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Product Carousel', () => {
	test('sends a card per product, typed or given as a list', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'New', catalogId: '555', productIds: '={{ $json.ids }}' },
			items: itemsOf({ ids: ['mug-1', 2] }, { ids: 'cup-1,cup-2' }),
		});
		expect(error).toBeUndefined();
		const card = (index: number, id: string) => ({
			card_index: index,
			type: 'product',
			action: { product_retailer_id: id, catalog_id: '555' },
		});
		expect((await bench.sent()).map((body) => (body as { interactive: object }).interactive)).toEqual([
			{ type: 'carousel', body: { text: 'New' }, action: { cards: [card(0, 'mug-1'), card(1, '2')] } },
			{ type: 'carousel', body: { text: 'New' }, action: { cards: [card(0, 'cup-1'), card(1, 'cup-2')] } },
		]);
		expect((await bench.phone(ANA)).at(-1)?.cards).toHaveLength(2);
	});

	test('refuses one product, eleven, and the same one twice, before any call', async () => {
		const eleven = Array.from({ length: 11 }, (_, index) => `p${index}`);
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'New', catalogId: '555', productIds: '={{ $json.ids }}' },
			items: itemsOf({ ids: 'mug-1' }, { ids: eleven }, { ids: 'a,b,a' }),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.error)).toEqual([
			'Product IDs: has 1 product, at least 2 are needed',
			'Product IDs: has 11 products, at most 10 are allowed',
			'Product IDs: names "a" more than once',
		]);
	});
});
