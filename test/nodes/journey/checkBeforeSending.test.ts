import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import type { Project } from '../optOut/consent';
import { ANA, BEN, fileOf, itemsOf, PDF, useSandbox, type Execution } from '../setup';
import { keep, newProject, recordsOf } from './gateProject';

const bench = useSandbox();
const ANA_ID = 'US.90817263540918273645';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const inUtc = { timeZone: 'UTC' };

/** Quiet from an hour ago until two hours from now, in UTC. */
function quietNow(): INodeParameters {
	const clock = (ms: number) => new Date(Date.now() + ms).toISOString().slice(11, 16);
	return { rules: { quietHours: [{ from: clock(-HOUR), to: clock(2 * HOUR), days: [1, 2, 3, 4, 5, 6, 7] }] }, options: inUtc };
}

const capOfOne: INodeParameters = { rules: { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] } };

async function check(
	project: Project,
	execution: Pick<Execution, 'items' | 'onError' | 'retry'> & { parameters?: INodeParameters },
): Promise<NodeRun> {
	return await bench.run({
		resource: 'journey',
		operation: 'checkBeforeSending',
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
		...execution,
		parameters: { contact: '={{ $json.who }}', rules: {}, ...execution.parameters },
	});
}

/** Who left by which output. */
function ways({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.who));
}

function gates({ outputs }: NodeRun): Array<Record<string, unknown>> {
	return outputs.flat().map(({ json }) => json.gate as Record<string, unknown>);
}

const whos = (...all: string[]) => itemsOf(...all.map((who) => ({ who })));

function sentTo(phone: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
	const sentAt = ago(DAY);
	return { sendKey: `${phone}|1`, contactKey: phone, phone, category: 'marketing', state: 'reserved', owner: 'x', number: 1, sentAt, ...changes };
}

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

