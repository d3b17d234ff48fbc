import { newId } from '../ids';
import { asObject, isObject, type JsonObject } from '../json';
import type { Customer } from '../customer';
import type { State } from '../state';

const LINE_ITEMS = [
	{ id: 9001, title: 'Blue mug', quantity: 2, price: '12.00', sku: 'MUG-BLUE' },
	{ id: 9002, title: 'Coffee beans 500 g', quantity: 1, price: '18.50', sku: 'BEANS-500' },
];

function nameParts(customer: Customer): { first_name: string; last_name: string } {
	const [first = customer.name, ...rest] = customer.name.split(' ');
	return { first_name: first, last_name: rest.join(' ') };
}

function phoneOf(customer: Customer): string | null {
	return customer.phone === undefined ? null : `+${customer.phone}`;
}

function place(customer: Customer): JsonObject {
	return {
		...nameParts(customer),
		phone: phoneOf(customer),
		address1: '1 Example Street',
		city: 'Example City',
		zip: '00000',
		country_code: customer.country,
	};
}

/** An order as Shopify's `orders/create` tells it; `fields` override any of it. The shop remembers it for fulfilments. */
export function orderEvent(input: { state: State; customer: Customer; fields: object }): JsonObject {
	const { state, customer, fields } = input;
	const { shop, clock } = state;
	const number = shop.nextOrderNumber;
	shop.nextOrderNumber += 1;
	const id = Number(newId.entry());
	const event: JsonObject = {
		id,
		name: `#${number}`,
		order_number: number,
		created_at: new Date(clock.now()).toISOString(),
		customer: { ...nameParts(customer), phone: phoneOf(customer), email: null },
		customer_locale: customer.language,
		total_price: '42.50',
		currency: 'USD',
		line_items: LINE_ITEMS,
		order_status_url: `https://example-shop.com/orders/${id}/status`,
		shipping_address: place(customer),
		...fields,
	};
	shop.orders.set(String(event.id), event);
	return event;
}

function lastOrderOf(state: State, customer: Customer): JsonObject | undefined {
	return [...state.shop.orders.values()]
		.reverse()
		.find((order) => asObject(order.customer).phone === phoneOf(customer));
}

/**
 * A shipment as Shopify's `fulfillments/create` tells it, for the order given or the customer's last one; `fields`
 * override any of it.
 */
export function fulfilmentEvent(input: {
	state: State;
	customer: Customer;
	orderId: string | undefined;
	fields: object;
}): JsonObject {
	const { state, customer, orderId, fields } = input;
	const order = orderId === undefined ? lastOrderOf(state, customer) : state.shop.orders.get(orderId);
	const tracking = `EX${newId.entry().slice(0, 9)}`;
	return {
		id: Number(newId.entry()),
		order_id: order?.id ?? (orderId !== undefined && /^\d+$/.test(orderId) ? Number(orderId) : Number(newId.entry())),
		name: `${typeof order?.name === 'string' ? order.name : `#${state.shop.nextOrderNumber}`}.1`,
		status: 'success',
		created_at: new Date(state.clock.now()).toISOString(),
		tracking_company: 'Example Express',
		tracking_number: tracking,
		tracking_url: `https://track.example.com/${tracking}`,
		destination: order && isObject(order.shipping_address) ? order.shipping_address : place(customer),
		line_items: order?.line_items ?? LINE_ITEMS,
		...fields,
	};
}
