import { ANA, useSandbox } from '../setup';
import { CONSENT, newProject, type Project } from './consent';
import { csvFile, recordsOf } from './records';

const { run, record, importFile } = recordsOf(useSandbox());

function plain(project: Project): unknown {
	return project.tables.rows(CONSENT)?.map(({ id: _id, createdAt: _created, updatedAt: _updated, ...row }) => row);
}

describe('Opt-Out: Export', () => {
	test('as a file that Import takes back as it was', async () => {
		const project = newProject();
		const lines = Array.from({ length: 50 }, (_, index) => `+1555011${1000 + index};"said; ""no"""`);
		await importFile(project, csvFile(`phone;reason\r\n${lines.join('\r\n')}`));
		const exported = await run(project, 'export', { what: 'consent', as: 'file' });
		expect(exported.outputs[0]?.[0]?.json).toMatchObject({ records: 50 });
		const other = newProject();
		await importFile(other, { json: {}, binary: { data: exported.outputs[0]?.[0]?.binary?.data } }, 'opted_in');
		expect(plain(other)).toEqual(plain(project));
	});

	test('as items, one per record', async () => {
		const project = newProject();
		await record(project, 'opted_out');
		const { outputs } = await run(project, 'export', { what: 'consentHistory', as: 'items' });
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([{ contactKey: ANA, state: 'opted_out', previousState: '' }]);
	});
});