describe('frequency', () => {
	test('what passes is counted, and the next one sees it', async () => {
		const project = newProject();
		expect(ways(await check(project, { items: whos(ANA, ANA, BEN), parameters: capOfOne }))).toEqual([[ANA, BEN], [], [ANA]]);
		const before = Date.now();
		expect(recordsOf(project, 'sends')).toMatchObject([
			{ sendKey: `${ANA}|1`, contactKey: ANA, phone: ANA, category: 'marketing', state: 'reserved', number: 1, owner: expect.any(String) },
			{ sendKey: `${BEN}|1`, contactKey: BEN, number: 1 },
		]);
		const [row] = recordsOf(project, 'sends');
		expect(before - Date.parse(String(row?.sentAt))).toBeLessThan(60_000);
		expect((Date.parse(String(row?.expiresAt)) - Date.parse(String(row?.sentAt))) / DAY).toBe(91);
		const second = await check(project, { items: whos(ANA), parameters: capOfOne });
		expect(gates(second)).toMatchObject([{ decision: 'suppress', reason: 'frequency_cap' }]);
		expect(ways(await check(project, { items: whos(ANA), parameters: { ...capOfOne, category: 'utility' } }))).toEqual([[ANA], [], []]);
		expect(recordsOf(project, 'sends').map(({ sendKey }) => sendKey)).toEqual([`${ANA}|1`, `${BEN}|1`, `${ANA}|2`]);
	});

	test('workflows without a cap are counted too, unless they say no', async () => {
		const project = newProject();
		await check(project, { items: whos(ANA), parameters: { options: { countThisSend: false } } });
		expect(ways(await check(project, { items: whos(ANA) }))).toEqual([[ANA], [], []]);
		expect(recordsOf(project, 'sends')).toHaveLength(1);
		expect(ways(await check(project, { items: whos(ANA), parameters: capOfOne }))).toEqual([[], [], [ANA]]);
	});

	test('nothing is counted that waits or is suppressed, nor by a dry run', async () => {
		const project = newProject();
		await check(project, { items: whos(ANA), parameters: quietNow() });
		await check(project, { items: whos(ANA), parameters: { rules: { goal: [{ isMet: true }] } } });
		const dry = await check(project, { items: whos(ANA, ANA), parameters: { ...capOfOne, options: { dryRun: true } } });
		expect(recordsOf(project, 'sends')).toEqual([]);
		expect(ways(dry)).toEqual([[ANA, ANA], [], []]);
		const [gate] = gates(dry);
		expect(gate).toMatchObject({ decision: 'send', dryRun: true });
		expect(gate?.sendKey).toBeUndefined();
		expect((gate?.rules as object[]).map((rule) => Object.keys(rule))).toEqual(Array(10).fill(['rule', 'passed', 'detail']));
	});

	test('what was released does not count, nor what is older than the cap', async () => {
		const project = newProject();
		keep(project, { collection: 'sends', rows: [sentTo(ANA, { state: 'released' }), sentTo(BEN, { sentAt: ago(8 * DAY) })] });
		expect(ways(await check(project, { items: whos(ANA, BEN), parameters: capOfOne }))).toEqual([[ANA, BEN], [], []]);
		expect(recordsOf(project, 'sends').slice(2)).toMatchObject([{ sendKey: `${ANA}|2` }, { sendKey: `${BEN}|2` }]);
	});

	test('a claim that lost is no second message', async () => {
		const project = newProject();
		keep(project, { collection: 'sends', rows: [sentTo(ANA), sentTo(ANA, { owner: 'y' })] });
		const two = { rules: { cap: [{ most: 2, days: 7, counts: 'category', whenReached: 'suppress' }] } };
		expect(ways(await check(project, { items: whos(ANA, ANA), parameters: two }))).toEqual([[ANA], [], [ANA]]);
	});

	test('sends to the phone and to the BSUID of one person count together', async () => {
		const project = newProject();
		keep(project, { collection: 'contacts', rows: [{ contactKey: ANA_ID, userId: ANA_ID, phone: ANA }] });
		expect(ways(await check(project, { items: whos(ANA, ANA_ID), parameters: capOfOne }))).toEqual([[ANA], [], [ANA_ID]]);
		expect(ways(await check(project, { items: whos(ANA_ID), parameters: capOfOne }))).toEqual([[], [], [ANA_ID]]);
		expect(recordsOf(project, 'sends')).toMatchObject([{ sendKey: `${ANA_ID}|1`, phone: ANA, userId: ANA_ID }]);
	});

	test('not the same purpose twice, and a gap between messages', async () => {
		const project = newProject();
		const rules = { samePurpose: [{ days: 30 }], gap: [{ hours: 12, counts: 'all' }] };
		const items = itemsOf({ who: ANA, purpose: 'order-1' }, { who: ANA, purpose: 'Order-1' }, { who: ANA, purpose: 'order-2' });
		const run = await check(project, { items, parameters: { rules, purpose: '={{ $json.purpose }}' } });
		expect(gates(run)).toMatchObject([{ decision: 'send' }, { decision: 'wait', reason: 'minimum_gap' }, { decision: 'suppress', reason: 'same_purpose' }]);
		const sendAt = Date.parse(String(gates(run)[1]?.sendAt));
		expect(Math.abs(sendAt - Date.now() - 12 * HOUR)).toBeLessThan(60_000);
	});

	test('of ten workflows at once that may send one message, one does', async () => {
		const project = newProject();
		await check(project, { items: whos(BEN), parameters: capOfOne });
		const runs = await Promise.all(
			Array.from({ length: 10 }, async (_, index) => await check({ ...project, workflowId: `${project.workflowId}/${index}` }, { items: whos(ANA), parameters: capOfOne })),
		);
		expect(runs.map(({ error }) => error?.message)).toEqual(Array(10).fill(undefined));
		expect(runs.flatMap((run) => ways(run)[0])).toEqual([ANA]);
		expect(runs.flatMap((run) => gates(run).map(({ reason }) => reason)).sort()).toEqual([...Array<string>(9).fill('frequency_cap'), undefined]);
	});

	test('of ten workflows at once that may send three messages, three do', async () => {
		const project = newProject();
		const three = { rules: { cap: [{ most: 3, days: 7, counts: 'category', whenReached: 'suppress' }] } };
		const runs = await Promise.all(
			Array.from({ length: 10 }, async (_, index) =>
				await check({ ...project, workflowId: `${project.workflowId}/${index}` }, { items: whos(ANA, ANA), parameters: three }),
			),
		);
		expect(runs.flatMap((run) => ways(run)[0])).toEqual([ANA, ANA, ANA]);
	});

	test('workflows without a cap never wait for each other', async () => {
		const project = newProject();
		const runs = await Promise.all(
			Array.from({ length: 10 }, async (_, index) => await check({ ...project, workflowId: `${project.workflowId}/${index}` }, { items: whos(ANA) })),
		);
		expect(runs.flatMap((run) => ways(run)[0])).toEqual(Array(10).fill(ANA));
		expect(recordsOf(project, 'sends')).toHaveLength(10);
	});
});

