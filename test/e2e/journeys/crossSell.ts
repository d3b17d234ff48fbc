import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { newOrder, orderPlaced, shipmentChanged, type StoreOrder } from './storeEvents';

const FILE = 'cross-sell';
const TEMPLATE = 'cross_sell_bundle';
const DAYS_AFTER_DELIVERY = 4;
const GRINDER = { line_items: [{ id: 9003, product_id: 73, title: 'Molinillo', quantity: 1, price: '49.00', sku: 'GRINDER-1' }] };

async function placed(stage: Stage, lines: object = {}): Promise<StoreOrder> {
	const order = newOrder(stage.customer);
	await stage.post(`${FILE}/order`, { ...orderPlaced('shopify', order), ...lines });
	return order;
}

async function delivered(stage: Stage, { order, lines = {} }: { order: StoreOrder; lines?: object }): Promise<void> {
	await stage.post(`${FILE}/shipment`, { ...shipmentChanged('shopify', { order, status: 'delivered' }), ...lines });
}

async function bought(stage: Stage): Promise<void> {
	await delivered(stage, { order: await placed(stage) });
}

/** A product by template; nothing when it was shown before or bought meanwhile; a list of products to who wrote just now. */
export const crossSell: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	days: DAYS_AFTER_DELIVERY,
	begin: bought,
	async play(stage) {
		await noonsPass(stage);
		await bought(stage);
		await stage.daysPass(DAYS_AFTER_DELIVERY);
		const first = await stage.next({ template: TEMPLATE });
		expect(first.template).toMatchObject({ language: 'es', category: 'MARKETING' });
		for (const part of [stage.customer.firstName, 'Blue mug', 'juego de posavasos']) expect(first.body).toContain(part);
		expect(first.buttons?.map(({ url, payload }) => url ?? payload)).toEqual(['https://sunny-shop.example/products/coaster-set', 'STOP_OFFERS']);

		await bought(stage);
		const order = await placed(stage, GRINDER);
		await delivered(stage, { order, lines: GRINDER });
		await stage.daysPass(DAYS_AFTER_DELIVERY - 0.5);
		await stage.write('Hola, gracias por todo');
		await stage.daysPass(0.5);
		const list = await stage.next({ text: '¿Qué te parece tu Molinillo?' });
		expect(list.products?.map(({ retailerId, section }) => `${section} ${retailerId}`)).toEqual(['Para ti FILTERS-100', 'Para ti BRUSH-1']);
		expect(list.footer).toContain('Escribe ALTO');
		expect(await stage.received()).toHaveLength(2);
	},
};
