import axios from 'axios';
import { dataTableRows } from '../harness/n8n/dataTables';
import { getExecution, knownExecutions, listExecutions, nextExecution, type OutputItem } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { createWorkflow, publishWorkflow } from '../harness/n8n/workflows';
import { startCrashWorld, type CrashWorld } from './consentCrashWorld';
import {
	arrived,
	control,
	COOL_OFF_DAYS,
	gateOption,
	newCustomer,
	publishCheck,
	publishConsentTrigger,
	publishSend,
	registerTemplates,
	STOP_BUTTON,
} from './consentWorld';
import { leadsTo, nodeOf, operationNode } from './publishedOperation';

const KEYS_TABLE = 'whatsapp_send_keys';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SENT = 0;
const WAIT = 1;
const SUPPRESSED = 2;

const gateOf = (item: OutputItem | undefined) => (item?.json.gate ?? {}) as { reason?: string; sendAt?: string };

/** The night of Berlin's change to summer time in the year after this one: when it begins in UTC (01:00 there). */
function nightOfChange(now: number): { midnight: number; change: number } {
	const lastOfMarch = new Date(Date.UTC(new Date(now).getUTCFullYear() + 1, 2, 31));
	const sunday = lastOfMarch.getTime() - lastOfMarch.getUTCDay() * DAY_MS;
	return { midnight: sunday - HOUR_MS, change: sunday + HOUR_MS };
}

/** Starts a send whose request the sandbox holds back, and kills n8n while it is held. */
async function killDuringSend(world: CrashWorld, given: { run: (items: object[]) => Promise<unknown>; person: string; fault: object }) {
	const { run, person, fault } = given;
	await control(world, { path: 'faults', body: { times: 1, method: 'POST', path: '/messages', delayMs: 3000, ...fault } });
	// It ends with its connection.
	const lost = run([{ to: `+${person}` }]).catch((error: unknown) => error);
	await until({ what: 'the request to be under way' }, async () => {
		const { inFlight } = await control<{ inFlight: number }>(world, { path: 'counters' });
		if (inFlight === 0) return undefined;
		const rows = await dataTableRows(world.client, KEYS_TABLE);
		return rows.some(({ contactKey, state }) => contactKey === person && state === 'claimed') || undefined;
	});
	await world.kill();
	expect(await lost).toBeInstanceOf(Error);
}

