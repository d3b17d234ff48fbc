import type { CollectionName } from './collections';

/** One value of a record. Times are ISO strings in UTC; '' or null when there is none. */
export type Cell = string | number | boolean | null;

/** A record as it is kept: one flat row of its collection's columns. */
export type Row = Record<string, Cell>;

/** A look-up of many records by one kind of key. */
export interface Query {
	collection: CollectionName;
	/**
	 * `contact`: records whose contact key, phone or user ID is one of the values (canonical digits or BSUID).
	 * `key`: records under exactly these keys (see `keyOf` of the collection).
	 */
	by: 'contact' | 'key';
	values: readonly string[];
}

/** Records to be written. */
export interface Write {
	collection: CollectionName;
	rows: readonly Row[];
	/** No record stands under any of their keys: they need not be looked for. */
	areNew?: boolean;
}

/** Which page of a collection is wanted. */
export interface ListQuestion {
	collection: CollectionName;
	/** Columns with the value that they must have. */
	where?: Readonly<Record<string, Cell>>;
	/** Where the page before it said that the next begins. */
	after?: string;
	/** At most so many records on the page; 1000 when left out, which is the most. */
	limit?: number;
}

/** A page of a collection, in the order in which records were first written. */
export interface Page {
	rows: Row[];
	/** Where the next page begins; undefined after the last one. */
	next?: string;
}

/** What is to be forgotten; of several conditions every one must hold. */
export interface Removal {
	collection: CollectionName;
	/** Records under these keys. */
	keys?: readonly string[];
	/** Records of these contacts. */
	contacts?: readonly string[];
	/** Records whose `expiresAt` lies before this ISO time. */
	expiredBefore?: string;
}

/**
 * The port behind which the contact record is kept: a Data Table of n8n's, or a workflow of the operator's over a
 * database. Six verbs, each for many records at once, because a call costs tens of milliseconds. Every one fails loudly
 * when the store cannot be reached or has been damaged: "no record" is an answer only from a store that is whole.
 */
export interface RecordStore {
	/** Several look-ups in one call where the store can; the answers in their order. */
	find(queries: readonly Query[]): Promise<Row[][]>;
	/** Writes each record over the one under the same key. Columns that are left out keep what they hold, where there is a record. */
	put(write: Write): Promise<void>;
	/**
	 * Writes each record unless there is one under its key whose `expiresAt` is still to come (or empty). Of several that do
	 * so at the same moment, in whatever process, one wins.
	 *
	 * @param claim.rows with different keys
	 * @param claim.now milliseconds since 1970
	 * @returns for each row the record that now stands under its key: itself, or that of an earlier claim
	 */
	claim(claim: { collection: CollectionName; rows: readonly Row[]; now: number }): Promise<Row[]>;
	list(question: ListQuestion): Promise<Page>;
	/** @returns how many records were removed */
	remove(removal: Removal): Promise<number>;
	/** Names the store, after it answered. */
	test(): Promise<{ name: string }>;
}

/** Most records of one page. */
export const PAGE_SIZE = 1000;
