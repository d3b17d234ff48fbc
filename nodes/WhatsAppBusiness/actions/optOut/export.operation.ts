import { csvLine } from '../../../../core/shared/csv';
import type { ItemOperation, OperationItem } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { COLLECTIONS, type CollectionName } from '../../store/collections';
import { openStore } from '../../store/openStore';
import { eachPage } from '../../store/pages';
import type { Row } from '../../store/recordStore';

const WHAT = ['consent', 'consentHistory', 'contacts'] as const satisfies CollectionName[];

const MIME_TYPE = 'text/csv';

export const exportRecords: ItemOperation = {
	value: 'export',
	name: 'Export',
	action: 'Export consent records',
	description: 'Get all decisions, their history or all contacts, as items or as a CSV file',
	properties: [
		{
			displayName: 'What',
			name: 'what',
			type: 'options',
			options: [
				{ name: 'Contacts', value: 'contacts' },
				{ name: 'Decisions', value: 'consent', description: 'The newest of each contact and category' },
				{ name: 'History of Decisions', value: 'consentHistory' },
			],
			default: 'consent',
		},
		{
			displayName: 'As',
			name: 'as',
			type: 'options',
			options: [
				{ name: 'A CSV File', value: 'file' },
				{ name: 'Items', value: 'items' },
			],
			default: 'file',
		},
	],
	async execute({ n8n, itemIndex }) {
		const chosen = readString(n8n, { name: 'what', itemIndex });
		const collection = WHAT.find((name) => name === chosen) ?? 'consent';
		const isFile = readString(n8n, { name: 'as', itemIndex }) !== 'items';
		const columns = COLLECTIONS[collection].columns.map(({ name }) => name);
		const store = await openStore(n8n);
		// As bytes, page by page: a text of some million records would be longer than one may be.
		const parts = [Buffer.from(csvLine(columns))];
		const items: OperationItem[] = [];
		let records = 0;
		await eachPage(store, {
			collection,
			take: (rows: readonly Row[]) => {
				records += rows.length;
				if (isFile) parts.push(Buffer.from(rows.map((row) => csvLine(columns.map((name) => row[name] ?? ''))).join('')));
				else items.push(...rows.map((row) => ({ json: { ...row } })));
				return true;
			},
		});
		if (!isFile) return items;
		const fileName = `${COLLECTIONS[collection].table}-${new Date().toISOString().slice(0, 10)}.csv`;
		const data = await n8n.helpers.prepareBinaryData(Buffer.concat(parts), fileName, MIME_TYPE);
		return { json: { records, fileName }, binary: { data } };
	},
};