// What only an n8n of its own can show: a crash in the middle of a send, and time that goes by.
describe('consent, a crash and the clock', () => {
	const world = startCrashWorld();
	let trigger: Awaited<ReturnType<typeof publishConsentTrigger>>;

	beforeAll(async () => {
		await registerTemplates(world());
		trigger = await publishConsentTrigger(world(), []);
	}, 60_000);

	afterEach(async () => {
		await control(world(), { path: 'settings', body: { autoStatus: true } });
	});

	test.each([
		{ what: 'arrived', fault: {}, messages: 1 },
		{ what: 'did not arrive', fault: { httpStatus: 500, code: 131000 }, messages: 0 },
	])('killed between claim and send, when the message $what, n8n doubles none', async ({ fault, messages }) => {
		const person = await newCustomer(world());
		const input = [{ to: `+${person}` }];
		// Its statuses come later, when n8n is there again.
		await control(world(), { path: 'settings', body: { autoStatus: false } });
		const key = `order-${person}/shipped`;
		const send = await publishSend(world(), { template: 'consent_update', options: { idempotencyKey: key } });
		await killDuringSend(world(), { run: send.run, person, fault });
		await world().restart();
		// As after any power cut, some time has gone by: nobody takes the claim for a send under way.
		await world().clock.advance(MINUTE_MS);
		const [crashed] = await listExecutions(world().client, { workflowId: send.workflowId });
		expect(crashed?.status).toBe('crashed');
		await expect(send.run(input)).rejects.toThrow(`It is not clear whether the message of key "${key}" was sent`);
		const shown = await arrived(world(), person);
		expect(shown).toHaveLength(messages);
		if (shown[0] !== undefined) {
			const known = await knownExecutions(world().client);
			await control(world(), { path: `messages/${shown[0].id}/status`, body: { status: 'sent' } });
			await nextExecution(world().client, { known, what: 'the run that the status starts' });
			expect((await send.run(input))[SENT]).toMatchObject([{ json: { messageId: shown[0].id, alreadySent: true } }]);
		} else {
			const options = { idempotencyKey: key, unclearOutcome: 'sendAgain', sendAgainAfter: 60 };
			const again = await publishSend(world(), { template: 'consent_update', options });
			await expect(again.run(input)).rejects.toThrow('It is not clear');
			await world().clock.advance(2 * HOUR_MS);
			expect((await again.run(input))[SENT]).toMatchObject([{ json: { idempotencyKey: key } }]);
			expect((await send.run(input))[SENT]).toMatchObject([{ json: { alreadySent: true } }]);
		}
		expect(await arrived(world(), person)).toHaveLength(1);
	}, 180_000);

	test('a stop by button ends when its days are over', async () => {
		const person = await newCustomer(world());
		const send = await publishSend(world(), { template: 'consent_offer', options: { gate: gateOption('marketing') } });
		const [[sent] = []] = await send.run([{ to: `+${person}` }]);
		const messageId = String(sent?.json.messageId);
		await control(world(), { path: `phones/${person}/messages?atLeast=1&status=delivered` });
		const tap = async () => await world().sandbox.tap(person, { messageId, title: STOP_BUTTON });
		await trigger.processed([person], tap);
		await world().clock.advance((COOL_OFF_DAYS - 1) * DAY_MS);
		expect(gateOf((await send.run([{ to: `+${person}` }]))[SUPPRESSED]?.[0]).reason).toBe('cool_off');
		await world().clock.advance(DAY_MS + HOUR_MS);
		const isAllowed = await publishCheck(world(), 'marketing');
		expect(await isAllowed([person])).toEqual([true]);
		expect((await send.run([{ to: `+${person}` }]))[SENT]).toHaveLength(1);
	}, 120_000);

	test('quiet hours end at eight of the morning on which clocks change, and the message that waited goes out', async () => {
		const { client, clock, credential } = world();
		const person = await newCustomer(world());
		const { midnight, change } = nightOfChange(Date.now());
		await clock.advance(midnight + HOUR_MS / 2 - Date.now() - clock.ahead());
		const path = `quiet-${person}`;
		const rules = { quietHours: [{ from: '22:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] }] };
		const gate = { category: 'marketing', purpose: '', priority: 'normal', consent: 'respectOptOuts', rules, options: {} };
		const parameters = { resource: 'journey', operation: 'checkBeforeSending', contact: '={{ $json.to }}', ...gate };
		const webhook = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
		const wait = { resume: 'specificTime', dateTime: '={{ $json.gate.sendAt }}' };
		const template = { __rl: true, mode: 'name', value: 'consent_offer|en_US' };
		const send = { resource: 'message', operation: 'sendTemplate', template, to: '={{ $json.to }}', options: {} };
		const { id } = await createWorkflow(client, {
			name: 'wait for the morning',
			nodes: [
				nodeOf('Webhook', { type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: webhook }),
				nodeOf('Split', { type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.items', options: {} } }),
				operationNode('May I Send Now?', { parameters, credential }),
				nodeOf('Wait', { type: 'n8n-nodes-base.wait', typeVersion: 1.1, webhookId: `${path}-wait`, parameters: wait }),
				operationNode('Send', { parameters: send, credential }),
			],
			connections: {
				Webhook: leadsTo('Split'),
				Split: leadsTo('May I Send Now?'),
				'May I Send Now?': leadsTo('Send', 'Wait'),
				Wait: leadsTo('May I Send Now?'),
			},
		});
		await publishWorkflow(client, id);
		await axios.post(`${world().webhookOrigin}/webhook/${path}`, { items: [{ to: `+${person}` }] });
		const waiting = await until({ what: 'the run to wait' }, async () => {
			const [run] = await listExecutions(client, { workflowId: id });
			return run?.status === 'waiting' ? run : undefined;
		});
		const { runs } = await getExecution(client, waiting.id);
		const held = runs['May I Send Now?']?.[0]?.outputs[WAIT]?.[0];
		// Eight hours by the clock on the wall are seven.
		const morning = change + 5 * HOUR_MS;
		expect(gateOf(held)).toMatchObject({ reason: 'quiet_hours', sendAt: new Date(morning).toISOString() });
		await clock.advance(morning - HOUR_MS / 2 - Date.now() - clock.ahead());
		expect(await arrived(world(), person)).toEqual([]);
		await clock.advance(HOUR_MS);
		const done = await nextExecution(client, { workflowId: id, known: new Set(), what: 'the run to end' });
		expect(done.runs['May I Send Now?']).toHaveLength(2);
		expect(await arrived(world(), person)).toHaveLength(1);
	}, 120_000);
});
