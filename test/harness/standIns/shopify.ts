import { demand, membersOf, type Service } from './service';

const SHOP = 'sunny-shop';
const TOKEN = 'shpat_stand_in';

/** `/admin/api/2024-07//orders/1.json`: n8n's Shopify node writes two slashes, which Shopify takes. */
const ORDER_PATH = /^\/admin\/api\/\d{4}-\d{2}\/{1,2}orders\/(\d+)(\/cancel)?\.json$/;

const CANCEL_REASONS = ['customer', 'declined', 'fraud', 'inventory', 'other', 'staff', undefined];

/** What Shopify was told about an order. */
export interface ShopifyOrder {
	id: number;
	tags?: string;
	note?: string;
	cancelReason?: string;
}

/** Shopify's Admin REST API, as far as the journeys go: an order's tags and note, and its cancellation. */
export function shopify(): Service & { orders: Map<number, ShopifyOrder> } {
	const orders = new Map<number, ShopifyOrder>();
	return {
		orders,
		hosts: [`${SHOP}.myshopify.com`],
		credential: {
			type: 'shopifyAccessTokenApi',
			name: 'Shopify',
			data: { shopSubdomain: SHOP, accessToken: TOKEN, appSecretKey: 'stand-in' },
		},
		answer({ method, path, headers, body }) {
			demand(headers['x-shopify-access-token'] === TOKEN, 'wrong access token');
			const [, id, cancel] = ORDER_PATH.exec(path) ?? [];
			demand(id !== undefined, `no such path: ${path}`);
			const order: ShopifyOrder = orders.get(Number(id)) ?? { id: Number(id) };
			if (cancel !== undefined) {
				demand(method === 'POST', `cancel by ${method}`);
				const { reason } = membersOf(body);
				demand(CANCEL_REASONS.includes(reason as string | undefined), `reason ${String(reason)} is not Shopify's`);
				orders.set(order.id, { ...order, cancelReason: typeof reason === 'string' ? reason : 'other' });
			} else {
				demand(method === 'PUT', `an order is updated by PUT, not ${method}`);
				const { tags, note } = membersOf(membersOf(body).order);
				demand(tags === undefined || typeof tags === 'string', 'tags must be text with commas');
				orders.set(order.id, { ...order, ...(tags !== undefined && { tags }), ...(typeof note === 'string' && { note }) });
			}
			return { body: { order: orders.get(order.id) } };
		},
	};
}
