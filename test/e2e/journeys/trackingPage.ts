import axios from 'axios';
import type { Journey } from './journey';
import { photographPage } from './pictures';
import { newOrder, shipmentChanged } from './storeEvents';

const SHIPPING = 'shipping-milestones-shopify';

/** The page behind the tracking button: the parcel's milestones as a timeline. */
export const trackingPage: Journey = {
	folder: 'tracking-page',
	file: 'tracking-page',
	needs: ['shipping-milestones'],
	customer: { language: 'es-MX', country: 'MX' },
	hasOwnPicture: true,
	async begin(stage) {
		const order = newOrder(stage.customer);
		await stage.post(`${SHIPPING}/fulfilment`, shipmentChanged('shopify', { order, status: 'in_transit' }));
		await stage.post(`${SHIPPING}/fulfilment`, shipmentChanged('shopify', { order, status: 'out_for_delivery' }));
	},
	async play(stage) {
		const page = `${stage.world.demo.n8n.url}/webhook/tracking-page`;
		const order = newOrder(stage.customer);
		const report = async (status: string) => await stage.post(`${SHIPPING}/fulfilment`, shipmentChanged('shopify', { order, status }));
		await report('confirmed');
		const message = await stage.next({ template: 'parcel_shipped' });
		const tracking = new URL(message.buttons?.[0]?.url ?? '').searchParams.get('t');
		expect(tracking).toBe(`EX${order.id}`);
		await report('in_transit');
		await stage.restartOnce();
		await stage.daysPass(0.5);
		await report('out_for_delivery');
		await stage.next({ template: 'parcel_out_for_delivery' });
		const text = await photographPage(stage, { file: 'tracking-page', url: `${page}?t=${tracking}` });
		for (const part of [`Tu pedido ${order.number}`, 'Example Express', 'Enviado', 'En camino', 'En reparto', 'WhatsApp']) expect(text).toContain(part);
		expect(text).not.toContain('Entregado');
		expect(text.indexOf('En reparto')).toBeLessThan(text.indexOf('Enviado'));
		const unknown = await axios.get<string>(page, { params: { t: '<b>1</b>', lang: 'de' }, validateStatus: () => true });
		expect(unknown.status).toBe(404);
		expect(unknown.data).toContain('Dieses Paket kennen wir noch nicht');
		expect(unknown.data).not.toContain('<b>1</b>');
	},
};