describe('cost', () => {
	test('1,000 contacts are one look-up of each collection and one claim', async () => {
		const project = newProject();
		const people = Array.from({ length: 1000 }, (_, index) => `1555${String(2_000_000 + index)}`);
		keep(project, { collection: 'contacts', rows: people.map((phone) => ({ contactKey: phone, phone })) });
		keep(project, { collection: 'consent', rows: people.slice(0, 100).map((phone) => ({ contactKey: phone, phone, category: 'all', state: 'opted_out', recordedAt: ago(DAY) })) });
		keep(project, { collection: 'sends', rows: people.slice(100, 300).map((phone) => sentTo(phone)) });
		await check(project, { items: whos(ANA), parameters: capOfOne });
		const before = project.tables.stepCount;
		const run = await check(project, { items: whos(...people), parameters: capOfOne });
		expect(ways(run).map((who) => who.length)).toEqual([700, 0, 300]);
		expect(project.tables.stepCount - before).toBeLessThanOrEqual(14);
	});
});

describe('bad input', () => {
	test('stops the run before the store is asked', async () => {
		const project = newProject();
		const run = await check(project, { items: whos(ANA), parameters: { rules: { cap: [{ most: 0 }], quietHours: [{ from: '8:00', to: '8:00' }] } } });
		expect(`${run.error?.message} ${run.error?.description}`).toMatch(/Frequency Cap, Messages: must be a whole number from 1.*Quiet Hours: From and To/);
		expect(project.tables.stepCount).toBe(0);
	});

	test('counts nothing of a run that stops', async () => {
		const project = newProject();
		const run = await check(project, { items: whos(ANA, 'n/a', BEN), parameters: capOfOne });
		expect(run.error?.message).toMatch(/^Contact: "n\/a"/);
		expect(run.error?.context.itemIndex).toBe(1);
		expect(recordsOf(project, 'sends')).toEqual([]);
	});

	test('leaves by Suppressed while On Error continues, by the error output when there is one', async () => {
		const items = whos('n/a', ANA, 'group:123');
		const regular = await check(newProject(), { items, onError: 'continueRegularOutput' });
		expect(regular.outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [], [{ item: 0 }, { item: 2 }]]);
		expect(regular.outputs[2]?.map(({ json }) => json.error)).toEqual([expect.stringMatching(/^Contact: "n\/a"/), expect.stringMatching(/^Contact: must be a person/)]);
		const byError = await check(newProject(), { items, onError: 'continueErrorOutput' });
		expect(ways(byError)).toEqual([[ANA], [], [], ['n/a', 'group:123']]);
	});

	test('a zone or category of an expression is refused for its item alone', async () => {
		const run = await check(newProject(), {
			items: itemsOf({ who: ANA, zone: 'Mars/Base', category: 'marketing' }, { who: ANA, zone: '', category: 'promo' }, { who: BEN, zone: 'UTC', category: 'utility' }),
			parameters: { category: '={{ $json.category }}', options: { timeZone: '={{ $json.zone }}' } },
			onError: 'continueRegularOutput',
		});
		expect(run.outputs[2]?.map(({ json }) => json.error)).toEqual([expect.stringMatching(/^Time Zone: /), expect.stringMatching(/^Category: /)]);
		expect(ways(run)[0]).toEqual([BEN]);
	});
});

