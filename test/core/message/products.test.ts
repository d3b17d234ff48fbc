import { buildCatalog } from '../../../core/message/catalog';
import { buildProduct } from '../../../core/message/product';
import { buildProductCarousel } from '../../../core/message/productCarousel';
import { buildProductList, type ProductSection } from '../../../core/message/productList';
import { problemsOf } from './problemsOf';

const text = (length: number) => 'x'.repeat(length);
const ids = (count: number, prefix = 'p') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('product', () => {
	const product = (input: Partial<Parameters<typeof buildProduct>[0]> = {}) =>
		buildProduct({ catalogId: '555', productId: 'mug-1', ...input });

	test('builds with and without the optional texts', () => {
		const action = { catalog_id: '555', product_retailer_id: 'mug-1' };
		expect(product({ body: 'Look', footer: 'Shop' })).toEqual({
			type: 'interactive',
			interactive: { type: 'product', body: { text: 'Look' }, footer: { text: 'Shop' }, action },
		});
		expect(product({ catalogId: ' 555 ', productId: ' mug-1 ', body: '', footer: '' })).toEqual({
			type: 'interactive',
			interactive: { type: 'product', action },
		});
	});

	test('needs a catalog and a product', () => {
		expect(problemsOf(() => product({ catalogId: '', productId: ' ' }))).toEqual([
			{ field: 'Catalog ID', message: 'must not be empty' },
			{ field: 'Product ID', message: 'must not be empty' },
		]);
	});

	test.each<[string, number, (length: number) => unknown]>([
		['Body', 1024, (n) => product({ body: text(n) })],
		['Footer', 60, (n) => product({ footer: text(n) })],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});
});

describe('product list', () => {
	const list = (input: Partial<Parameters<typeof buildProductList>[0]> = {}) =>
		buildProductList({
			headerText: 'For you',
			body: 'Body',
			catalogId: '555',
			sections: [{ productIds: ['mug-1'] }],
			...input,
		});

	test('builds every part', () => {
		const sections = [
			{ title: 'Mugs', productIds: ['mug-1', 'mug-2'] },
			{ title: 'Cups', productIds: ['cup-1'] },
		];
		expect(list({ footer: 'Shop', sections })).toEqual({
			type: 'interactive',
			interactive: {
				type: 'product_list',
				header: { type: 'text', text: 'For you' },
				body: { text: 'Body' },
				footer: { text: 'Shop' },
				action: {
					catalog_id: '555',
					sections: [
						{ title: 'Mugs', product_items: [{ product_retailer_id: 'mug-1' }, { product_retailer_id: 'mug-2' }] },
						{ title: 'Cups', product_items: [{ product_retailer_id: 'cup-1' }] },
					],
				},
			},
		});
	});

	test('reports every problem at once', () => {
		const sections: ProductSection[] = [{ productIds: ['a', 'a'] }, { title: text(25), productIds: [' ', ''] }];
		expect(problemsOf(() => list({ headerText: '', body: '', catalogId: '', sections }))).toEqual([
			{ field: 'Header Text', message: 'must not be empty' },
			{ field: 'Body', message: 'must not be empty' },
			{ field: 'Catalog ID', message: 'must not be empty' },
			{ field: 'Section 1 Title', message: 'must not be empty' },
			{ field: 'Section 1 Product IDs', message: 'names "a" more than once' },
			{ field: 'Section 2 Title', message: 'has 25 characters, at most 24 are allowed' },
			{ field: 'Section 2 Product IDs', message: 'must not be empty; name at least one product' },
		]);
	});

	test.each<[string, number, (length: number) => unknown]>([
		['Header Text', 60, (n) => list({ headerText: text(n) })],
		['Body', 1024, (n) => list({ body: text(n) })],
		['Footer', 60, (n) => list({ footer: text(n) })],
		['Section 1 Title', 24, (n) => list({ sections: [{ title: text(n), productIds: ['a'] }] })],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});

	test('there may be 30 products in all, and 10 sections', () => {
		const two = (second: number) => [
			{ title: 'A', productIds: ids(15) },
			{ title: 'B', productIds: ids(second, 'q') },
		];
		expect(problemsOf(() => list({ sections: two(15) }))).toEqual([]);
		expect(problemsOf(() => list({ sections: two(16) }))).toEqual([
			{ field: 'Sections', message: 'has 31 products in all, at most 30 are allowed' },
		]);
		const many = (count: number) => ids(count).map((id) => ({ title: id, productIds: [id] }));
		expect(problemsOf(() => list({ sections: many(10) }))).toEqual([]);
		expect(problemsOf(() => list({ sections: many(11) }))).toEqual([
			{ field: 'Sections', message: 'has 11 sections, at most 10 are allowed' },
		]);
		expect(problemsOf(() => list({ sections: [] }))).toEqual([
			{ field: 'Sections', message: 'must not be empty; add at least one section' },
		]);
	});
});

describe('catalog', () => {
	test('builds with and without thumbnail', () => {
		expect(buildCatalog({ body: 'Look around', footer: 'Shop', thumbnailProductId: 'mug-1' })).toEqual({
			type: 'interactive',
			interactive: {
				type: 'catalog_message',
				body: { text: 'Look around' },
				footer: { text: 'Shop' },
				action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'mug-1' } },
			},
		});
		expect(buildCatalog({ body: 'Look around', thumbnailProductId: ' ' })).toEqual({
			type: 'interactive',
			interactive: { type: 'catalog_message', body: { text: 'Look around' }, action: { name: 'catalog_message' } },
		});
	});

	test.each<[string, number, (length: number) => unknown]>([
		['Body', 1024, (n) => buildCatalog({ body: text(n) })],
		['Footer', 60, (n) => buildCatalog({ body: 'B', footer: text(n) })],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});
});

describe('product carousel', () => {
	const carousel = (productIds: unknown[], body = 'Body') => buildProductCarousel({ body, catalogId: '555', productIds });

	test('builds a card per product', () => {
		expect(carousel(['mug-1', ' mug-2 '])).toEqual({
			type: 'interactive',
			interactive: {
				type: 'carousel',
				body: { text: 'Body' },
				action: {
					cards: [
						{ card_index: 0, type: 'product', action: { product_retailer_id: 'mug-1', catalog_id: '555' } },
						{ card_index: 1, type: 'product', action: { product_retailer_id: 'mug-2', catalog_id: '555' } },
					],
				},
			},
		});
	});

	test('takes 2 to 10 products, each once', () => {
		expect([2, 10].map((count) => problemsOf(() => carousel(ids(count))))).toEqual([[], []]);
		expect(problemsOf(() => carousel(['a']))).toEqual([
			{ field: 'Product IDs', message: 'has 1 product, at least 2 are needed' },
		]);
		expect(problemsOf(() => carousel(ids(11)))).toEqual([
			{ field: 'Product IDs', message: 'has 11 products, at most 10 are allowed' },
		]);
		expect(problemsOf(() => carousel(['a', 'b', 'a', {}]))).toEqual([
			{ field: 'Product IDs', message: 'must be text, not an object' },
			{ field: 'Product IDs', message: 'names "a" more than once' },
		]);
	});

	test('Body may have 1024 characters', () => {
		expect(problemsOf(() => carousel(['a', 'b'], text(1024)))).toEqual([]);
		expect(problemsOf(() => carousel(['a', 'b'], text(1025)))).toEqual([
			{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
		]);
	});
});
