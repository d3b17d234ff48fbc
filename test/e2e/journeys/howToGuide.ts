import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { newOrder, shipmentChanged, type StoreOrder } from './storeEvents';

const FILE = 'how-to-guide';
const TEMPLATE = 'how_to_guide';
const HOURS_TO_TRY = 3;

/** The order arrives, of one product. */
async function delivered(stage: Stage, { sku, title }: { sku: string; title: string }): Promise<StoreOrder> {
	const order = newOrder(stage.customer);
	const lines = { line_items: [{ id: 9001, product_id: 71, title, quantity: 1, price: '12.00', sku }] };
	await stage.post(`${FILE}/shipment`, { ...shipmentChanged('shopify', { order, status: 'delivered' }), ...lines });
	return order;
}

const MUG = { sku: 'MUG-BLUE', title: 'Blue mug' };
const COFFEE = { sku: 'BEANS-500', title: 'Coffee beans 500 g' };
const GRINDER = { sku: 'GRINDER-1', title: 'Coffee grinder' };

/** The guide of a product, asked for by a tap. */
async function guideOf(stage: Stage, { title }: { title: string }) {
	const offer = await stage.next({ template: TEMPLATE, text: title });
	const before = await stage.received();
	await stage.tap(offer, 'Show me how');
	await stage.settled();
	return (await stage.received()).slice(before.length);
}

/** A video that helps; a PDF that does not, with a ticket; a voice message; each guide once, and none for other products. */
export const howToGuide: Journey = {
	folder: FILE,
	file: FILE,
	days: 1,
	begin: async (stage) => void (await delivered(stage, MUG)),
	async play(stage) {
		await noonsPass(stage);
		const coffee = await delivered(stage, COFFEE);
		for (const product of [MUG, GRINDER, MUG, { sku: 'SOAP-1', title: 'Soap' }]) await delivered(stage, product);
		await stage.daysPass(1);
		const page = 'https://sunny-shop.example/guides';
		expect(await guideOf(stage, MUG)).toMatchObject([{ media: { kind: 'video', url: `${page}/mug-en.mp4`, caption: 'How to use your Blue mug' } }]);
		expect(await guideOf(stage, COFFEE)).toMatchObject([{ media: { kind: 'document', url: `${page}/coffee-en.pdf`, filename: 'Coffee-beans-500-g.pdf' } }]);
		expect(await guideOf(stage, GRINDER)).toMatchObject([{ media: { kind: 'audio', url: `${page}/grinder-en.ogg`, voice: true } }]);
		expect(await stage.received()).toHaveLength(6);

		await stage.daysPass(HOURS_TO_TRY / 24);
		await stage.tap(await stage.next({ text: 'Did the guide for your Blue mug' }), 'Yes, thank you');
		await stage.next({ text: 'Wonderful!' });
		await stage.tap(await stage.next({ text: 'Did the guide for your Coffee beans' }), 'No');
		await stage.next({ text: 'What is not clear yet?' });
		await stage.settled();
		await stage.write('How much coffee do I take?');
		await stage.next({ text: 'Our team looks at it now' });
		await stage.next({ text: 'Did the guide for your Coffee grinder' });
		const tickets = stage.world.zendesk.tickets.filter(({ tags }) => JSON.stringify(tags).includes(FILE));
		expect(tickets).toMatchObject([{ subject: `Help with Coffee beans 500 g, order ${coffee.number}`, external_id: `${FILE}/${coffee.id}` }]);
		expect(JSON.stringify(tickets)).toContain('How much coffee do I take?');
	},
};
