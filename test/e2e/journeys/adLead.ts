import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import type { Stage } from './stage';

const FILE = 'ad-lead';
const DAY_AND_A_BIT = 1.1;

/** Longer than a night, and within the three days that cost nothing. */
const HALF_A_DAY = 0.5;

/** What Meta says of the ad that led somebody here. */
function referral(ad: string): object {
	return { source_url: `https://fb.example/${ad}`, source_id: ad, source_type: 'ad', headline: 'Tazas para todos', media_type: 'image', ctwa_clid: `click-${ad}` };
}

async function tapAd(stage: Stage, ad: string): Promise<void> {
	await stage.answer('text', { text: 'Hola, vi su anuncio', referral: referral(ad) });
	await stage.settled();
}

async function wishOf(stage: Stage, ad: string): Promise<Record<string, unknown> | undefined> {
	const leads = await dataTableRows(stage.world.demo.client, 'journey_ad_leads');
	return leads.find(({ adId, phone }) => adId === ad && phone === stage.customer.phone);
}

/** Three ads: a tap on the first answer; no answer, then a question after the follow-up; the same ad twice. */
export const adLead: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es-MX', country: 'MX' },
	days: DAY_AND_A_BIT + HALF_A_DAY,
	begin: async (stage) => await tapAd(stage, '5550009990001'),
	async play(stage) {
		const { hubspot, mail } = stage.world;
		const { phone, name, firstName } = stage.customer;
		await this.begin(stage);
		const greeting = await stage.next({ text: `Hola, ${firstName}: ¡gracias por tu interés en Tazas para todos!` });
		const made = hubspot.contacts.get(phone);
		expect(made).toBeDefined();
		expect(hubspot.made.get(made ?? '')).toMatchObject({ phone, firstname: name, lifecyclestage: 'lead' });
		await stage.tap(greeting, 'Ver productos');
		const link = await stage.next({ text: 'Aquí tienes todo sobre Tazas para todos' });
		expect(link.buttons?.[0]?.url).toBe('https://sunny-shop.example/hello?utm_source=whatsapp&utm_content=5550009990001');
		await this.begin(stage);
		expect(await stage.received()).toHaveLength(2);
		expect(await wishOf(stage, '5550009990001')).toMatchObject({ wish: 'products', ctwaClid: 'click-5550009990001', crmContact: made });

		await tapAd(stage, '5550009990002');
		await stage.next({ text: '¡gracias por tu interés' });
		await stage.daysPass(DAY_AND_A_BIT);
		await stage.daysPass(HALF_A_DAY);
		const followUp = await stage.next({ template: 'ad_follow_up' });
		expect(followUp.template).toMatchObject({ language: 'es', category: 'MARKETING' });
		await stage.tap(followUp, 'Hacer una pregunta');
		await stage.next({ text: 'Escribe aquí tu pregunta' });
		await stage.settled();
		const mails = mail.mails.filter(({ source }) => source.includes(phone));
		expect(mails.map(({ to }) => to)).toEqual([['sales@sunny-shop.example'], ['sales@sunny-shop.example']]);
		expect(mails[0]?.source).toContain('The journey did not answer');
		expect(await wishOf(stage, '5550009990002')).toMatchObject({ wish: 'person' });
		expect(hubspot.contactNotes.get(made ?? '')).toHaveLength(2);
		expect(hubspot.contactNotes.get(made ?? '')?.[1]).toContain('click-5550009990002');
		expect([...hubspot.contacts.keys()].filter((each) => each === phone)).toHaveLength(1);
	},
};
