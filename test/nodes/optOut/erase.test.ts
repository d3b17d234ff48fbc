import { ANA, BEN, useSandbox } from '../setup';
import { CONSENT, newProject } from './consent';
import { HISTORY, recordsOf } from './records';

const { run, record } = recordsOf(useSandbox());

describe('Opt-Out: Erase', () => {
	test('removes everything, keeps the bare opt-out, and shows what went', async () => {
		const project = newProject();
		await record(project, 'opted_out', { options: { reason: 'her words' } });
		await run(project, 'record', { contact: BEN, state: 'opted_out', category: 'all' });
		const { outputs } = await run(project, 'erase', { contact: ANA });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			ids: [ANA],
			remaining: 0,
			keptOptOuts: ['all'],
			removed: { [CONSENT]: 1, [HISTORY]: 1, whatsapp_contacts: 0 },
		});
		const ana = project.tables.rows(CONSENT)?.find(({ contactKey }) => contactKey === ANA);
		expect(ana).toMatchObject({ state: 'opted_out', reason: '', source: 'Kept after erasure' });
		expect(project.tables.rows(HISTORY)).toMatchObject([{ contactKey: BEN }]);
	});

	test('leaves nothing at all when that is chosen', async () => {
		const project = newProject();
		await record(project, 'opted_out');
		const { outputs } = await run(project, 'erase', { contact: ANA, keepOptOuts: false });
		expect(outputs[0]?.[0]?.json).toMatchObject({ keptOptOuts: [], remaining: 0 });
		expect(project.tables.rows(CONSENT)).toEqual([]);
		expect(project.tables.rows(HISTORY)).toEqual([]);
	});
});
