import type { Journey } from './journey';
import type { Stage } from './stage';
import { newOrder, shipmentChanged } from './storeEvents';

const FILE = 'reorder-reminder';
const TEMPLATE = 'reorder_reminder';

/** Thirty days of use, reminded five days before their end. */
const DAYS_TO_REMINDER = 25;
const DAYS_TO_NEXT = 7;

/** Longer than a night: whoever is written to when these have passed was not woken up. */
const HALF_A_DAY = 0.5;

async function delivered(stage: Stage): Promise<void> {
	const order = newOrder(stage.customer);
	await stage.post(`${FILE}/shipment`, shipmentChanged('shopify', { order, status: 'delivered' }));
}

async function timesReminded(stage: Stage): Promise<number> {
	return (await stage.received()).filter(({ template }) => template?.name === TEMPLATE).length;
}

/** A reminder, put off once; none for what was bought again; the stop button. */
export const reorderReminder: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	days: DAYS_TO_REMINDER + HALF_A_DAY,
	begin: delivered,
	async play(stage) {
		await delivered(stage);
		await stage.daysPass(DAYS_TO_REMINDER);
		await stage.daysPass(HALF_A_DAY);
		const first = await stage.next({ template: TEMPLATE });
		expect(first.template).toMatchObject({ language: 'es', category: 'MARKETING' });
		for (const part of [stage.customer.firstName, 'Coffee beans 500 g']) expect(first.body).toContain(part);
		expect(first.buttons?.[0]?.url).toBe('https://sunny-shop.example/cart/add/BEANS-500');
		await stage.tap(first, 'Recordar más tarde');
		await stage.next({ text: 'en una semana' });
		await stage.daysPass(DAYS_TO_NEXT);
		await stage.daysPass(HALF_A_DAY);
		await stage.next({ template: TEMPLATE });

		await delivered(stage);
		await stage.daysPass(DAYS_TO_REMINDER - 10);
		await delivered(stage);
		await stage.daysPass(10 + HALF_A_DAY);
		await stage.daysPass(HALF_A_DAY);
		expect(await timesReminded(stage)).toBe(2);
		await stage.daysPass(DAYS_TO_REMINDER - 10);
		await stage.daysPass(HALF_A_DAY);
		const third = await stage.next({ template: TEMPLATE });
		await stage.tap(third, 'No recibir ofertas');
		await stage.next({ text: 'no recibirás más ofertas' });
		expect(await timesReminded(stage)).toBe(3);
	},
};
