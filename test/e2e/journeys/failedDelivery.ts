import type { Journey } from './journey';
import type { Stage } from './stage';
import { type Store, type StoreOrder, newOrder, shipmentChanged } from './storeEvents';

const ATTEMPTED = { shopify: 'attempted_delivery', woocommerce: 'delivery-failed' };

/** Nobody was there: told at once, a new time, address or a call, and a mail to the courier. */
export function failedDelivery(store: Store): Journey {
	const file = `failed-delivery-${store}`;
	const fail = async (stage: Stage): Promise<StoreOrder> => {
		const order = newOrder(stage.customer);
		await stage.post(`${file}/fulfilment`, shipmentChanged(store, { order, status: ATTEMPTED[store] }));
		return order;
	};
	return {
		folder: 'failed-delivery',
		file,
		customer: { language: 'de-DE', country: 'DE' },
		begin: async (stage) => void (await fail(stage)),
		async play(stage) {
			const { mails } = stage.world.mail;
			const mailOf = (order: StoreOrder) => mails.find(({ source }) => source.includes(`EX${order.id}`));
			await stage.post(`${file}/fulfilment`, shipmentChanged(store, { order: newOrder(stage.customer), status: store === 'shopify' ? 'in_transit' : 'processing' }));
			expect(await stage.received()).toEqual([]);
			const later = await fail(stage);
			const question = await stage.next({ template: 'delivery_missed' });
			for (const part of ['Example Express', later.number]) expect(question.body).toContain(part);
			await stage.tap(question, 'Neue Zeit');
			const times = await stage.next({ text: 'Wann soll der Bote' });
			await stage.restartOnce();
			await stage.tap(times, 'Samstag 9 bis 14 Uhr');
			await stage.next({ text: 'Bescheid: Samstag 9 bis 14 Uhr' });
			expect(mailOf(later)).toMatchObject({ from: 'shop@sunny-shop.example', to: ['dispatch@courier.example'] });
			expect(mailOf(later)?.source).toContain('Samstag 9 bis 14 Uhr');

			const elsewhere = await fail(stage);
			await stage.tap(await stage.next({ template: 'delivery_missed' }), 'Neue Adresse');
			await stage.next({ text: 'neue Adresse in einer Nachricht' });
			await stage.settled();
			await stage.write('Beispielweg 7, 10115 Berlin');
			await stage.next({ text: 'Bescheid: Beispielweg 7, 10115 Berlin' });
			expect(mailOf(elsewhere)?.source).toContain('Beispielweg 7, 10115 Berlin');

			const silent = await fail(stage);
			await stage.next({ template: 'delivery_missed' });
			await stage.daysPass(1.1);
			expect(mailOf(silent)?.source).toContain('did not answer');
			expect(mails.filter(({ source }) => source.includes(stage.customer.phone))).toHaveLength(3);
		},
	};
}
