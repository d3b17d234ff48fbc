import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { newOrder } from './storeEvents';

const FILE = 'survey';
const FLOW = '1234567890123456';
const DAYS_BETWEEN = 90;

/** The store asks for a survey about a new order; in quiet hours it waits for the day. */
async function ask(stage: Stage, more: { flow?: string } = {}): Promise<string> {
	const { phone, firstName, language } = stage.customer;
	const { number } = newOrder(stage.customer);
	await stage.post(`${FILE}/ask`, { phone, firstName, language, orderNumber: number, ...more });
	await noonsPass(stage);
	return number;
}

async function timesInvited(stage: Stage): Promise<number> {
	return (await stage.received()).filter(({ template }) => template?.name === 'survey_invitation').length;
}

/** What was kept of the survey about an order. */
async function answersAbout({ world: { demo } }: Stage, order: string): Promise<Array<Record<string, unknown>>> {
	return (await dataTableRows(demo.client, 'journey_survey')).filter(({ about }) => about === order);
}

function ticketsAbout({ world: { zendesk } }: Stage, order: string) {
	return zendesk.tickets.filter(({ subject }) => String(subject).endsWith(`order ${order}`));
}

/** Three questions with a low score and a ticket; not asked twice; later by a Flow with a high one. */
export const survey: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'pt-BR', country: 'BR' },
	days: 1,
	begin: async (stage) => void (await ask(stage)),
	async play(stage) {
		const order = await ask(stage);
		const invitation = await stage.next({ template: 'survey_invitation' });
		expect(invitation.template).toMatchObject({ language: 'pt_BR', category: 'UTILITY' });
		for (const part of [stage.customer.firstName, order]) expect(invitation.body).toContain(part);
		await stage.tap(invitation, 'Começar');
		await stage.next({ text: 'Qual é a chance' });
		await stage.settled();
		await stage.write('talvez');
		await stage.next({ text: 'escreva um número de 0 a 10' });
		await stage.write('0');
		await stage.next({ text: 'O que devemos melhorar?' });
		await stage.settled();
		await stage.write('A caneca chegou quebrada');
		await stage.tap(await stage.next({ text: 'pode entrar em contato' }), 'Sim');
		await stage.next({ text: 'Lemos todas as respostas' });
		await stage.settled();
		const kept = { score: 0, kind: 'detractor', why: 'A caneca chegou quebrada', mayContact: true, via: 'questions' };
		expect(await answersAbout(stage, order)).toEqual([expect.objectContaining(kept)]);
		const words = expect.stringContaining('A caneca chegou quebrada') as unknown;
		expect(ticketsAbout(stage, order)).toEqual([expect.objectContaining({ priority: 'high', comment: { body: words } })]);

		await ask(stage);
		expect(await timesInvited(stage)).toBe(1);

		await noonsPass(stage, DAYS_BETWEEN);
		const later = await ask(stage, { flow: FLOW });
		await stage.tap(await stage.next({ template: 'survey_invitation' }), 'Começar');
		const form = await stage.next({ text: 'três perguntas' });
		await stage.answer('flow', { messageId: form.id, response: { score: '10', why: 'O café', may_contact: 'no' } });
		await stage.next({ text: 'Lemos todas as respostas' });
		await stage.settled();
		const happy = { score: 10, kind: 'promoter', why: 'O café', mayContact: false, via: 'flow' };
		expect(await answersAbout(stage, later)).toEqual([expect.objectContaining(happy)]);
		expect(ticketsAbout(stage, later)).toEqual([]);
	},
};
