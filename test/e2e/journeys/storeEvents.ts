import type { Customer } from './stage';

/** The stores whose events the journeys take. */
export type Store = 'shopify' | 'woocommerce';

/** What the events of one order have in common. */
export interface StoreOrder {
	id: number;
	/** As the customer reads it. */
	number: string;
	customer: Customer;
	/** Not paid yet. */
	isPending?: boolean;
	/** Paid at the door. */
	isCashOnDelivery?: boolean;
}

let orders = 5000;

/** A new order of the customer. */
export function newOrder(customer: Customer, more: Pick<StoreOrder, 'isPending' | 'isCashOnDelivery'> = {}): StoreOrder {
	orders += 1;
	return { id: 880000 + orders, number: `#${orders}`, customer, ...more };
}

const LINES = [
	{ id: 9001, product_id: 71, name: 'Blue mug', title: 'Blue mug', quantity: 2, price: '12.00', total: '24.00', sku: 'MUG-BLUE' },
	{ id: 9002, product_id: 72, name: 'Coffee beans 500 g', title: 'Coffee beans 500 g', quantity: 1, price: '18.50', total: '18.50', sku: 'BEANS-500' },
];

function address({ customer }: StoreOrder) {
	return { first_name: customer.firstName, last_name: 'Example', phone: customer.phone, address1: '1 Example Street', city: 'Example City', zip: '00000', country_code: customer.country };
}

/** Shopify's `orders/create`: the members of its Order resource that shops use. */
function shopifyOrder(order: StoreOrder): object {
	const { customer, isPending, isCashOnDelivery } = order;
	return {
		id: order.id,
		name: order.number,
		order_number: Number(order.number.slice(1)),
		financial_status: isPending || isCashOnDelivery ? 'pending' : 'paid',
		payment_gateway_names: [isCashOnDelivery ? 'Cash on Delivery (COD)' : 'shopify_payments'],
		phone: null,
		tags: '',
		customer: { id: 31, first_name: customer.firstName, last_name: 'Example', phone: customer.phone, email: null },
		customer_locale: customer.language,
		total_price: '42.50',
		currency: 'USD',
		line_items: LINES,
		shipping_address: address(order),
	};
}

/** WooCommerce's `order.created`: an order as its REST API v3 shows it. */
function wooCommerceOrder(order: StoreOrder): object {
	const { customer, isPending, isCashOnDelivery } = order;
	return {
		id: order.id,
		number: order.number.slice(1),
		status: isPending ? 'pending' : 'processing',
		payment_method: isCashOnDelivery ? 'cod' : 'stripe',
		currency: 'USD',
		total: '42.50',
		customer_id: 31,
		billing: { first_name: customer.firstName, last_name: 'Example', phone: customer.phone, country: customer.country, email: 'maya@example.com' },
		shipping: { first_name: customer.firstName, last_name: 'Example', country: customer.country },
		line_items: LINES,
		meta_data: [],
	};
}

/** What a store posts when an order is placed. */
export function orderPlaced(store: Store, order: StoreOrder): object {
	return store === 'shopify' ? shopifyOrder(order) : wooCommerceOrder(order);
}

/** What a store posts about the shipment of an order: Shopify's `fulfillments/update`, WooCommerce's `order.updated`. */
export function shipmentChanged(store: Store, { order, status }: { order: StoreOrder; status: string }): object {
	const tracking = `EX${order.id}`;
	if (store === 'shopify') {
		return {
			id: order.id + 5_000_000,
			order_id: order.id,
			name: `${order.number}.1`,
			status: 'success',
			shipment_status: status,
			updated_at: '2026-11-20T10:00:00Z',
			tracking_company: 'Example Express',
			tracking_number: tracking,
			destination: address(order),
			line_items: LINES,
		};
	}
	const meta = [
		{ key: 'tracking_provider', value: 'Example Express' },
		{ key: 'tracking_number', value: tracking },
	];
	return { ...wooCommerceOrder(order), status, date_modified: '2026-11-20T10:00:00', meta_data: meta };
}

/** What somebody left in a cart. */
export interface StoreCart {
	/** Of the checkout. */
	token: string;
	customer: Customer;
}

/** A new cart of the customer. */
export function newCart(customer: Customer): StoreCart {
	orders += 1;
	return { token: `cart${orders}`, customer };
}

/** What is posted about a cart that was left: Shopify's `checkouts/update`; for WooCommerce what a cart plugin posts. */
export function cartChanged(store: Store, { token, customer }: StoreCart): object {
	const { firstName, phone, language } = customer;
	if (store === 'shopify') {
		return {
			id: Number(token.slice(4)),
			token,
			abandoned_checkout_url: `https://sunny-shop.example/checkouts/${token}/recover?key=1`,
			completed_at: null,
			phone: null,
			customer: { id: 31, first_name: firstName, last_name: 'Example', phone },
			customer_locale: language,
			total_price: '42.50',
			currency: 'USD',
			line_items: LINES,
		};
	}
	return {
		first_name: firstName,
		last_name: 'Example',
		phone,
		email: 'maya@example.com',
		order_status: 'abandoned',
		checkout_url: `https://sunny-shop.example/checkout/?wcf_ac_token=${token}`,
		coupon_code: '',
		product_names: LINES.map(({ name }) => name).join(', '),
		cart_total: '42.50',
	};
}
