import type { Project } from '../optOut/consent';
import { ANA, BEN, itemsOf, useSandbox } from '../setup';
import { ago, capOfOne, checkOf, gates, inUtc, quietNow, ways, whos } from './checkRun';
import { newProject, recordsOf } from './gateProject';

const bench = useSandbox();
const check = checkOf(bench);
const DAY = 24 * 3_600_000;

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
