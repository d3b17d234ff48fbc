import type { INodeParameters } from 'n8n-workflow';
import { ANA, BEN, fileOf, itemsOf, PDF, useSandbox } from '../setup';
import { ago, checkOf, gates, inUtc, quietNow, ways, whos } from './checkRun';
import { keep, newProject } from './gateProject';

const bench = useSandbox();
const check = checkOf(bench);
const ANA_ID = 'US.90817263540918273645';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('Journey: Check Before Sending', () => {
	test('sends by the three outputs, with JSON, file and what was decided', async () => {
		const project = newProject();
		keep(project, {
			collection: 'consent',
			rows: [{ contactKey: BEN, phone: BEN, category: 'all', state: 'opted_out', source: 'stop button', recordedAt: '2026-01-02T03:04:05.678Z' }],
		});
		const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'i.pdf' });
		const { rules, options } = quietNow();
		const { outputs, error } = await check(project, {
			parameters: { rules, options, priority: '={{ $json.priority }}', purpose: 'review' },
			items: [
				{ json: { who: ANA, priority: 'high', gate: 'old' }, binary: { data: file } },
				{ json: { who: BEN, priority: 'high' }, binary: { data: file } },
				{ json: { who: ANA, priority: 'normal' }, binary: { data: file } },
			],
		});
		expect(error).toBeUndefined();
		const binary = { data: expect.objectContaining({ fileName: 'i.pdf' }) };
		const common = { category: 'marketing', purpose: 'review', timeZone: 'UTC', window: { state: 'unknown' } };
		expect(outputs).toEqual([
			[
				{
					json: {
						who: ANA,
						priority: 'high',
						gate: { ...common, decision: 'send', text: 'Every rule allows it', priority: 'high', contactKey: ANA, sendKey: expect.stringMatching(`^${ANA}\\|`) },
					},
					binary,
					pairedItem: { item: 0 },
				},
			],
			[
				{
					json: {
						who: ANA,
						priority: 'normal',
						gate: {
							...common,
							decision: 'wait',
							reason: 'quiet_hours',
							text: expect.stringContaining('which is quiet. It can go on'),
							sendAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/),
							priority: 'normal',
							contactKey: ANA,
						},
					},
					binary,
					pairedItem: { item: 2 },
				},
			],
			[
				{
					json: {
						who: BEN,
						priority: 'high',
						gate: {
							...common,
							decision: 'suppress',
							reason: 'opted_out',
							text: 'Opted out of all messages on 2026-01-02T03:04:05.678Z (stop button)',
							priority: 'high',
							contactKey: BEN,
						},
					},
					binary,
					pairedItem: { item: 1 },
				},
			],
		]);
		const sendAt = Date.parse(String((outputs[1]?.[0]?.json.gate as { sendAt?: string }).sendAt));
		expect(sendAt - Date.now()).toBeGreaterThan(HOUR);
		expect(sendAt - Date.now()).toBeLessThanOrEqual(2 * HOUR);
	});

	test('a new node respects opt-outs and the night', async () => {
		const project = newProject();
		const run = await bench.run({
			resource: 'journey',
			operation: 'checkBeforeSending',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			parameters: { contact: '={{ $json.who }}', options: { ...inUtc, dryRun: true } },
			items: whos(ANA),
		});
		const [gate] = gates(run);
		const isNight = new Date().getUTCHours() >= 21 || new Date().getUTCHours() < 8;
		expect(gate?.decision).toBe(isNight ? 'wait' : 'send');
		const rules = gate?.rules as Array<{ rule: string; detail: string }>;
		expect(rules.filter(({ detail }) => detail !== 'Off').map(({ rule }) => rule)).toEqual(['store', 'consent', 'coolOff', 'quietHours']);
	});

	test('finds the zone in the contact record, or takes the one given', async () => {
		const project = newProject();
		keep(project, { collection: 'contacts', rows: [{ contactKey: ANA, phone: ANA, timeZone: 'Asia/Tokyo' }] });
		const zones = async (options: INodeParameters) =>
			gates(await check(project, { items: whos(ANA), parameters: { options } })).map(({ timeZone }) => timeZone);
		expect(await zones({})).toEqual(['Asia/Tokyo']);
		expect(await zones({ timeZone: 'Europe/Madrid' })).toEqual(['Europe/Madrid']);
	});

	test('finds the zone by the country of the phone or of the BSUID, of several the one that was chosen', async () => {
		const project = newProject();
		keep(project, { collection: 'contacts', rows: [{ contactKey: BEN, phone: BEN, country: 'JP' }] });
		const zones = async (zoneChoice: string, ...people: string[]) =>
			gates(await check(project, { items: whos(...people), parameters: { options: { zoneChoice } } })).map(({ timeZone }) => timeZone);
		// 206 is Seattle, mobiles of Russia and Indonesia tell the country alone.
		const people = ['+49 1512 3456789', '+1 206 555 0123', 'BR.90817263540918273645', BEN, '+62 812 3456 7890'];
		expect(await zones('main', ...people)).toEqual(['Europe/Berlin', 'America/Los_Angeles', 'America/Sao_Paulo', 'Asia/Tokyo', 'Asia/Jakarta']);
		expect(await zones('latest', '+62 812 3456 7890')).toEqual(['Asia/Jayapura']);
		expect(await zones('earliest', '+62 812 3456 7890')).toEqual(['Asia/Jakarta']);
	});

	test('tells the window, and holds free-form messages back when it is closed', async () => {
		const project = newProject();
		const lastInboundAt = ago(23 * HOUR);
		keep(project, {
			collection: 'contacts',
			rows: [
				{ contactKey: ANA, phone: ANA, lastInboundAt },
				{ contactKey: BEN, phone: BEN, lastInboundAt: ago(25 * HOUR), freeEntryUntil: new Date(Date.now() + DAY).toISOString() },
			],
		});
		const run = await check(project, { items: whos(ANA, BEN), parameters: { rules: { window: [{ required: true }] } } });
		expect(ways(run)).toEqual([[ANA], [], [BEN]]);
		expect(gates(run)).toMatchObject([
			{ window: { state: 'open', closesAt: new Date(Date.parse(lastInboundAt) + DAY).toISOString() } },
			{ reason: 'window_closed', window: { state: 'closed', freeUntil: expect.any(String) } },
		]);
	});

	test('waits while somebody of the business has the conversation', async () => {
		const project = newProject();
		const handOverUntil = new Date(Date.now() + HOUR).toISOString();
		keep(project, { collection: 'contacts', rows: [{ contactKey: ANA, phone: ANA, handOverUntil }] });
		const run = await check(project, { items: whos(ANA, BEN), parameters: { rules: { handOver: [{ respect: true }] } } });
		expect(ways(run)).toEqual([[BEN], [ANA], []]);
		expect(gates(run)[1]).toMatchObject({ reason: 'handed_over', sendAt: handOverUntil });
	});

	test('the goal is an expression of each item', async () => {
		const run = await check(newProject(), {
			items: itemsOf({ who: ANA, cancelled: true }, { who: ANA, cancelled: false }, { who: BEN }),
			parameters: { rules: { goal: [{ isMet: '={{ $json.cancelled }}' }] } },
		});
		expect(ways(run)).toEqual([[ANA, BEN], [], [ANA]]);
		expect(gates(run)[2]).toMatchObject({ reason: 'goal_met' });
	});

	test('a cool-off suppresses, or waits for its end', async () => {
		const project = newProject();
		const until = new Date(Date.now() + DAY).toISOString();
		keep(project, { collection: 'consent', rows: [{ contactKey: ANA, phone: ANA, category: 'marketing', state: 'opted_out', recordedAt: ago(DAY), until }] });
		expect(gates(await check(project, { items: whos(ANA) }))).toMatchObject([{ decision: 'suppress', reason: 'cool_off' }]);
		const waits = await check(project, { items: whos(ANA), parameters: { options: { duringCoolOff: 'wait' } } });
		expect(gates(waits)).toMatchObject([{ decision: 'wait', reason: 'cool_off', sendAt: until }]);
		expect(ways(await check(project, { items: whos(ANA), parameters: { category: 'utility' } }))).toEqual([[ANA], [], []]);
	});

	test('an opt-out under the BSUID holds for the phone that the contact record links to it', async () => {
		const project = newProject();
		keep(project, { collection: 'contacts', rows: [{ contactKey: ANA_ID, userId: ANA_ID, phone: ANA }] });
		keep(project, { collection: 'consent', rows: [{ contactKey: ANA_ID, userId: ANA_ID, category: 'all', state: 'opted_out', recordedAt: ago(DAY) }] });
		const run = await check(project, { items: whos(ANA, ANA_ID, BEN) });
		expect(ways(run)).toEqual([[BEN], [], [ANA, ANA_ID]]);
		expect(gates(run)[1]).toMatchObject({ contactKey: ANA_ID });
	});
});
