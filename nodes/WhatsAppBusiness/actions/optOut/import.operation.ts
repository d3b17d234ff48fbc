import type { IExecuteFunctions } from 'n8n-workflow';
import type { ImportDefaults } from '../../../../core/consent/importRow';
import { CONSENT_CATEGORIES, CONSENT_STATES } from '../../../../core/consent/record';
import { checkTogether } from '../../shared/checkTogether';
import type { BatchOperation, OperationContext, OperationItem } from '../../shared/operation';
import { readChoice, readObject, readString, textOf } from '../../shared/parameters';
import { chunksOfFile, readInputFile } from '../../transport/media/inputFile';
import { importFields } from './importFields';
import { recordAll } from '../../consent/recordAll';
import { importCsv, recordOf } from './importRows';

const IMPORTED = 0;
const BROKEN = 1;

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

async function readDefaults(n8n: IExecuteFunctions, itemIndex: number): Promise<ImportDefaults> {
	const { defaultCountry } = readObject(n8n, { name: 'options', itemIndex });
	return await checkTogether({
		state: () => readChoice(n8n, { name: 'state', itemIndex, field: 'Decision', choices: CONSENT_STATES }),
		category: () => readChoice(n8n, { name: 'category', itemIndex, field: 'Category', choices: CONSENT_CATEGORIES }),
		source: () => readString(n8n, { name: 'source', itemIndex }),
		defaultCountry: () => textOf(defaultCountry),
		zone: () => n8n.getTimezone(),
		now: () => new Date().toISOString(),
	});
}

async function importFile({ n8n, run, itemIndex }: OperationContext): Promise<OperationItem[]> {
	const defaults = await readDefaults(n8n, itemIndex);
	const file = await readInputFile({ n8n, run, itemIndex }, readString(n8n, { name: 'binaryField', itemIndex }));
	const { imported, brokenCount, broken } = await importCsv({
		chunks: chunksOfFile(file),
		defaults,
		write: async (records) => {
			await recordAll(n8n, records);
		},
	});
	return [
		{ json: { imported, broken: brokenCount }, output: IMPORTED },
		...broken.map((line): OperationItem => ({ json: { ...line }, output: BROKEN })),
	];
}

async function importItems(n8n: IExecuteFunctions): Promise<Array<OperationItem | Error>> {
	const items = n8n.getInputData();
	const defaults = await readDefaults(n8n, 0);
	const read = items.map(({ json }) => recordOf(json, defaults));
	await recordAll(
		n8n,
		read.flatMap((row) => ('contactKey' in row ? [row] : [])),
	);
	return read.map((row, itemIndex): OperationItem => {
		if ('contactKey' in row) return { json: { ...row }, output: IMPORTED };
		return { json: { line: itemIndex + 1, reason: row.reason, row: { ...items[itemIndex]?.json } }, output: BROKEN };
	});
}

export const importRecords: BatchOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import consent records',
	description: 'Write down decisions from a list: items, or a CSV file of any size',
	outputs: ['Imported', 'Broken'],
	failureOutput: BROKEN,
	properties: importFields,
	async executeAll({ n8n, run, itemCount }) {
		if (readString(n8n, { name: 'from', itemIndex: 0 }) === 'items') return await importItems(n8n);
		// One after the other: two files may name the same contact.
		return await Array.from({ length: itemCount }).reduce<Promise<Array<OperationItem[] | Error>>>(
			async (before, _, itemIndex) => [...(await before), await importFile({ n8n, run, itemIndex }).catch(asError)],
			Promise.resolve([]),
		);
	},
};
