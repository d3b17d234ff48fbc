import { COLLECTION_NAMES, COLLECTIONS, keyOf, type CollectionName } from './collections';
import { eachPage } from './pages';
import type { RecordStore } from './recordStore';

/** How many records of a collection were copied, and which did not arrive. */
export interface CopiedCollection {
	/** Name of the Data Table, and in the contract. */
	collection: string;
	records: number;
	/** Keys; empty when all is well. */
	missing: string[];
}

async function copy({ from, to }: { from: RecordStore; to: RecordStore }, collection: CollectionName): Promise<CopiedCollection> {
	const copied: CopiedCollection = { collection: COLLECTIONS[collection].table, records: 0, missing: [] };
	await eachPage(from, {
		collection,
		take: async (rows) => {
			const keys = new Set(rows.map((row) => keyOf(collection, row)));
			await to.put({ collection, rows });
			const [found = []] = await to.find([{ collection, by: 'key', values: [...keys] }]);
			for (const row of found) keys.delete(keyOf(collection, row));
			copied.records += rows.length;
			copied.missing.push(...keys);
			return copied.missing.length === 0;
		},
	});
	return copied;
}

/** Copies all collections page by page and looks for each key of a page in the new place; stops at one that is missing. */
export async function copyStore(stores: { from: RecordStore; to: RecordStore }): Promise<CopiedCollection[]> {
	const all: CopiedCollection[] = [];
	for (const collection of COLLECTION_NAMES) {
		const copied = await copy(stores, collection);
		all.push(copied);
		if (copied.missing.length > 0) break;
	}
	return all;
}
