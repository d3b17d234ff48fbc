import axios from 'axios';
import type { Journey } from './journey';
import type { Stage } from './stage';
import { type Store, newOrder, orderPlaced } from './storeEvents';

/** Order confirmation, payment link where it is not paid, invoice. */
export function orderConfirmation(store: Store, customer: { language: string; country: string }, thanks: string): Journey {
	const file = `order-confirmation-${store}`;
	const place = async (stage: Stage) => {
		const order = newOrder(stage.customer, { isPending: true });
		await stage.post(`${file}/order`, orderPlaced(store, order));
		return order;
	};
	return {
		folder: 'order-confirmation',
		file,
		customer,
		begin: async (stage) => void (await place(stage)),
		async play(stage) {
			const order = await place(stage);
			const received = await stage.next({ template: 'order_received' });
			expect(received.header?.text).toBe(thanks);
			for (const part of [stage.customer.firstName, order.number, '42.50 USD']) expect(received.body).toContain(part);
			expect(received.buttons?.[0]?.url).toBe(`https://sunny-shop.example/orders/${order.id}`);
			const payment = await stage.next({ template: 'order_payment_link' });
			expect(payment.buttons?.[0]?.url).toBe(`https://sunny-shop.example/pay/${order.id}`);
			const invoice = await stage.next({ template: 'order_invoice_pdf' });
			const pdf = await axios.get<ArrayBuffer>(new URL(invoice.header?.mediaUrl ?? '', stage.world.demo.sandbox.baseUrl).href, { responseType: 'arraybuffer' });
			expect(Buffer.from(pdf.data).toString('latin1')).toMatch(/^%PDF-[^]*2 x Blue mug/);
			await stage.restartOnce();
			const paid = newOrder(stage.customer);
			await stage.post(`${file}/order`, orderPlaced(store, paid));
			expect((await stage.next({ template: 'order_received' })).body).toContain(paid.number);
			await stage.next({ template: 'order_invoice_pdf' });
			expect((await stage.received()).filter(({ template }) => template?.name === 'order_payment_link')).toHaveLength(1);
		},
	};
}
