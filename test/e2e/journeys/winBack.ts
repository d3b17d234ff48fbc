import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { newOrder, orderPlaced } from './storeEvents';

const FILE = 'win-back';
const DORMANT_DAYS = 60;
const DAYS_TO_LAST_OFFER = 7;

async function buy(stage: Stage): Promise<void> {
	await stage.post(`${FILE}/order`, orderPlaced('shopify', newOrder(stage.customer)));
}

/** Days go by, and n8n looks for dormant customers. */
async function look(stage: Stage, { after }: { after: number }): Promise<void> {
	await noonsPass(stage, after + 1);
	await stage.post(`${FILE}/look`, {});
}

async function offers(stage: Stage): Promise<string[]> {
	const names = (await stage.received()).map(({ template }) => template?.name ?? '');
	return names.filter((name) => name.startsWith('win_back'));
}

/** Two offers to a customer who does not buy any more, none after a purchase, none after a stop. */
export const winBack: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	async begin(stage) {
		await buy(stage);
		await look(stage, { after: DORMANT_DAYS });
	},
	async play(stage) {
		await buy(stage);
		await look(stage, { after: DORMANT_DAYS });
		const first = await stage.next({ template: 'win_back_offer' });
		expect(first.template).toMatchObject({ language: 'es', category: 'MARKETING' });
		for (const part of [stage.customer.firstName, 'BACK10']) expect(first.body).toContain(part);
		expect(first.buttons?.[0]?.url).toBe('https://sunny-shop.example/welcome-back/BACK10');
		await stage.post(`${FILE}/look`, {});
		await look(stage, { after: DAYS_TO_LAST_OFFER });
		const last = await stage.next({ template: 'win_back_last_offer' });
		expect(last.body).toContain('BACK20');
		await look(stage, { after: DAYS_TO_LAST_OFFER });
		expect(await offers(stage)).toEqual(['win_back_offer', 'win_back_last_offer']);

		await buy(stage);
		await stage.post(`${FILE}/look`, {});
		await look(stage, { after: DORMANT_DAYS });
		const third = await stage.next({ template: 'win_back_offer' });
		await buy(stage);
		await look(stage, { after: DAYS_TO_LAST_OFFER });
		await stage.tap(third, 'No recibir ofertas');
		await stage.next({ text: /START/ });
		await look(stage, { after: DORMANT_DAYS });
		expect(await offers(stage)).toHaveLength(3);
		const rows = await dataTableRows(stage.world.demo.client, 'journey_customers');
		const own = rows.filter(({ phone }) => phone === stage.customer.phone);
		expect(own).toHaveLength(1);
		expect(own[0]).toMatchObject({ offers: 0, language: 'es' });
	},
};
