import { asObject, asObjects, asText, compact, type Json, type JsonObject } from '../json';
import type { PhoneOrder } from './types';

function inUnits(amount: Json | undefined): number | undefined {
	const { value, offset } = asObject(amount);
	return typeof value === 'number' && typeof offset === 'number' ? value / offset : undefined;
}

/** The cart that a customer sent, prices in units of the currency. */
export function phoneCart(content: JsonObject): PhoneOrder {
	const products = asObjects(content.product_items);
	const items = products.map((item) => ({
		retailerId: asText(item.product_retailer_id) ?? '',
		name: asText(item.product_retailer_id) ?? '',
		quantity: Number(item.quantity),
		amount: Number(item.item_price),
	}));
	return compact({
		referenceId: 'Cart',
		currency: asText(products[0]?.currency),
		items,
		total: items.reduce((sum, { quantity, amount }) => sum + quantity * amount, 0),
	});
}

/** The parameters of `order_details` or `order_status`, amounts in units of the currency. */
export function phoneOrder(parameters: JsonObject): PhoneOrder {
	const order = asObject(parameters.order);
	const items = asObjects(order.items).map((item) =>
		compact({
			retailerId: asText(item.retailer_id),
			name: asText(item.name) ?? '',
			quantity: Number(item.quantity),
			amount: inUnits(item.sale_amount ?? item.amount),
		}),
	);
	return compact({
		referenceId: asText(parameters.reference_id) ?? '',
		status: asText(order.status),
		description: asText(order.description),
		currency: asText(parameters.currency),
		items: items.length > 0 ? items : undefined,
		subtotal: inUnits(order.subtotal),
		tax: inUnits(order.tax),
		shipping: inUnits(order.shipping),
		discount: inUnits(order.discount),
		total: inUnits(parameters.total_amount),
	});
}
