import { addDataTableRows, dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import { hourComes, noonsPass } from './noon';
import { Stage } from './stage';

const FILE = 'broadcast';
const NEWS = { en: 'The spring mugs have come in.', es: 'Ya han llegado las tazas de primavera.' };
const NIGHT = 23;

function row({ customer: { phone, firstName, language } }: Stage): { phone: string; firstName: string; language: string } {
	return { phone, firstName, language };
}

async function spring(stage: Stage, others: object[]): Promise<string> {
	const campaign = `spring-${stage.customer.key}`;
	await stage.post(`${FILE}/campaign`, { campaign, kind: 'offer', news: NEWS, link: 'spring', rows: [row(stage), ...others] });
	return campaign;
}

/** Subjects of the reports about a campaign, oldest first. */
function reports({ world: { mail } }: Stage, campaign: string): string[] {
	const mails = mail.mails.filter(({ to, source }) => to.includes('marketing@sunny-shop.example') && source.includes(campaign));
	return mails.map(({ source }) => /^Subject: Broadcast \S+ (.*)$/m.exec(source.replace(/\n[ \t]/g, ' '))?.[1] ?? source);
}

/** What the report says of each row of a campaign, by number. */
async function resultsOf({ world: { demo } }: Stage, campaign: string): Promise<Record<string, unknown>> {
	const rows = await dataTableRows(demo.client, 'journey_broadcast');
	const own = rows.filter((each) => each.campaign === campaign);
	return Object.fromEntries(own.map(({ person, result, reason }) => [String(person), [result, reason]]));
}

/** A campaign to posted rows at night, sent in the morning, with all that is wrong in a list; an invitation to a segment. */
export const broadcast: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	days: 1,
	begin: async (stage) => void (await spring(stage, [])),
	async play(stage) {
		const [other, stopped] = [await Stage.open(stage.world), await Stage.open(stage.world)];
		await stopped.write('STOP');
		await stopped.next({ text: /START/ });
		await hourComes(stage, { hour: NIGHT });
		const again = `00${stage.customer.phone.slice(1)}`;
		const campaign = await spring(stage, [row(other), row(stopped), { ...row(stage), phone: again }, { phone: 'none', firstName: 'Nobody' }]);
		expect(await stage.received()).toEqual([]);
		expect(reports(stage, campaign)).toEqual(['0 sent, 2 left out, 0 failed, 2 waiting']);
		await noonsPass(stage);
		const message = await stage.next({ template: 'broadcast_offer' });
		expect(message.template).toMatchObject({ language: 'es', category: 'MARKETING' });
		for (const part of [stage.customer.firstName, NEWS.es]) expect(message.body).toContain(part);
		expect(message.buttons?.[0]?.url).toBe('https://sunny-shop.example/offers/spring');
		expect((await other.next({ template: 'broadcast_offer' })).body).toContain(NEWS.en);
		expect(reports(stage, campaign)).toEqual([expect.stringContaining('2 waiting'), '2 sent, 0 left out, 0 failed, 0 waiting']);
		expect(await resultsOf(stage, campaign)).toEqual({
			[stage.customer.key]: ['sent', ''],
			[other.customer.key]: ['sent', ''],
			[stopped.customer.key]: ['left out', 'opted_out'],
			none: ['left out', expect.stringContaining('Phone')],
		});

		const segment = `vip-${stage.customer.key}`;
		await addDataTableRows(stage.world.demo.client, { name: 'journey_segments', rows: [{ segment, ...row(stage) }] });
		await stage.post(`${FILE}/campaign`, { campaign: `join-${segment}`, kind: 'invitation', link: 'vip', segment });
		const invitation = await stage.next({ template: 'broadcast_invitation' });
		expect(invitation.buttons?.[0]?.url).toBe('https://sunny-shop.example/community/vip');
		await stage.tap(invitation, 'No recibir ofertas');
		await stage.next({ text: /START/ });
		expect((await other.received()).map(({ template }) => template?.name)).toEqual(['broadcast_offer']);
	},
};
