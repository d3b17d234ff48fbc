import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { newOrder, orderPlaced } from './storeEvents';

const FILE = 'coupon-follow-up';
const TEMPLATE = 'coupon_not_used';
const DAYS = 7;

let coupons = 0;

async function issued(stage: Stage): Promise<string> {
	const { phone, firstName, language } = stage.customer;
	coupons += 1;
	const code = `SUN-${coupons}`;
	await stage.post(`${FILE}/issued`, { code, phone, firstName, language, discount: '10%' });
	return code;
}

/** An order with this coupon, written as people write it. */
async function used(stage: Stage, coupon: string): Promise<void> {
	const codes = { discount_codes: [{ code: coupon.toLowerCase(), amount: '4.25', type: 'percentage' }] };
	await stage.post(`${FILE}/order`, { ...orderPlaced('shopify', newOrder(stage.customer)), ...codes });
}

async function couponOf({ world }: Stage, coupon: string): Promise<Record<string, unknown> | undefined> {
	const rows = await dataTableRows(world.demo.client, 'journey_coupons');
	return rows.find(({ code }) => code === coupon);
}

/** One is asked about, with an offer for the reason; one was used in time; one is used while the question waits. */
export const couponFollowUp: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'pt-BR', country: 'BR' },
	days: DAYS,
	begin: async (stage) => void (await issued(stage)),
	async play(stage) {
		await noonsPass(stage);
		const inTime = await issued(stage);
		const first = await issued(stage);
		await used(stage, inTime);
		await stage.daysPass(DAYS);
		const question = await stage.next({ template: TEMPLATE });
		expect(question.template).toMatchObject({ language: 'pt_BR', category: 'MARKETING' });
		for (const part of [stage.customer.firstName, first, '10%']) expect(question.body).toContain(part);
		await stage.tap(question, 'Escolher motivo');
		await stage.tap(await stage.next({ text: 'O que impediu' }), 'O frete é caro');
		const offer = await stage.next({ text: 'o frete é por nossa conta: *FREESHIP*' });
		expect(offer.buttons?.[0]?.url).toBe('https://sunny-shop.example/discount/FREESHIP');
		await stage.settled();
		expect(await couponOf(stage, first)).toMatchObject({ state: 'issued', reason: 'delivery', offeredCode: 'FREESHIP' });

		const later = await issued(stage);
		await stage.daysPass(DAYS);
		const second = await stage.next({ template: TEMPLATE });
		expect(second.body).toContain(later);
		await used(stage, later);
		await stage.tap(second, 'Escolher motivo');
		await stage.settled();
		expect(await couponOf(stage, later)).toMatchObject({ state: 'used' });
		expect(await stage.received()).toHaveLength(4);
	},
};
