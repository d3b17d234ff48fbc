import { useSandbox } from '../setup';
import { CONSENT, newProject } from './consent';
import { csvFile, recordsOf } from './records';

const { run, importFile } = recordsOf(useSandbox());

describe('Opt-Out: Import', () => {
	test('items: the good ones are written, the broken ones leave with the reason', async () => {
		const project = newProject();
		const rows = [{ Phone: '+1 555 010 7001' }, { phone_number: '+15550107002', state: 'opted_in', until: '' }, { phone: 'n/a' }, { phone: '+15550107003', state: 'perhaps' }];
		const { outputs } = await run(project, 'import', { from: 'items', state: 'opted_out', category: 'marketing' }, rows);
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 1 }],
			[{ item: 2 }, { item: 3 }],
		]);
		expect(outputs[1]?.map(({ json }) => [json.line, json.reason])).toEqual([
			[3, expect.stringContaining('contact')],
			[4, 'state: "perhaps" is none of opted_in, opted_out, pending'],
		]);
		expect(project.tables.rows(CONSENT)).toMatchObject([
			{ phone: '15550107001', state: 'opted_out', category: 'marketing', source: 'Import' },
			{ phone: '15550107002', state: 'opted_in' },
		]);
	});

	test('a CSV: broken lines leave with their numbers', async () => {
		const project = newProject();
		const lines = Array.from({ length: 300 }, (_, index) => (index % 100 === 99 ? 'nonsense;x' : `+1555011${1000 + index};"said; ""no"""`));
		const { outputs } = await importFile(project, csvFile(`\ufeffphone;reason\r\n${lines.join('\r\n')}\r\n`));
		expect(outputs[0]?.map(({ json }) => json)).toEqual([{ imported: 297, broken: 3 }]);
		expect(outputs[1]?.map(({ json }) => json.line)).toEqual([101, 201, 301]);
	});
});