describe('a store that fails', () => {
	const damages: Array<[string, (project: Project) => void, RegExp]> = [
		['Data Tables switched off', ({ tables }) => tables.break(), /could not be reached: .*module is disabled/],
		['the log of sends deleted', ({ tables }) => tables.lose('whatsapp_sends'), /could not be reached: The Data Table "whatsapp_sends" has been deleted or renamed/],
		['consent deleted', ({ tables }) => tables.lose('whatsapp_consent'), /could not be reached: The Data Table "whatsapp_consent" has been deleted or renamed/],
	];

	async function used(): Promise<Project> {
		const project = newProject();
		expect(ways(await check(project, { items: whos(BEN), parameters: capOfOne }))).toEqual([[BEN], [], []]);
		return project;
	}

	test.each(damages)('%s: marketing is suppressed with the reason, whatever was chosen', async (_case, damage, message) => {
		const project = await used();
		damage(project);
		const run = await check(project, { items: whos(ANA, BEN), parameters: { ...capOfOne, options: { storeFailure: 'sendUtility' } } });
		expect(run.error?.message).toBeUndefined();
		expect(ways(run)).toEqual([[], [], [ANA, BEN]]);
		expect(gates(run)).toMatchObject(Array(2).fill({ decision: 'suppress', reason: 'store_unreachable', text: expect.stringMatching(message) }));
	});

	test.each(damages)('%s: utility goes as was chosen', async (_case, damage, message) => {
		const project = await used();
		damage(project);
		const utility = { ...capOfOne, category: 'utility' };
		expect(ways(await check(project, { items: whos(ANA), parameters: utility }))).toEqual([[], [], [ANA]]);
		const run = await check(project, { items: whos(ANA), parameters: { ...utility, options: { storeFailure: 'sendUtility', dryRun: true } } });
		expect(ways(run)).toEqual([[ANA], [], []]);
		expect((gates(run)[0]?.rules as Array<{ detail: string }>)[0]?.detail).toMatch(message);
	});

	test('quiet hours hold all the same', async () => {
		const project = await used();
		project.tables.break();
		const { rules } = quietNow();
		const run = await check(project, { items: whos(ANA), parameters: { category: 'utility', rules, options: { ...inUtc, storeFailure: 'sendUtility' } } });
		expect(gates(run)).toMatchObject([{ decision: 'wait', reason: 'quiet_hours' }]);
	});

	test('who is known to have opted out stays out when only the counting fails', async () => {
		const project = await used();
		const consent = { contactKey: ANA, phone: ANA, category: 'all', state: 'opted_out', recordedAt: ago(DAY) };
		await bench.run({
			resource: 'optOut',
			operation: 'record',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			parameters: { contact: consent.phone, source: 'test' },
		});
		const failing: Project = {
			...project,
			subworkflow: async (info, items) => {
				const [table] = (info.code?.nodes ?? []).filter(({ name }) => name === 'Data Table');
				if (table?.parameters.operation === 'insert') throw new Error('the disk is full');
				return await project.subworkflow(info, items);
			},
		};
		const run = await check(failing, { items: whos(ANA, BEN), parameters: { category: 'utility', options: { storeFailure: 'sendUtility' } } });
		expect(ways(run)).toEqual([[BEN], [], [ANA]]);
		expect(gates(run)[1]).toMatchObject({ reason: 'opted_out' });
	});
});
