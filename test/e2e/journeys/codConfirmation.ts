import type { Journey } from './journey';
import type { Stage } from './stage';
import { type Store, type StoreOrder, newOrder, orderPlaced, shipmentChanged } from './storeEvents';

const OUT_FOR_DELIVERY = { shopify: 'out_for_delivery', woocommerce: 'out-for-delivery' };

/** What the store knows of the order in the end. */
function stored({ world }: Stage, { store, order }: { store: Store; order: StoreOrder }): Record<string, unknown> {
	const known = store === 'shopify' ? world.shopify.orders.get(order.id) : world.wooCommerce.orders.get(order.id);
	return { ...known };
}

/** Cash on delivery: confirmed, changed, cancelled or not answered; the amount on the day it comes. */
export function codConfirmation(store: Store): Journey {
	const file = `cod-confirmation-${store}`;
	const isShopify = store === 'shopify';
	const place = async (stage: Stage) => {
		const order = newOrder(stage.customer, { isCashOnDelivery: true });
		await stage.post(`${file}/order`, orderPlaced(store, order));
		return order;
	};
	return {
		folder: 'cod-confirmation',
		file,
		customer: { language: 'es-ES', country: 'ES' },
		begin: async (stage) => void (await place(stage)),
		async play(stage) {
			const of = (order: StoreOrder) => stored(stage, { store, order });
			const confirmed = await place(stage);
			const question = await stage.next({ template: 'cod_confirm_order' });
			for (const part of [confirmed.number, '42.50 USD', 'puerta']) expect(question.body).toContain(part);
			await stage.restartOnce();
			await stage.tap(question, 'Confirmar');
			expect((await stage.next({ text: '¡Gracias!' })).body).toContain('42.50 USD');
			expect(of(confirmed)).toMatchObject(isShopify ? { tags: 'cod-confirmed' } : { status: 'processing' });
			await stage.settled();
			await stage.post(`${file}/fulfilment`, shipmentChanged(store, { order: confirmed, status: OUT_FOR_DELIVERY[store] }));
			expect((await stage.next({ template: 'cod_amount_reminder' })).body).toContain('42.50 USD');

			const cancelled = await place(stage);
			await stage.tap(await stage.next({ template: 'cod_confirm_order' }), 'Cancelar pedido');
			await stage.next({ text: 'cancelado' });
			expect(of(cancelled)).toMatchObject(isShopify ? { cancelReason: 'customer' } : { status: 'cancelled' });

			const changed = await place(stage);
			await stage.tap(await stage.next({ template: 'cod_confirm_order' }), 'Cambiar');
			await stage.next({ text: '¿Qué cambiamos' });
			await stage.settled();
			await stage.write('Calle Mayor 5, por favor');
			await stage.next({ text: 'Anotado' });
			const note = 'WhatsApp: Calle Mayor 5, por favor';
			expect(of(changed)).toMatchObject(isShopify ? { tags: 'cod-change', note } : { status: 'on-hold', customer_note: note });

			const silent = await place(stage);
			await stage.next({ template: 'cod_confirm_order' });
			await stage.daysPass(1.1);
			await stage.next({ template: 'cod_confirm_order' });
			await stage.daysPass(1.1);
			expect(of(silent)).toMatchObject(isShopify ? { tags: 'cod-unconfirmed' } : { status: 'on-hold' });
		},
	};
}
