import axios from 'axios';
import { unpublishWorkflow } from '../../harness/n8n/workflows';
import type { Journey } from './journey';
import { photographPage } from './pictures';
import { startSchedule } from './schedule';
import type { Stage } from './stage';
import { newOrder, orderPlaced } from './storeEvents';

const FILE = 'delivery-report';
const COD = 'cod-confirmation-shopify';
const CONFIRMATION = 'order-confirmation-shopify';

async function placeForCash(stage: Stage): Promise<void> {
	await stage.post(`${COD}/order`, orderPlaced('shopify', newOrder(stage.customer, { isCashOnDelivery: true })));
}

/** What becomes of two journeys' messages: read, tapped, answered by words, failed, opted out; told by mail and by a page. */
export const deliveryReport: Journey = {
	folder: FILE,
	file: FILE,
	needs: ['cod-confirmation', 'order-confirmation'],
	customer: { language: 'en-US', country: 'US' },
	hasOwnPicture: true,
	begin: placeForCash,
	async play(stage) {
		const { demo, mail } = stage.world;
		await stage.post(`${CONFIRMATION}/order`, orderPlaced('shopify', newOrder(stage.customer)));
		await stage.next({ template: 'order_invoice_pdf' });
		await placeForCash(stage);
		await stage.answer('read', {});
		await stage.tap(await stage.next({ template: 'cod_confirm_order' }), 'Confirm');
		await stage.next({ text: 'Thank you' });
		await placeForCash(stage);
		await stage.next({ template: 'cod_confirm_order' });
		await stage.settled();
		await stage.write('cancel order');
		await stage.next({ text: 'cancelled' });
		await stage.answer('fail', { code: 131026 });
		await placeForCash(stage);
		await stage.restartOnce();
		await stage.write('STOP');
		await stage.next({ text: /START/ });
		await stage.settled();

		await startSchedule(stage, { folder: FILE, file: FILE, trigger: 'Every Morning' });
		const report = mail.mails.find(({ source }) => source.includes('Subject: WhatsApp:'));
		expect(report?.to).toEqual(['owner@sunny-shop.example']);
		const lines = (report?.source ?? '').replaceAll('=\n', '').replaceAll('=3D', '=');
		expect(lines).toContain('COD confirmation\n  4 sent, 4 delivered, 2 read, 1 tapped, 1 answered, 1 failed, 1 opted out, 0.04 USD');
		expect(lines).toContain('Order confirmation\n  2 sent, 2 delivered, 2 read, 0 tapped, 0 answered, 0 failed, 0 opted out, 0.04 USD');
		expect(lines).toContain('Cost of utility: 0.08 USD');
		const link = /http\S+delivery-report\?key=\w+/.exec(lines)?.[0] ?? '';
		const text = await photographPage(stage, { file: FILE, url: link });
		for (const part of ['COD confirmation', 'Order confirmation', 'Cost by category', '0.08 USD']) expect(text).toContain(part);
		const refused = await axios.get<string>(`${demo.n8n.url}/webhook/${FILE}?key=1`, { validateStatus: () => true });
		expect(refused.status).toBe(403);
		// Each status of the other journeys would start it too, which shows nothing new and takes minutes.
		await stage.settled();
		for (const { id, path } of demo.journeys) if (path.startsWith(FILE)) await unpublishWorkflow(demo.client, id);
	},
};
