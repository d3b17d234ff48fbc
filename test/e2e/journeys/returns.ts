import axios from 'axios';
import type { PhoneMessage } from '../../../scripts/start/sandboxClient';
import { dataTableRows } from '../../harness/n8n/dataTables';
import { until } from '../../harness/n8n/poll';
import type { Journey } from './journey';
import { changeSetting } from './settings';
import type { Stage } from './stage';
import { newOrder, orderPlaced, type StoreOrder } from './storeEvents';

const FILE = 'returns';
const CATALOG = '194836987003835';
const PHOTO = Buffer.from('JPEG of a broken mug').toString('base64');

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

let problems = 0;

/** The courier tells why it has no parcel. */
async function pickupFails(stage: Stage, { order, status }: { order: StoreOrder; status: string }): Promise<void> {
	problems += 1;
	await stage.post(`${FILE}/pickup`, { id: `pickup-${problems}`, reference: order.number, pickup_status: status });
}

/** To the question what the customer would like instead. */
async function upToChoice(stage: Stage, reason: string) {
	await stage.tap(await stage.next({ template: 'return_started' }), 'Start return');
	await stage.tap(await stage.next({ text: 'Why do you want' }), reason);
	if (reason === 'It is damaged') {
		await stage.next({ text: 'send a photo' });
		await stage.answer('media', { kind: 'image', mimeType: 'image/jpeg', base64: PHOTO });
	}
	return await stage.next({ text: 'instead?' });
}

