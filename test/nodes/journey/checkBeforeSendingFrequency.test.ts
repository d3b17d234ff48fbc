import { ANA, BEN, itemsOf, useSandbox } from '../setup';
import { ago, capOfOne, checkOf, gates, quietNow, sentTo, ways, whos } from './checkRun';
import { keep, newProject, recordsOf } from './gateProject';

const check = checkOf(useSandbox());
const ANA_ID = 'US.90817263540918273645';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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

	test('what has expired is removed, whether or not there is a cap', async () => {
		for (const rules of [capOfOne.rules ?? {}, {}]) {
			const project = newProject();
			keep(project, { collection: 'sends', rows: [sentTo(ANA, { sentAt: ago(92 * DAY), expiresAt: ago(DAY) }), sentTo(BEN, { expiresAt: ago(-DAY) })] });
			await check(project, { items: whos(ANA), parameters: { rules } });
			expect(recordsOf(project, 'sends').map(({ contactKey, owner }) => [contactKey, owner === 'x'])).toEqual([
				[BEN, true],
				[ANA, false],
			]);
		}
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
	test('1,000 contacts are one look-up of all collections and one claim', async () => {
		const project = newProject();
		const people = Array.from({ length: 1000 }, (_, index) => `1555${String(2_000_000 + index)}`);
		keep(project, { collection: 'contacts', rows: people.map((phone) => ({ contactKey: phone, phone })) });
		keep(project, { collection: 'consent', rows: people.slice(0, 100).map((phone) => ({ contactKey: phone, phone, category: 'all', state: 'opted_out', recordedAt: ago(DAY) })) });
		keep(project, { collection: 'sends', rows: people.slice(100, 300).map((phone) => sentTo(phone)) });
		await check(project, { items: whos(ANA), parameters: capOfOne });
		const before = project.tables.stepCount;
		const run = await check(project, { items: whos(...people), parameters: capOfOne });
		expect(ways(run).map((who) => who.length)).toEqual([700, 0, 300]);
		expect(project.tables.stepCount - before).toBeLessThanOrEqual(6);
		const next = project.tables.stepCount;
		const again = await check(project, { items: whos(...people), parameters: capOfOne });
		expect(ways(again).map((who) => who.length)).toEqual([0, 0, 1000]);
		// One for what stands in a row, and one for the 100 of the consent table by name.
		expect(project.tables.stepCount - next).toBe(2);
	});
});
