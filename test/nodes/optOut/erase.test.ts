import { ANA, BEN, useSandbox } from '../setup';
import { keep } from '../journey/gateProject';
import { CONSENT, newProject } from './consent';
import { HISTORY, recordsOf } from './records';

const ANA_ID = 'US.90817263540918273645';

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

	test('finds what stands under the other ids of the person, and keeps the opt-out that was made under one of them', async () => {
		const project = newProject();
		const link = { contactKey: ANA_ID, userId: ANA_ID, phone: ANA };
		keep(project, { collection: 'contacts', rows: [link] });
		keep(project, { collection: 'consent', rows: [{ contactKey: ANA_ID, userId: ANA_ID, category: 'marketing', state: 'opted_out', recordedAt: '2026-01-01T00:00:00.000Z' }] });
		keep(project, { collection: 'sends', rows: [{ sendKey: `${ANA}|1`, contactKey: ANA, phone: ANA, category: 'marketing', number: 1 }] });
		const { outputs } = await run(project, 'erase', { contact: ANA });
		expect(outputs[0]?.[0]?.json).toMatchObject({ remaining: 0, keptOptOuts: ['marketing'], removed: { whatsapp_contacts: 1, [CONSENT]: 1, whatsapp_sends: 1 } });
		expect((outputs[0]?.[0]?.json.ids as string[]).sort()).toEqual([ANA, ANA_ID]);
		expect(project.tables.rows(CONSENT)).toMatchObject([{ contactKey: ANA_ID, category: 'marketing', state: 'opted_out', source: 'Kept after erasure' }]);
	});
});
