import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import type { Stage } from './stage';

const FILE = 'hand-over';
const PICTURE = join(__dirname, '..', '..', 'fixtures', 'e2e', 'mug.png');
const ASKING = 'Quiero hablar con una persona';

let requests = 0;

/** A bot hands the customer over; gives the ID of its request. */
async function botHandsOver(stage: Stage, more: object): Promise<string> {
	const { phone, firstName, language } = stage.customer;
	requests += 1;
	const id = `bot-${requests}`;
	await stage.post(`${FILE}/request`, { id, phone, firstName, language, ...more });
	return id;
}

/** The helpdesk calls the webhook of the workflow, with the secret that only it knows. */
async function helpdeskTells(stage: Stage, body: object): Promise<void> {
	const { journeys } = stage.world.demo;
	const secret = journeys.find(({ path }) => path.startsWith(`${FILE}/`))?.id ?? '';
	await stage.post(`${FILE}/helpdesk?secret=${secret}`, body);
}

async function casesOf({ world, customer }: Stage): Promise<Array<Record<string, unknown>>> {
	const rows = await dataTableRows(world.demo.client, 'journey_hand_overs');
	return rows.filter(({ contact }) => contact === customer.phone);
}

/** Asked for in words, in Zendesk; meanwhile the bot is silent. */
async function inZendesk(stage: Stage): Promise<void> {
	const { zendesk } = stage.world;
	await stage.write(ASKING);
	await stage.next({ text: 'Gracias, Maya. Una persona' });
	await stage.settled();
	const [row] = await casesOf(stage);
	const ticket = zendesk.tickets[Number(row?.ticketId) - 1];
	expect(ticket).toMatchObject({ subject: 'WhatsApp: Maya', priority: 'normal', tags: ['whatsapp', 'support'] });
	expect(ticket?.comment).toMatchObject({ body: expect.stringContaining(ASKING) as unknown, public: false });
	await stage.write('Hablar con una persona, por favor: la taza llegó rota');
	await stage.settled();
	expect(ticket?.comments).toEqual(['Maya: Hablar con una persona, por favor: la taza llegó rota']);
	const answer = { event: 'reply', ticket: row?.ticketId, id: '1', text: 'Te mandamos otra.\nHoy mismo.' };
	await stage.post(`${FILE}/helpdesk?secret=guessed`, answer);
	await helpdeskTells(stage, answer);
	expect((await stage.next({ text: 'Te mandamos otra.' })).template).toBeUndefined();
	await helpdeskTells(stage, { event: 'closed', ticket: row?.ticketId });
	await stage.write('¡Muchas gracias!');
	await stage.settled();
	expect(ticket?.comments).toHaveLength(1);
	expect(await casesOf(stage)).toMatchObject([{ state: 'closed', language: 'es' }]);
}

/** Handed over by a bot, disputed, in HubSpot. */
async function inHubSpot(stage: Stage): Promise<void> {
	const { hubspot, mail } = stage.world;
	hubspot.contacts.set(stage.customer.phone, '501');
	await botHandsOver(stage, { helpdesk: 'hubspot', reason: 'Reembolso', orderNumber: '#1001', disputed: true });
	await stage.next({ text: 'Una persona' });
	const ticket = hubspot.tickets.at(-1);
	const properties = { subject: `URGENT: WhatsApp: Maya, order #1001`, hs_ticket_priority: 'HIGH', hs_pipeline_stage: '1' };
	expect(ticket).toMatchObject({ properties, contacts: ['501'] });
	const base64 = readFileSync(PICTURE).toString('base64');
	await stage.answer('media', { kind: 'image', mimeType: 'image/png', base64, caption: '¿Hay novedades?' });
	await stage.settled();
	expect(ticket?.notes).toEqual(['Maya: ¿Hay novedades?']);
	const [file] = mail.mails.filter(({ source }) => source.includes(`file for ticket ${ticket?.id}`));
	expect(file?.source).toContain(base64.slice(0, 60));
	const change = (more: object) => [{ eventId: `${ticket?.id}${Object.keys(more).length}`, subscriptionType: 'ticket.propertyChange', objectId: ticket?.id, ...more }];
	await stage.daysPass(1.1);
	await helpdeskTells(stage, change({ propertyName: 'whatsapp_reply', propertyValue: 'Reembolsado.\nBanco: 5 días.' }));
	const answer = await stage.next({ template: 'hand_over_answer' });
	expect(answer.body).toContain('Reembolsado. Banco: 5 días.');
	expect(answer.template).toMatchObject({ language: 'es', category: 'UTILITY' });
	await helpdeskTells(stage, change({ propertyName: 'hs_pipeline_stage', propertyValue: '4' }));
}

/** A thread in Slack; the customer stops all messages before the answer. */
async function inSlack(stage: Stage): Promise<void> {
	const { slack } = stage.world;
	await stage.write('Hola');
	await stage.settled();
	await botHandsOver(stage, { helpdesk: 'slack', team: 'delivery', reason: '¿Dónde está mi paquete?' });
	await stage.next({ text: 'Una persona' });
	const post = slack.messages.findLast(({ thread_ts: thread }) => thread === undefined);
	expect(post?.text).toMatch(/^\*WhatsApp: Maya\*\n¿Dónde está mi paquete\?[^]*Team: delivery/);
	expect(await casesOf(stage)).toContainEqual(expect.objectContaining({ ticketId: post?.ts, team: 'delivery', state: 'open' }));
	await stage.write('Es el #1002');
	await stage.settled();
	const event = (id: string, more: object) => ({ type: 'event_callback', event_id: id, event: more });
	const message = { type: 'message', channel: 'C0STANDIN', user: 'U1', thread_ts: post?.ts };
	await helpdeskTells(stage, event('Ev1', { ...message, bot_id: 'B1', text: 'Maya: Es el #1002' }));
	await helpdeskTells(stage, event('Ev2', { ...message, text: 'Mañana, mira <https://example.com/t/1002|aquí> &amp; avisa' }));
	await stage.next({ text: 'Mañana, mira https://example.com/t/1002 & avisa' });
	await stage.write('STOP');
	await stage.settled();
	await helpdeskTells(stage, event('Ev3', { ...message, text: '¿Llegó?' }));
	// Told again later it would be sent, since the customer is back by then.
	stage.posted.pop();
	const replies = slack.messages.filter(({ thread_ts: thread }) => thread === post?.ts).map(({ text }) => text);
	expect(replies).toEqual(['Maya: Es el #1002', expect.stringContaining('NOT DELIVERED') as unknown]);
	await stage.write('START');
	await stage.settled();
	await helpdeskTells(stage, event('Ev4', { type: 'reaction_added', reaction: 'white_check_mark', item: { channel: 'C0STANDIN', ts: post?.ts } }));
	expect((await casesOf(stage)).map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
}

/** Three hand-overs of one customer, one in each helpdesk; the answer after the window, the answer that may not be sent. */
export const handOver: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es-MX', country: 'MX' },
	begin: async (stage) => await stage.write(ASKING),
	async play(stage) {
		await inZendesk(stage);
		await inHubSpot(stage);
		await inSlack(stage);
	},
};
