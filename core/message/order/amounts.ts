import type { Problems } from '../../errors/invalidInput';
import { AMOUNT_OFFSET, readUnits, toAmount, unitsText, type Amount } from '../../shared/money';
import { checkText } from '../check';
import { LIMITS } from '../limits';

/** An article of an order. Amounts are in currency units, as `readUnits` takes them. */
export interface OrderItem {
	/** The shop's own ID; the one in the catalog, if the order names a catalog. */
	id: unknown;
	name: unknown;
	/** Price of one. */
	amount: unknown;
	/** Reduced price of one, below `amount`; the one that counts when it is given. */
	saleAmount?: unknown;
	/** A whole number from 1. */
	quantity: unknown;
}

/** An amount that is not an article's, in currency units, and the words beside it. */
export interface OrderCost {
	amount?: unknown;
	text?: unknown;
}

export interface ItemObject {
	retailer_id: string;
	name: string;
	amount: Amount;
	sale_amount?: Amount;
	quantity: number;
}

export interface CostObject extends Amount {
	description?: string;
}

/** The items and sums of an order, as Meta takes them. */
export interface OrderAmounts {
	total: Amount;
	items: ItemObject[];
	subtotal: Amount;
	tax: CostObject;
	shipping?: CostObject;
	discount?: CostObject;
}

/**
 * Checks the items and costs of an order and adds them up: the subtotal is that of the items at the price that counts, the
 * total is subtotal + tax + shipping - discount (payments-br/orders, payments-in/pg), all in hundredths.
 *
 * @param order.total what the caller expects the total to be; noted as a problem when it is another
 */
export function checkAmounts(
	problems: Problems,
	order: {
		items: readonly OrderItem[];
		tax?: OrderCost;
		shipping?: OrderCost;
		discount?: OrderCost;
		total?: unknown;
	},
): OrderAmounts {
	if (order.items.length === 0) problems.add('Items', 'must not be empty; add at least one item');
	const items = order.items.map((item, index) => checkItem(problems, { item, name: `Item ${index + 1}` }));
	// Meta wants a tax in every order and shows none when it is zero.
	const tax = checkCost(problems, { field: 'Tax', cost: order.tax, always: true });
	const shipping = checkCost(problems, { field: 'Shipping', cost: order.shipping });
	const discount = checkCost(problems, { field: 'Discount', cost: order.discount });
	const sums = addUp({ items, tax, shipping, discount });
	checkTotal(problems, { sums, discount, expected: order.total });
	return {
		total: toAmount(sums?.total ?? 0),
		items: items.map(({ object }) => object),
		subtotal: toAmount(sums?.subtotal ?? 0),
		tax: tax.object,
		...(shipping.given && { shipping: shipping.object }),
		...(discount.given && { discount: discount.object }),
	};
}

/** An amount in hundredths; undefined, with a problem noted, for what is none. */
function checkUnits(problems: Problems, { field, value }: { field: string; value: unknown }): number | undefined {
	if (isBlank(value)) {
		problems.add(field, 'must not be empty');
		return undefined;
	}
	const read = readUnits({ value });
	if ('units' in read) return read.units;
	problems.add(field, read.problem);
	return undefined;
}

interface CheckedItem {
	object: ItemObject;
	/** Price that counts times quantity; undefined when one of them cannot be read. */
	sum: number | undefined;
}

function checkItem(problems: Problems, { item, name }: { item: OrderItem; name: string }): CheckedItem {
	const itemName = checkText(problems, { field: `${name} Name`, value: item.name, max: LIMITS.orderItemName });
	const id = checkText(problems, { field: `${name} ID`, value: item.id }).trim();
	const amount = checkUnits(problems, { field: `${name} Amount`, value: item.amount });
	const field = `${name} Sale Amount`;
	const hasSale = !isBlank(item.saleAmount);
	const sale = hasSale ? checkUnits(problems, { field, value: item.saleAmount }) : undefined;
	if (sale !== undefined && amount !== undefined && sale >= amount) problems.add(field, 'must be less than the amount');
	const quantity = checkQuantity(problems, { field: `${name} Quantity`, value: item.quantity });
	const price = hasSale ? sale : amount;
	return {
		object: {
			retailer_id: id,
			name: itemName,
			amount: toAmount(amount ?? 0),
			...(sale !== undefined && { sale_amount: toAmount(sale) }),
			quantity: quantity ?? 1,
		},
		sum: price === undefined || quantity === undefined ? undefined : price * quantity,
	};
}

function checkQuantity(problems: Problems, { field, value }: { field: string; value: unknown }): number | undefined {
	const text = checkText(problems, { field, value }).trim();
	if (/^0*[1-9]\d*(\.0+)?$/.test(text)) return Number(text);
	if (text !== '') problems.add(field, `must be a whole number from 1 up, not "${text}"`);
	return undefined;
}

interface CheckedCost {
	object: CostObject;
	/** Whether it was given at all. */
	given: boolean;
	units: number | undefined;
}

function checkCost(
	problems: Problems,
	{ field, cost = {}, always = false }: { field: string; cost?: OrderCost; always?: boolean },
): CheckedCost {
	const given = !isBlank(cost.amount);
	const units = given ? checkUnits(problems, { field, value: cost.amount }) : 0;
	const description = checkText(problems, {
		field: `${field} Description`,
		value: cost.text,
		max: LIMITS.orderCostText,
		optional: true,
	});
	// Words that silently vanish would not be noticed.
	if (description !== '' && !given && !always) problems.add(field, 'must not be empty when it has a description');
	return {
		object: { value: units ?? 0, offset: AMOUNT_OFFSET, ...(description !== '' && { description }) },
		given,
		units,
	};
}

interface Sums {
	subtotal: number;
	total: number;
}

/** Undefined when one of the amounts could not be read: a sum without it would be reported as wrong, too. */
function addUp(order: {
	items: readonly CheckedItem[];
	tax: CheckedCost;
	shipping: CheckedCost;
	discount: CheckedCost;
}): Sums | undefined {
	const { items, tax, shipping, discount } = order;
	const sums = items.map(({ sum }) => sum);
	if (items.length === 0 || sums.includes(undefined)) return undefined;
	if (tax.units === undefined || shipping.units === undefined || discount.units === undefined) return undefined;
	const subtotal = sums.reduce<number>((all, sum) => all + (sum ?? 0), 0);
	return { subtotal, total: subtotal + tax.units + shipping.units - discount.units };
}

function checkTotal(
	problems: Problems,
	input: { sums: Sums | undefined; discount: CheckedCost; expected: unknown },
): void {
	const { sums, discount } = input;
	const expected = isBlank(input.expected) ? undefined : checkUnits(problems, { field: 'Total', value: input.expected });
	if (sums === undefined) return;
	if (!Number.isSafeInteger(sums.total) || !Number.isSafeInteger(sums.subtotal)) {
		problems.add('Items', 'make an amount that is too large');
	} else if (sums.total < 0) {
		problems.add('Discount', `${unitsText(discount.units ?? 0)} is more than items, tax and shipping make together`);
	} else if (sums.total === 0) {
		problems.add('Items', 'make a total of 0.00 together with tax, shipping and discount; there must be something to pay');
	} else if (expected !== undefined && expected !== sums.total) {
		const made = unitsText(sums.total);
		problems.add('Total', `is ${unitsText(expected)}, but items, tax and shipping less the discount make ${made}`);
	}
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
