import type { Journey } from './journey';
import type { Stage } from './stage';
import { type Store, newOrder, shipmentChanged } from './storeEvents';

/** An update of a tracking as AfterShip posts it. */
function afterShip(tracking: string, tag: string): object {
	return { event: 'tracking_update', msg: { tracking_number: tracking, tag, slug: 'example-express' } };
}

/** Milestones of a parcel, from the store and from the carrier: each told once, forward only, and only those chosen. */
export function shippingMilestones(store: Store): Journey {
	const file = `shipping-milestones-${store}`;
	const ship = async (stage: Stage) => {
		const order = newOrder(stage.customer);
		const status = store === 'shopify' ? 'confirmed' : 'completed';
		await stage.post(`${file}/fulfilment`, shipmentChanged(store, { order, status }));
		return order;
	};
	return {
		folder: 'shipping-milestones',
		file,
		customer: { language: 'de-DE', country: 'DE' },
		async begin(stage) {
			const order = await ship(stage);
			await stage.post(`${file}/tracking`, afterShip(`EX${order.id}`, 'OutForDelivery'));
		},
		async play(stage) {
			const order = await ship(stage);
			const tracking = `EX${order.id}`;
			const report = async (tag: string) => await stage.post(`${file}/tracking`, afterShip(tracking, tag));
			const message = await stage.next({ template: 'parcel_shipped' });
			expect(message.buttons?.map(({ title }) => title)).toEqual(['Paket verfolgen', 'Keine Nachrichten']);
			for (const part of [stage.customer.firstName, order.number, 'Example Express']) expect(message.body).toContain(part);
			await stage.restartOnce();
			await report('OutForDelivery');
			const today = await stage.next({ template: 'parcel_out_for_delivery' });
			expect(today.body).toContain(order.number);
			expect(today.buttons?.[0]?.url).toContain(`tracking-page?t=${tracking}`);
			await report('InTransit');
			await report('Gibberish');
			await report('Exception');
			await report('Delivered');
			const delivered = await stage.next({ template: 'parcel_delivered' });
			expect(delivered.buttons?.[1]?.title).toBe('Hilfe holen');
			await report('OutForDelivery');
			const told = (await stage.received()).map(({ template }) => template?.name);
			expect(told).toEqual(['parcel_shipped', 'parcel_out_for_delivery', 'parcel_delivered']);
		},
	};
}
