import { isJsonObject, objectOf } from '../../../../core/shared/json';
import { COLLECTIONS, collectionOf, keyOf, type CollectionName } from '../collections';
import type { Cell, Query, Row } from '../recordStore';

/**
 * The contract of a store workflow, documented in docs/store-workflow.md: it is called with one item, a request, and gives
 * back one item, the answer. Names are stored in operators' workflows: they never change once shipped; another version
 * has another number.
 */
export const CONTRACT = 1;

/** A record on its way to the store. */
export interface StoredRecord {
	/** One record per collection and key. */
	key: string;
	/** Ids by which a contact is looked for; '' when there is none. */
	contactKey: string;
	phone: string;
	userId: string;
	/** ISO time after which the record may be forgotten; null when it is kept. */
	expiresAt: string | null;
	/** Columns to write; those left out keep what they hold. */
	data: Row;
}

export type StoreRequest = { contract: typeof CONTRACT; now: string } & (
	| { verb: 'find'; queries: Array<{ collection: string; by: Query['by']; values: readonly string[] }> }
	| { verb: 'put' | 'claim'; collection: string; records: StoredRecord[] }
	| { verb: 'list'; collection: string; where: Record<string, Cell>; after: string; limit: number }
	| { verb: 'remove'; collection: string; keys: readonly string[] | null; contacts: readonly string[] | null; expiredBefore: string | null }
	| { verb: 'test' }
);

/** The name that a collection has in the contract: that of its Data Table. */
export function contractName(collection: CollectionName): string {
	return COLLECTIONS[collection].table;
}

export function toStored(collection: CollectionName, row: Row): StoredRecord {
	const { contactColumns } = collectionOf(collection);
	const id = (column: string) => (contactColumns.includes(column) ? String(row[column] ?? '') : '');
	const expiresAt = String(row.expiresAt ?? '');
	return {
		key: keyOf(collection, row),
		contactKey: id('contactKey'),
		phone: id('phone'),
		userId: id('userId'),
		expiresAt: expiresAt === '' ? null : expiresAt,
		data: row,
	};
}

function cellOf(value: unknown, type: string): Cell {
	if (type === 'number') {
		const number = typeof value === 'string' && value !== '' ? Number(value) : value;
		return typeof number === 'number' && Number.isFinite(number) ? number : null;
	}
	if (type === 'boolean') return value === true || value === 'true';
	return value === null || value === undefined ? '' : String(value);
}

/** A record as the store gave it; a database may have made texts of numbers, or null of ''. */
export function toRow(collection: CollectionName, value: unknown): Row | undefined {
	if (!isJsonObject(value)) return undefined;
	const data = objectOf(value);
	const row: Row = {};
	for (const { name, type } of collectionOf(collection).columns) row[name] = cellOf(data[name], type);
	return row;
}
