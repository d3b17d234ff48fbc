import fc from 'fast-check';
import { Problems } from '../../../../core/errors/invalidInput';
import { checkAmounts } from '../../../../core/message/order/amounts';
import { unitsText } from '../../../../core/shared/money';
import { problemsOf } from '../problemsOf';

type Order = Parameters<typeof checkAmounts>[1];

function amounts(order: Partial<Order>) {
	const problems = new Problems();
	const item = { id: '1', name: 'Cake', amount: 10, quantity: 1 };
	const result = checkAmounts(problems, { items: [item], ...order });
	problems.throwIfAny();
	return result;
}

const item = (changes: Partial<Order['items'][number]>) => ({ items: [{ id: '1', name: 'Cake', amount: 10, quantity: 1, ...changes }] });

test('adds up without floating-point errors', () => {
	const items = [
		{ id: 'a', name: 'A', amount: 2.01, quantity: 3 },
		{ id: 'b', name: 'B', amount: '4,35', quantity: '2' },
		{ id: 'c', name: 'C', amount: '19.99', saleAmount: 1.15, quantity: 1 },
	];
	expect(amounts({ items, tax: { amount: 0.1 }, shipping: { amount: 0.2 }, discount: { amount: '0.05' }, total: 16.13 })).toMatchObject({
		subtotal: { value: 1588, offset: 100 },
		total: { value: 1613, offset: 100 },
		tax: { value: 10, offset: 100 },
		shipping: { value: 20, offset: 100 },
		discount: { value: 5, offset: 100 },
	});
});

test('the total is what its parts make, for any order', () => {
	const units = fc.integer({ min: 0, max: 10 ** 7 });
	const anyItem = fc.record({ price: fc.integer({ min: 1, max: 10 ** 7 }), quantity: fc.integer({ min: 1, max: 99 }) });
	fc.assert(
		fc.property(fc.array(anyItem, { minLength: 1, maxLength: 20 }), units, units, (list, tax, shipping) => {
			const expected = list.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
			const made = amounts({
				items: list.map(({ price, quantity }, index) => ({ id: index, name: 'N', amount: price / 100, quantity })),
				tax: { amount: unitsText(tax) },
				shipping: { amount: shipping / 100 },
				total: unitsText(expected + tax + shipping),
			});
			expect([made.subtotal.value, made.total.value]).toEqual([expected, expected + tax + shipping]);
		}),
	);
});

test('leaves out shipping and discount that are not given, never the tax', () => {
	expect(Object.keys(amounts({ shipping: { amount: '' }, discount: {} }))).toEqual(['total', 'items', 'subtotal', 'tax']);
	expect(amounts({ shipping: { amount: 0 } }).shipping).toEqual({ value: 0, offset: 100 });
});

test.each<[string, Partial<Order>, Array<{ field: string; message: string }>]>([
	['no item', { items: [] }, [{ field: 'Items', message: 'must not be empty; add at least one item' }]],
	[
		'an item without anything',
		{ items: [{ id: '', name: '', amount: '', quantity: '' }] },
		[
			{ field: 'Item 1 Name', message: 'must not be empty' },
			{ field: 'Item 1 ID', message: 'must not be empty' },
			{ field: 'Item 1 Amount', message: 'must not be empty' },
			{ field: 'Item 1 Quantity', message: 'must not be empty' },
		],
	],
	[
		'amounts that are none',
		{ ...item({ amount: 'ten', quantity: 1.5 }), tax: { amount: '1.005x' }, shipping: { amount: -1 }, discount: { amount: 0.001 } },
		[
			{ field: 'Item 1 Amount', message: '"ten" is not an amount; write it like 12.34' },
			{ field: 'Item 1 Quantity', message: 'must be a whole number from 1 up, not "1.5"' },
			{ field: 'Tax', message: '"1.005x" is not an amount; write it like 12.34' },
			{ field: 'Shipping', message: 'must not be negative' },
			{ field: 'Discount', message: '"0.001" has more than 2 decimals' },
		],
	],
	['no quantity', item({ quantity: 0 }), [{ field: 'Item 1 Quantity', message: 'must be a whole number from 1 up, not "0"' }]],
	[
		'a sale amount that is not below the amount',
		item({ saleAmount: 10 }),
		[{ field: 'Item 1 Sale Amount', message: 'must be less than the amount' }],
	],
	[
		'a description of nothing',
		{ shipping: { text: 'Express' }, discount: { amount: '', text: 'Coupon' } },
		[
			{ field: 'Shipping', message: 'must not be empty when it has a description' },
			{ field: 'Discount', message: 'must not be empty when it has a description' },
		],
	],
	[
		'another total',
		{ tax: { amount: 1 }, total: '11.01' },
		[{ field: 'Total', message: 'is 11.01, but items, tax and shipping less the discount make 11.00' }],
	],
	[
		'a discount over everything',
		{ discount: { amount: 10.01 } },
		[{ field: 'Discount', message: '10.01 is more than items, tax and shipping make together' }],
	],
	[
		'nothing to pay',
		{ discount: { amount: 10 } },
		[
			{
				field: 'Items',
				message: 'make a total of 0.00 together with tax, shipping and discount; there must be something to pay',
			},
		],
	],
	[
		'more than a number can hold',
		item({ amount: '90071992547409.91', quantity: 2 }),
		[{ field: 'Items', message: 'make an amount that is too large' }],
	],
])('refuses %s', (_, order, problems) => {
	expect(problemsOf(() => amounts(order))).toEqual(problems);
});
