import { ANA, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendCatalog' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Catalog', () => {
	test('sends the catalog with and without thumbnail', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'Look around', footer: 'Sunny Shop', thumbnailProductId: '={{ $json.sku }}' },
			items: itemsOf({ sku: 'mug-1' }, { sku: null }),
		});
		expect(error).toBeUndefined();
		const interactive = { type: 'catalog_message', body: { text: 'Look around' }, footer: { text: 'Sunny Shop' } };
		expect((await bench.sent()).map((body) => (body as { interactive: object }).interactive)).toEqual([
			{
				...interactive,
				action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'mug-1' } },
			},
			{ ...interactive, action: { name: 'catalog_message' } },
		]);
		expect((await bench.phone(ANA)).at(-1)?.body).toBe('Look around');
	});

	test('refuses empty and long texts together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, body: '={{ "" }}', footer: 'f'.repeat(61) },
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'Footer', message: 'has 61 characters, at most 60 are allowed' },
			],
		});
		expect(await bench.writes()).toEqual([]);
	});
});
