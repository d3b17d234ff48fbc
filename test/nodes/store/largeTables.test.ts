import { DataTableStandIn } from '../../harness/engine';
import { COLUMNS, CONSENT, optOutOf, rowOf, type Project } from '../optOut/consent';
import { itemsOf, useSandbox } from '../setup';

const optOut = optOutOf(useSandbox());

/** More than the store asks for by a condition each. */
const PEOPLE = Array.from({ length: 300 }, (_, index) => `1555${String(3_000_000 + index)}`);
const [FIRST = '', SECOND = ''] = PEOPLE;

let projects = 0;

/** A project whose rows say when they were made and edited, by a clock of the test's own. */
function newProject(people: readonly string[]) {
	let time = Date.now() - 3_600_000;
	const tables = new DataTableStandIn({ now: () => new Date(time) });
	const project: Project = { tables, subworkflow: tables.subworkflow, workflowId: `large-${++projects}` };
	tables.create({ name: CONSENT, columns: COLUMNS, rows: people.map((phone) => rowOf({ contactKey: phone, phone })) });
	return { project, setTime: (now: number) => (time = now) };
}

async function optedOut(project: Project): Promise<string[]> {
	const { outputs, error } = await optOut(project, {
		operation: 'check',
		parameters: { contact: '={{ $json.who }}', category: 'marketing' },
		items: itemsOf(...PEOPLE.map((who) => ({ who }))),
	});
	expect(error?.message).toBeUndefined();
	return (outputs[1] ?? []).map(({ json }) => String(json.who));
}

async function change(project: Project, parameters: Record<string, unknown>): Promise<void> {
	const info = {
		code: {
			id: '',
			name: 'an edit',
			nodes: [
				{ id: 'a', name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1, position: [0, 0], parameters: {} },
				{ id: 'b', name: 'Table', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position: [0, 0], parameters: { resource: 'row', dataTableId: { __rl: true, mode: 'name', value: CONSENT }, ...parameters } },
			],
			connections: { Start: { main: [[{ node: 'Table', type: 'main', index: 0 }]] } },
			settings: {},
		},
	};
	await project.tables.subworkflow(info as never, [{ json: {} }]);
}

const under = (phone: string) => ({ matchType: 'anyCondition', filters: { conditions: [{ keyName: 'phone', condition: 'eq', keyValue: phone }] } });
const set = (value: object) => ({ columns: { mappingMode: 'defineBelow', value }, options: {} });

describe('a large table that was read before', () => {
	test('gives the same again', async () => {
		const { project } = newProject(PEOPLE.slice(0, 100));
		expect(await optedOut(project)).toEqual(PEOPLE.slice(0, 100));
		expect(await optedOut(project)).toEqual(PEOPLE.slice(0, 100));
	});

	test('shows what stands in its rows now, however long ago they were edited', async () => {
		const { project } = newProject([FIRST, SECOND]);
		expect(await optedOut(project)).toEqual([FIRST, SECOND]);
		await change(project, { operation: 'update', ...under(FIRST), ...set({ state: 'opted_in' }) });
		expect(await optedOut(project)).toEqual([SECOND]);
	});

	test('shows rows that were made since', async () => {
		const { project } = newProject([FIRST]);
		expect(await optedOut(project)).toEqual([FIRST]);
		await optOut(project, { operation: 'record', parameters: { contact: SECOND, source: 'test' } });
		expect(await optedOut(project)).toEqual([FIRST, SECOND]);
		expect(await optedOut(project)).toEqual([FIRST, SECOND]);
	});

	test('shows rows that were given another phone since', async () => {
		const { project, setTime } = newProject([FIRST, '15559999999']);
		expect(await optedOut(project)).toEqual([FIRST]);
		setTime(Date.now());
		await change(project, { operation: 'update', ...under('15559999999'), ...set({ contactKey: SECOND, phone: `+${SECOND}` }) });
		expect(await optedOut(project)).toEqual([FIRST, SECOND]);
	});

	test('does not show rows that were deleted, and fails when the table was', async () => {
		const { project } = newProject([FIRST, SECOND]);
		expect(await optedOut(project)).toEqual([FIRST, SECOND]);
		await change(project, { operation: 'deleteRows', ...under(FIRST), options: {} });
		expect(await optedOut(project)).toEqual([SECOND]);
		project.tables.lose(CONSENT);
		const { error } = await optOut(project, {
			operation: 'check',
			parameters: { contact: '={{ $json.who }}', category: 'marketing' },
			items: itemsOf(...PEOPLE.map((who) => ({ who }))),
		});
		expect(error?.message).toContain('has been deleted or renamed');
	});

	test('is another one when it was made anew', async () => {
		const { project } = newProject([FIRST]);
		expect(await optedOut(project)).toEqual([FIRST]);
		project.tables.lose(CONSENT);
		project.tables.create({ name: CONSENT, columns: COLUMNS, rows: [rowOf({ contactKey: SECOND, phone: SECOND })] });
		expect(await optedOut(project)).toEqual([SECOND]);
	});

	test('is not read as a whole again', async () => {
		const others = Array.from({ length: 5_000 }, (_, index) => `1556${String(4_000_000 + index)}`);
		const { project } = newProject([FIRST, ...others]);
		let rows = 0;
		const counting: Project = {
			...project,
			subworkflow: async (info, items) => {
				const outputs = await project.subworkflow(info, items);
				rows += outputs[0]?.length ?? 0;
				return outputs;
			},
		};
		expect(await optedOut(counting)).toEqual([FIRST]);
		expect(rows).toBeGreaterThan(5_000);
		rows = 0;
		expect(await optedOut(counting)).toEqual([FIRST]);
		expect(rows).toBeLessThan(10);
	});

	test.each([
		['in a row', 1, 1],
		['far from each other', 25, 2],
	])('gives people who stand %s, with pages, gaps and rows that were made since', async (_case, apart, steps) => {
		const all = Array.from({ length: PEOPLE.length * apart }, (_, index) => `1557${String(5_000_000 + index)}`);
		const everyone = all.flatMap((other, index) => (index % apart === 0 ? [PEOPLE[index / apart] ?? ''] : [other]));
		const late = PEOPLE.slice(-2);
		const { project } = newProject(everyone.filter((phone) => !late.includes(phone)));
		expect(await optedOut(project)).toEqual(PEOPLE.slice(0, -2));
		await change(project, { operation: 'deleteRows', ...under(SECOND), options: {} });
		for (const contact of late) await optOut(project, { operation: 'record', parameters: { contact, source: 'test' } });
		const before = project.tables.stepCount;
		expect(await optedOut(project)).toEqual(PEOPLE.filter((phone) => phone !== SECOND));
		expect(project.tables.stepCount - before).toBe(steps);
	});
});
