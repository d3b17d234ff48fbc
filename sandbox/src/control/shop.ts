import axios from 'axios';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { orderEvent, fulfilmentEvent } from '../shop/events';
import { ControlError, readBody } from './refuse';

const TIMEOUT_MS = 30_000;
const address = z.string().url().optional();
const shopSchema = z.object({ ordersUrl: address, fulfilmentsUrl: address }).strict();
const orderSchema = z.object({ phoneKey: z.string() }).passthrough();
const fulfilmentSchema = z
	.object({ phoneKey: z.string(), orderId: z.union([z.string(), z.number()]).optional() })
	.passthrough();

async function post(input: { url: string | undefined; topic: string; event: object }): Promise<object> {
	const { url, topic, event } = input;
	if (url === undefined) throw new ControlError(409, `no address is set for ${topic}: POST /_control/shop`);
	return axios
		.post<unknown>(url, event, {
			headers: { 'X-Shopify-Topic': topic, 'X-Shopify-Shop-Domain': 'example-shop.myshopify.com' },
			proxy: false,
			timeout: TIMEOUT_MS,
			validateStatus: () => true,
		})
		.then(({ status }) => ({ event, status }))
		.catch((error: unknown) => ({ event, status: 0, error: error instanceof Error ? error.message : String(error) }));
}

/** `shop…`: the demo shop, which posts order and fulfilment events in Shopify's shape. */
export function shopRoutes(app: FastifyInstance, { state }: Context): void {
	const addresses = () => ({ ordersUrl: state.shop.ordersUrl, fulfilmentsUrl: state.shop.fulfilmentsUrl });
	const customerOf = (key: string) => {
		const customer = state.customers.get(key);
		if (!customer) throw new ControlError(404, `no phone ${key}`);
		return customer;
	};
	app.get('/shop', () => ({ ...addresses(), orders: [...state.shop.orders.values()] }));
	app.post('/shop', (request) => {
		Object.assign(state.shop, readBody(shopSchema, request.body));
		return addresses();
	});
	app.post('/shop/order', (request) => {
		const { phoneKey, ...fields } = readBody(orderSchema, request.body);
		const event = orderEvent({ state, customer: customerOf(phoneKey), fields });
		return post({ url: state.shop.ordersUrl, topic: 'orders/create', event });
	});
	app.post('/shop/fulfilment', (request) => {
		const { phoneKey, orderId, ...fields } = readBody(fulfilmentSchema, request.body);
		const event = fulfilmentEvent({
			state,
			customer: customerOf(phoneKey),
			orderId: orderId === undefined ? undefined : String(orderId),
			fields,
		});
		return post({ url: state.shop.fulfilmentsUrl, topic: 'fulfillments/create', event });
	});
}
