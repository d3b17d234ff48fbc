import { startReceiver, type Receiver } from './support/receiver';
import { ANA, BEN, UMA, useBench } from './support/bench';

const bench = useBench();
let journey: Receiver;
beforeAll(async () => {
	journey = await startReceiver();
});
beforeEach(() => {
	journey.received.length = 0;
	journey.answers = [];
});
afterAll(() => journey.close());

interface ShopAnswer {
	status: number;
	event: Record<string, unknown> & { id: number; name: string };
}
const shop = (path: string, body: object) => bench.current.control.post<ShopAnswer>(`/shop${path}`, body);
const connect = () => shop('', { ordersUrl: `${journey.url}/orders`, fulfilmentsUrl: `${journey.url}/fulfilments` });

describe('the demo shop', () => {
	test('posts an order in Shopify’s shape', async () => {
		await connect();
		const { data } = await shop('/order', { phoneKey: ANA });
		expect(data.status).toBe(200);
		expect(data.event).toMatchObject({
			name: '#1001',
			customer: { first_name: 'Ana', last_name: 'Example', phone: `+${ANA}` },
			customer_locale: 'en-US',
			total_price: '42.50',
			currency: 'USD',
			line_items: [{ title: 'Blue mug', quantity: 2 }, { title: 'Coffee beans 500 g' }],
			order_status_url: expect.stringContaining(String(data.event.id)),
			shipping_address: { phone: `+${ANA}`, country_code: 'US' },
		});
		expect(journey.received[0]?.json).toEqual(data.event);
		expect(journey.received[0]?.headers['x-shopify-topic']).toBe('orders/create');
		expect((await shop('/order', { phoneKey: BEN })).data.event.name).toBe('#1002');
	});

	test('a fulfilment is of the order given, or of the customer’s last one', async () => {
		await connect();
		const first = (await shop('/order', { phoneKey: ANA })).data.event;
		const second = (await shop('/order', { phoneKey: ANA })).data.event;
		await shop('/order', { phoneKey: BEN });
		const last = (await shop('/fulfilment', { phoneKey: ANA })).data.event;
		expect(last).toMatchObject({
			order_id: second.id,
			name: '#1002.1',
			tracking_company: 'Example Express',
			destination: { phone: `+${ANA}` },
			line_items: second.line_items,
		});
		expect(last.tracking_url).toBe(`https://track.example.com/${String(last.tracking_number)}`);
		const given = (await shop('/fulfilment', { phoneKey: ANA, orderId: first.id })).data.event;
		expect(given).toMatchObject({ order_id: first.id, name: '#1001.1' });
		expect(journey.received.at(-1)?.headers['x-shopify-topic']).toBe('fulfillments/create');
	});

	test('the body overrides any field; a customer without a phone has none', async () => {
		await connect();
		const { data } = await shop('/order', { phoneKey: UMA, name: '#9', total_price: '1.00', note: 'gift' });
		expect(data.event).toMatchObject({ name: '#9', total_price: '1.00', note: 'gift', customer: { phone: null } });
	});

	test('the answer of the journey is told, and that there was none', async () => {
		await connect();
		journey.answers = [404];
		expect((await shop('/order', { phoneKey: ANA })).data.status).toBe(404);
		await shop('', { ordersUrl: 'http://127.0.0.1:9/' });
		expect((await shop('/order', { phoneKey: ANA })).data).toMatchObject({
			status: 0,
			error: expect.stringContaining('ECONNREFUSED'),
		});
	});

	test('409 without an address, 404 for nobody', async () => {
		expect((await shop('/order', { phoneKey: ANA })).status).toBe(409);
		await connect();
		expect((await shop('/order', { phoneKey: '1' })).status).toBe(404);
		expect((await bench.current.control.get('/shop')).data).toMatchObject({ ordersUrl: `${journey.url}/orders` });
	});
});