/** The customer takes a time for the pickup. */
async function pickup(stage: Stage, row = 0): Promise<string> {
	const list = await stage.next({ text: 'pick up the parcel' });
	const title = list.list?.sections[0]?.rows[row]?.title ?? '';
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

async function upToExchange(stage: Stage): Promise<StoreOrder> {
	const order = await askToReturn(stage);
	await stage.tap(await upToChoice(stage, 'Does not fit'), 'Exchange');
	return order;
}

/** From the pickup to the last message about it. */
async function untilBooked(stage: Stage, order: StoreOrder): Promise<string> {
	const time = await pickup(stage);
	await labelOf(stage, order);
	expect((await stage.next({ text: 'courier comes at' })).body).toContain(time);
	return time;
}

/** A list of products from Settings, those of the order first; with a catalog its products, and a cart as the answer. */
async function exchanges(stage: Stage): Promise<StoreOrder> {
	const { shopify } = stage.world;
	const fromList = await upToExchange(stage);
	const offers = await stage.next({ text: 'one of these' });
	expect(offers.list?.sections[0]?.rows.map(({ title }) => title)).toEqual(['Blue mug, large', 'Green mug', 'Coffee beans, decaf', 'Fruit tea']);
	await stage.tap(offers, 'Green mug');
	await untilBooked(stage, fromList);
	expect(shopify.orders.get(fromList.id)?.note).toContain('exchange MUG-GREEN (Green mug), pickup');

	await changeSetting(stage, { file: FILE, name: 'catalogId', value: CATALOG });
	const fromCatalog = await upToExchange(stage);
	const { products = [] } = await stage.next({ text: 'into the cart' });
	expect(products.map(({ catalogId }) => catalogId)).toEqual(products.map(() => CATALOG));
	expect(products.map(({ retailerId }) => retailerId)).toEqual(['MUG-BLUE-L', 'MUG-GREEN', 'BEANS-DECAF', 'TEA-FRUIT', 'CHOC-DARK', 'HONEY-3', 'BOX-GIFT']);
	await stage.next({ text: 'Which size' });
	await stage.settled();
	await stage.answer('order', { catalogId: CATALOG, items: [{ retailerId: 'BEANS-DECAF', quantity: 2, price: 18.5, currency: 'USD' }] });
	await untilBooked(stage, fromCatalog);
	expect(await rowOf(stage, fromCatalog)).toMatchObject({ choice: 'exchange', details: '2 × BEANS-DECAF', state: 'open' });
	return fromList;
}

/** Cases of this journey: the helpdesk has those of the others, too. */
function casesOf({ world }: Stage): Array<Record<string, unknown>> {
	return world.zendesk.tickets.filter(({ subject }) => String(subject).includes('return of order'));
}

/** Told why, the customer chooses another time; the second time the team has a case as well, and the courier another address. */
async function failedPickups(stage: Stage, order: StoreOrder): Promise<void> {
	const { mail } = stage.world;
	const mailsAgain = () => mail.mails.filter(({ source }) => source.includes('New pickup') && source.includes(order.number));
	await pickupFails(stage, { order, status: 'on_its_way' });
	await pickupFails(stage, { order, status: 'parcel_refused' });
	const first = await stage.next({ template: 'pickup_failed' });
	expect(first.body).toContain(`${order.number}: the parcel could not be taken as it was.`);
	await stage.tap(first, 'Choose a time');
	const time = await pickup(stage, 3);
	expect((await stage.next({ text: 'comes again' })).body).toContain(time);
	expect(mailsAgain().map(({ to }) => to[0])).toEqual(['pickup@courier.example']);
	expect((await rowOf(stage, order))?.pickup).toMatch(/ 14-18$/);
	expect(casesOf(stage)).toEqual([]);

	await pickupFails(stage, { order, status: 'wrong_address' });
	expect(casesOf(stage)).toMatchObject([{ subject: `Pickup failed again: return of order ${order.number}`, priority: 'high' }]);
	await stage.tap(await stage.next({ template: 'pickup_failed' }), 'Choose a time');
	await stage.next({ text: 'Where shall we' });
	await stage.settled();
	await stage.write('7 Sample Road, 10115 Example City');
	await pickup(stage);
	await stage.next({ text: 'comes again' });
	expect(mailsAgain()[1]?.source).toContain('New address: 7 Sample Road, 10115 Example City');
	expect(casesOf(stage)).toHaveLength(1);
}

/** A refund with a photo, a pickup, a label and its notice; a coupon; exchanges; pickups that fail. */
export const returns: Journey = {
	folder: FILE,
	file: FILE,
	begin: async (stage) => void (await askToReturn(stage)),
	async play(stage) {
		const { shopify, mail, demo } = stage.world;
		const first = await askToReturn(stage);
		await stage.tap(await upToChoice(stage, 'It is damaged'), 'Refund');
		await stage.restartOnce();
		const time = await untilBooked(stage, first);
		expect(time).toMatch(/^\w{3} \d+ \w{3}, 9–12$/);
		const label = await labelOf(stage, first);
		const url = new URL(label.media?.url ?? '', demo.sandbox.baseUrl).href;
		const pdf = await axios.get<ArrayBuffer>(url, { responseType: 'arraybuffer' });
		expect(Buffer.from(pdf.data).toString('latin1')).toMatch(new RegExp(`^%PDF-[^]*Return of order ${first.number}`));
		expect(shopify.orders.get(first.id)).toMatchObject({ tags: 'return, return-refund' });
		expect(await rowOf(stage, first)).toMatchObject({ reason: 'damaged', photo: expect.stringMatching(/^\d+$/) as unknown, choice: 'refund', state: 'open' });
		const mails = mail.mails.filter(({ source }) => source.includes(`order ${first.number}`));
		expect(mails.map(({ to }) => to[0])).toEqual(['returns@sunny-shop.example', 'pickup@courier.example']);
		expect(mails[0]?.source).toContain(PHOTO);

		const second = await askToReturn(stage);
		await stage.tap(await upToChoice(stage, 'Changed my mind'), 'Coupon');
		expect((await stage.next({ text: 'Your coupon' })).body).toContain('THANKYOU');
		await stage.settled();
		expect(shopify.orders.has(second.id)).toBe(false);

		await failedPickups(stage, await exchanges(stage));

		await pickupFails(stage, { order: first, status: 'pickup_failed' });
		expect((await stage.next({ template: 'pickup_failed' })).body).toContain('nobody answered the door');
		await stage.daysPass(5);
		expect(casesOf(stage)[1]).toMatchObject({ subject: `No new pickup time: return of order ${first.number}` });
		await stage.post(`${FILE}/refund`, refundMade(first));
		expect((await stage.next({ template: 'return_refunded' })).body).toContain('24.00 USD');
		expect(await rowOf(stage, first)).toMatchObject({ state: 'refunded' });
		await pickupFails(stage, { order: first, status: 'pickup_failed' });
		await stage.settled();
		expect(casesOf(stage)).toHaveLength(2);
	},
};
