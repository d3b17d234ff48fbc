import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { newOrder, orderPlaced } from './storeEvents';

const FILE = 'loyalty';
const DAYS_TO_REMINDER = 166;
const DAYS_AFTER_REMINDER = 14;

let events = 0;

async function orderPaid(stage: Stage): Promise<void> {
	await stage.post(`${FILE}/order`, orderPlaced('shopify', newOrder(stage.customer)));
}

/** What a loyalty app posts: points won or spent, or a prize. */
async function appTells(stage: Stage, what: { points: number; reason: string } | { prize: string }): Promise<string> {
	const { phone, firstName, language } = stage.customer;
	events += 1;
	const id = `app-${events}`;
	await stage.post(`${FILE}/${'prize' in what ? 'prize' : 'points'}`, { id, phone, firstName, language, ...what });
	return id;
}

/** The customer's rows, as their points in the order of the events. */
async function pointsOf({ world, customer }: Stage): Promise<unknown[]> {
	const rows = await dataTableRows(world.demo.client, 'journey_loyalty');
	return rows.filter(({ phone }) => phone === customer.phone).map(({ points }) => points);
}

async function balance(stage: Stage) {
	await stage.settled();
	await stage.write('Meus pontos, por favor');
	return await stage.next({ text: /Você tem/ });
}

/** Points, a reward and a tier by events; a prize; the balance and a quiz by words and taps; points that expire. */
export const loyalty: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'pt-BR', country: 'BR' },
	days: DAYS_TO_REMINDER + DAYS_AFTER_REMINDER + 1,
	begin: orderPaid,
	async play(stage) {
		await noonsPass(stage);
		await orderPaid(stage);
		const first = await stage.next({ template: 'loyalty_points_changed' });
		expect(first.template).toMatchObject({ language: 'pt_BR', category: 'UTILITY' });
		for (const part of [stage.customer.firstName, '+42', 'pedido #', '42 pontos']) expect(first.body).toContain(part);
		expect(first.buttons?.[1]).toMatchObject({ payload: 'STOP_UPDATES' });

		await appTells(stage, { points: 60, reason: 'aniversário' });
		const reward = await stage.next({ template: 'loyalty_reward_ready' });
		expect(reward.template).toMatchObject({ language: 'pt_BR', category: 'MARKETING' });
		for (const part of ['102 pontos', '5 USD de desconto']) expect(reward.body).toContain(part);
		expect(reward.buttons?.[1]).toMatchObject({ payload: 'STOP_OFFERS' });
		await appTells(stage, { points: 100, reason: 'indicação' });
		expect((await stage.next({ template: 'loyalty_tier_reached' })).body).toContain('nível Prata');
		const prize = await appTells(stage, { prize: 'uma caneca azul' });
		const won = await stage.next({ template: 'loyalty_prize_won' });
		expect(won.body).toContain('uma caneca azul');
		expect(won.buttons?.[0]?.url).toBe(`https://sunny-shop.example/prizes/${prize}`);
		await appTells(stage, { points: -100, reason: 'recompensa usada' });
		expect((await stage.next({ template: 'loyalty_points_changed' })).body).toContain('-100 (recompensa usada)');

		const told = await balance(stage);
		for (const part of ['*102 pontos*', 'Prata', 'mais 98 pontos']) expect(told.body).toContain(part);
		await stage.tap(told, 'Quiz por pontos');
		const question = await stage.next({ text: 'canecas azuis' });
		await stage.tap(question, 'Café expresso');
		await stage.next({ text: 'Certo!' });
		expect((await stage.next({ template: 'loyalty_points_changed' })).body).toContain('+10 (quiz)');
		await stage.settled();
		await stage.write('QUIZ');
		await stage.next({ text: 'já respondeu' });
		expect(await pointsOf(stage)).toEqual([42, 60, 100, -100, 10]);

		await stage.daysPass(DAYS_TO_REMINDER);
		const reminder = await stage.next({ template: 'loyalty_points_expiring' });
		expect(reminder.body).toMatch(/112 dos seus pontos expiram até \d+ de \p{L}+ de \d{4}/u);
		await stage.daysPass(DAYS_AFTER_REMINDER);
		expect((await balance(stage)).body).toContain('*0 pontos*');
		expect((await pointsOf(stage)).slice(5).sort()).toEqual([-10, -100, -2]);
		expect((await stage.received()).map(({ template }) => template?.name).filter((name) => name !== undefined)).toEqual([
			'loyalty_points_changed',
			'loyalty_reward_ready',
			'loyalty_tier_reached',
			'loyalty_prize_won',
			'loyalty_points_changed',
			'loyalty_points_changed',
			'loyalty_points_expiring',
		]);
	},
};
