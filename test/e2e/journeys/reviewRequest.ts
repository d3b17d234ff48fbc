import type { Journey } from './journey';
import type { Stage } from './stage';
import { newOrder, shipmentChanged, type StoreOrder } from './storeEvents';

const FILE = 'review-request';
const DAYS_AFTER_DELIVERY = 3;
const DAYS_BETWEEN = 30;

/** Longer than a night: whoever is asked when these have passed was not woken up. */
const HALF_A_DAY = 0.5;

async function arrive(stage: Stage): Promise<StoreOrder> {
	const order = newOrder(stage.customer);
	await stage.post(`${FILE}/shipment`, shipmentChanged('shopify', { order, status: 'delivered' }));
	return order;
}

/** An order arrives, and the time after which the customer is asked goes by. */
async function delivered(stage: Stage): Promise<StoreOrder> {
	const order = await arrive(stage);
	await stage.daysPass(DAYS_AFTER_DELIVERY);
	await stage.daysPass(HALF_A_DAY);
	return order;
}

async function timesAsked(stage: Stage): Promise<number> {
	return (await stage.received()).filter(({ template }) => template?.name === 'review_request').length;
}

/** Rating by taps with a voice message and a ticket; not asked twice; a typed rating with the public review. */
export const reviewRequest: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	days: DAYS_AFTER_DELIVERY + HALF_A_DAY,
	begin: async (stage) => void (await arrive(stage)),
	async play(stage) {
		const { zendesk, mail } = stage.world;
		const first = await delivered(stage);
		const question = await stage.next({ template: 'review_request' });
		expect(question.template).toMatchObject({ language: 'es', category: 'UTILITY' });
		for (const part of [stage.customer.firstName, first.number]) expect(question.body).toContain(part);
		await stage.tap(question, 'Valorar mi pedido');
		const list = await stage.next({ text: '¿Cuántas estrellas' });
		await stage.write('quizás');
		await stage.next({ text: 'escribe un número del 1 al 5' });
		await stage.tap(list, '★★');
		await stage.next({ text: '¿Qué ha pasado?' });
		await stage.restartOnce();
		const base64 = Buffer.from('OggS voice').toString('base64');
		await stage.answer('media', { kind: 'audio', mimeType: 'audio/ogg', base64, voice: true });
		await stage.next({ text: 'Nuestro equipo' });
		await stage.settled();
		const ticket = zendesk.tickets.filter(({ external_id: id }) => id === `${FILE}/${first.id}`);
		expect(ticket).toHaveLength(1);
		expect(ticket[0]).toMatchObject({ subject: `Unhappy with order ${first.number}`, priority: 'high', tags: ['whatsapp', 'review'] });
		const mails = mail.mails.filter(({ source }) => source.includes(`Order ${first.number}`));
		expect(mails.map(({ to }) => to)).toEqual([['support@sunny-shop.example']]);
		expect(mails[0]?.source).toContain(base64);

		await delivered(stage);
		expect(await timesAsked(stage)).toBe(1);

		await stage.daysPass(DAYS_BETWEEN);
		const third = await delivered(stage);
		await stage.next({ template: 'review_request' });
		await stage.write('cuatro');
		await stage.next({ text: 'Gracias por tu valoración' });

		await stage.daysPass(DAYS_BETWEEN);
		const fourth = await delivered(stage);
		await stage.next({ template: 'review_request' });
		await stage.write('5 estrellas');
		const invitation = await stage.next({ text: 'cinco estrellas' });
		expect(invitation.buttons?.[0]?.url).toBe(`https://sunny-shop.example/reviews/new?order=${fourth.id}`);
		await stage.settled();
		const later = [third, fourth].map(({ id }) => `${FILE}/${id}`);
		expect(zendesk.tickets.filter(({ external_id: id }) => later.includes(String(id)))).toEqual([]);
		expect(await timesAsked(stage)).toBe(3);
	},
};
