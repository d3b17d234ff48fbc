import { demand, membersOf, type Service } from './service';

const HOST = 'shop.sunny-shop.example';
const KEY = 'ck_stand_in';
const SECRET = 'cs_stand_in';

const STATUSES = ['pending', 'processing', 'on-hold', 'completed', 'cancelled', 'refunded', 'failed', 'trash'];

/** What WooCommerce was told about an order. */
export interface WooCommerceOrder {
	id: number;
	status?: string;
	customer_note?: string;
}

/** WooCommerce's REST API v3, as far as the journeys go: an order's status and note. */
export function wooCommerce(): Service & { orders: Map<number, WooCommerceOrder> } {
	const orders = new Map<number, WooCommerceOrder>();
	const login = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`;
	return {
		orders,
		hosts: [HOST],
		credential: {
			type: 'wooCommerceApi',
			name: 'WooCommerce',
			data: { url: `https://${HOST}`, consumerKey: KEY, consumerSecret: SECRET },
		},
		answer({ method, path, headers, body }) {
			demand(headers.authorization === login, 'wrong consumer key or secret');
			const id = /^\/wp-json\/wc\/v3\/orders\/(\d+)$/.exec(path)?.[1];
			demand(id !== undefined, `no such path: ${path}`);
			demand(method === 'PUT', `an order is updated by PUT, not ${method}`);
			const { status, customer_note: note } = membersOf(body);
			demand(status === undefined || STATUSES.includes(String(status)), `"${String(status)}" is no order status`);
			const order: WooCommerceOrder = orders.get(Number(id)) ?? { id: Number(id) };
			const changed = { ...(typeof status === 'string' && { status }), ...(typeof note === 'string' && { customer_note: note }) };
			orders.set(order.id, { ...order, ...changed });
			return { body: orders.get(order.id) };
		},
	};
}
