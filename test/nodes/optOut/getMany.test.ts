import { itemsOf, useSandbox } from '../setup';
import { COLUMNS, CONSENT, newProject, optOutOf, rowOf } from './consent';

const optOut = optOutOf(useSandbox());

/** Sixty decisions, one a minute, every third an opt-in, every second about marketing. */
function busyProject() {
	const project = newProject();
	const rows = Array.from({ length: 60 }, (_, index) =>
		rowOf({
			contactKey: String(15550100000 + index),
			category: index % 2 === 0 ? 'all' : 'marketing',
			state: index % 3 === 0 ? 'opted_in' : 'opted_out',
			recordedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
		}),
	);
	project.tables.create({ name: CONSENT, columns: COLUMNS, rows });
	return project;
}

describe('Opt-Out: Get Many', () => {
	test('lists the newest decisions first, as many as asked or all', async () => {
		const project = busyProject();
		const keys = async (parameters: object) =>
			(await optOut(project, { operation: 'getMany', parameters: { ...parameters } })).outputs[0]?.map(({ json }) => json.contactKey);
		expect(await keys({ limit: 2 })).toEqual(['15550100059', '15550100058']);
		expect(await keys({})).toHaveLength(50);
		expect(await keys({ returnAll: true })).toHaveLength(60);
	});

	test('gives whole records with times as ISO text', async () => {
		const { outputs } = await optOut(busyProject(), { operation: 'getMany', parameters: { limit: 1 } });
		expect(outputs).toEqual([
			[
				{
					json: {
						contactKey: '15550100059',
						phone: '',
						userId: '',
						category: 'marketing',
						state: 'opted_out',
						reason: '',
						source: '',
						messageId: '',
						recordedAt: '2026-01-01T00:59:00.000Z',
						until: '',
					},
					pairedItem: { item: 0 },
				},
			],
		]);
	});

	test('filters by decision and category per item', async () => {
		const { outputs } = await optOut(busyProject(), {
			operation: 'getMany',
			parameters: { returnAll: true, filters: { state: '={{ $json.state }}', category: '={{ $json.category }}' } },
			items: itemsOf({ state: 'opted_in', category: 'marketing' }, { state: '', category: 'all' }, { state: '={{1}}', category: 'x' }),
			onError: 'continueErrorOutput',
		});
		const counts = [0, 1].map((item) => outputs[0]?.filter(({ pairedItem }) => JSON.stringify(pairedItem) === `{"item":${item}}`).length);
		expect(counts).toEqual([10, 30]);
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual([expect.stringMatching(/^Decision: /)]);
	});

	test('an empty store gives nothing', async () => {
		const project = newProject();
		const { outputs, error } = await optOut(project, { operation: 'getMany' });
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
		expect(project.tables.rows(CONSENT)).toEqual([]);
	});

	test('a deleted table is an error, not an empty list', async () => {
		const project = busyProject();
		await optOut(project, { operation: 'getMany' });
		project.tables.lose(CONSENT);
		const { error } = await optOut(project, { operation: 'getMany' });
		expect(error?.message).toContain('has been deleted or renamed');
	});
});
