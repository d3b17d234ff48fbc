import axios from 'axios';
import type { PhoneMessage } from '../../../scripts/start/sandboxClient';
import { dataTableRows } from '../../harness/n8n/dataTables';
import { until } from '../../harness/n8n/poll';
import type { Journey } from './journey';
import type { Stage } from './stage';
import { newOrder, orderPlaced, type StoreOrder } from './storeEvents';

const FILE = 'returns';

async function askToReturn(stage: Stage): Promise<StoreOrder> {
	const order = newOrder(stage.customer);
	await stage.post(`${FILE}/request`, orderPlaced('shopify', order));
	return order;
}

/** Shopify's `refunds/create`, as far as shops read it. */
function refundMade({ id }: StoreOrder): object {
	const transactions = [{ id: id + 7, kind: 'refund', status: 'success', amount: '24.00', currency: 'USD' }];
	return { id: id + 6_000_000, order_id: id, note: '', refund_line_items: [{ line_item_id: 9001, quantity: 2 }], transactions };
}

/** To the question what the customer would like instead. */
async function upToChoice(stage: Stage, reason: string) {
	await stage.tap(await stage.next({ template: 'return_started' }), 'Start return');
	await stage.tap(await stage.next({ text: 'Why do you want' }), reason);
	if (reason === 'It is damaged') {
		await stage.next({ text: 'send a photo' });
		const base64 = Buffer.from('JPEG of a broken mug').toString('base64');
		await stage.answer('media', { kind: 'image', mimeType: 'image/jpeg', base64 });
	}
	return await stage.next({ text: 'instead?' });
}

/** The customer takes the first time for the pickup. */
async function pickup(stage: Stage): Promise<string> {
	const list = await stage.next({ text: 'pick up the parcel' });
	const title = list.list?.sections[0]?.rows[0]?.title ?? '';
	await stage.tap(list, title);
	return title;
}

/** The label of a return, once it is on the phone. */
async function labelOf(stage: Stage, { number }: StoreOrder): Promise<PhoneMessage> {
	const filename = `return-${number.slice(1)}.pdf`;
	return await until({ what: `${filename} on the phone` }, async () => {
		return (await stage.received()).find(({ media }) => media?.filename === filename);
	});
}

async function rowOf({ world }: Stage, { id }: StoreOrder): Promise<Record<string, unknown> | undefined> {
	const rows = await dataTableRows(world.demo.client, 'journey_returns');
	return rows.find(({ orderId }) => orderId === String(id));
}

/** A refund with a photo, a pickup, a label and its notice; a coupon; an exchange. */
export const returns: Journey = {
	folder: FILE,
	file: FILE,
	begin: async (stage) => void (await askToReturn(stage)),
	async play(stage) {
		const { shopify, mail, demo } = stage.world;
		const first = await askToReturn(stage);
		await stage.tap(await upToChoice(stage, 'It is damaged'), 'Refund');
		await stage.restartOnce();
		const time = await pickup(stage);
		expect(time).toMatch(/^\w{3} \d+ \w{3}, 9–12$/);
		const label = await labelOf(stage, first);
		const url = new URL(label.media?.url ?? '', demo.sandbox.baseUrl).href;
		const pdf = await axios.get<ArrayBuffer>(url, { responseType: 'arraybuffer' });
		expect(Buffer.from(pdf.data).toString('latin1')).toMatch(new RegExp(`^%PDF-[^]*Return of order ${first.number}`));
		expect((await stage.next({ text: 'the courier comes' })).body).toContain(time);
		expect(shopify.orders.get(first.id)).toMatchObject({ tags: 'return, return-refund' });
		expect(await rowOf(stage, first)).toMatchObject({ reason: 'damaged', photo: 'mailed', choice: 'refund', state: 'open' });
		const mails = mail.mails.filter(({ source }) => source.includes(`order ${first.number}`));
		expect(mails.map(({ to }) => to[0])).toEqual(['returns@sunny-shop.example', 'pickup@courier.example']);
		await stage.daysPass(5);
		await stage.post(`${FILE}/refund`, refundMade(first));
		expect((await stage.next({ template: 'return_refunded' })).body).toContain('24.00 USD');
		expect(await rowOf(stage, first)).toMatchObject({ state: 'refunded' });

		const second = await askToReturn(stage);
		await stage.tap(await upToChoice(stage, 'Changed my mind'), 'Coupon');
		expect((await stage.next({ text: 'Your coupon' })).body).toContain('THANKYOU');
		await stage.settled();
		expect(shopify.orders.has(second.id)).toBe(false);

		const third = await askToReturn(stage);
		await stage.tap(await upToChoice(stage, 'Does not fit'), 'Exchange');
		await stage.next({ text: 'Which size' });
		await stage.write('The large one, please');
		await pickup(stage);
		await labelOf(stage, third);
		await stage.next({ text: 'the courier comes' });
		expect(shopify.orders.get(third.id)?.note).toContain('exchange The large one, please');
	},
};
