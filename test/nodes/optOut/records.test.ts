import type { INodeParameters } from 'n8n-workflow';
import { ANA, BEN, fileOf, itemsOf, useSandbox } from '../setup';
import { CONSENT, newProject, optOutOf, type Project } from './consent';

const optOut = optOutOf(useSandbox());
const HISTORY = 'whatsapp_consent_history';

async function run(project: Project, operation: string, parameters: INodeParameters = {}, items: object[] = [{}]) {
	return await optOut(project, { operation, parameters, items: itemsOf(...(items as never[])) });
}

async function record(project: Project, state: string, more: INodeParameters = {}) {
	return await run(project, 'record', { contact: ANA, state, category: 'all', source: 'Phone call', ...more });
}

function csvFile(text: string): object {
	return { json: {}, binary: { data: fileOf({ bytes: Buffer.from(text), mimeType: 'text/csv', fileName: 'list.csv' }) } };
}

describe('Opt-Out: Get', () => {
	test('tells what was decided, what follows, and every change', async () => {
		const project = newProject();
		await record(project, 'opted_out', { options: { reason: 'too many' } });
		await record(project, 'opted_in');
		await record(project, 'pending', { category: 'marketing' });
		const { outputs } = await run(project, 'get', { contact: `+${ANA}` });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			contactKey: ANA,
			marketing: { allowed: false, state: 'pending' },
			utility: { allowed: true, state: 'opted_in' },
			records: [{ category: 'all', state: 'opted_in' }, { category: 'marketing', state: 'pending' }],
			history: [
				{ state: 'opted_out', previousState: '', reason: 'too many' },
				{ state: 'opted_in', previousState: 'opted_out' },
				{ state: 'pending', previousState: '', category: 'marketing' },
			],
		});
	});
});

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

describe('Opt-Out: Import and Export', () => {
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

	test('a CSV: broken lines leave with their numbers, and an export comes back as it was', async () => {
		const project = newProject();
		const lines = Array.from({ length: 300 }, (_, index) => (index % 100 === 99 ? 'nonsense;x' : `+1555011${1000 + index};"said; ""no"""`));
		const { outputs } = await optOut(project, {
			operation: 'import',
			parameters: { from: 'file', binaryField: 'data', state: 'opted_out', category: 'all' },
			items: [csvFile(`\ufeffphone;reason\r\n${lines.join('\r\n')}\r\n`)] as never,
		});
		expect(outputs[0]?.map(({ json }) => json)).toEqual([{ imported: 297, broken: 3 }]);
		expect(outputs[1]?.map(({ json }) => json.line)).toEqual([101, 201, 301]);

		const exported = await run(project, 'export', { what: 'consent', as: 'file' });
		expect(exported.outputs[0]?.[0]?.json).toMatchObject({ records: 297 });
		const other = newProject();
		const file = { json: {}, binary: { data: exported.outputs[0]?.[0]?.binary?.data } };
		await optOut(other, { operation: 'import', parameters: { from: 'file', binaryField: 'data', state: 'opted_in', category: 'all' }, items: [file] as never });
		const plain = (project: Project) =>
			project.tables.rows(CONSENT)?.map(({ id: _id, createdAt: _created, updatedAt: _updated, ...row }) => row);
		expect(plain(other)).toEqual(plain(project));
	});

	test('export as items gives every record', async () => {
		const project = newProject();
		await record(project, 'opted_out');
		const { outputs } = await run(project, 'export', { what: 'consentHistory', as: 'items' });
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([{ contactKey: ANA, state: 'opted_out', previousState: '' }]);
	});
});
