import type { Stored } from './tableRows';

/**
 * Where the rows of a Data Table are: row IDs by the ids of the person whom a row is about. A Data Table has no index, and
 * to read 10,000 rows costs n8n half a second; rows that are named by their ID are found at once.
 *
 * It only says where to look: what stands in a row is read anew every time. It can go wrong in one way, by not knowing of a
 * row. Rows that were made since are found by their ID, those that were edited, or became visible late, by the time
 * of their last change.
 */
export class RowIndex {
	private readonly rowIds = new Map<string, Set<number>>();

	/** The highest row ID that is known. */
	lastId = 0;

	/**
	 * @param builtAt when the table was read as a whole, in milliseconds since 1970
	 * @param valuesOf what a row is looked for by
	 */
	constructor(
		readonly builtAt: number,
		private readonly valuesOf: (stored: Stored) => readonly string[],
	) {
		this.readAt = builtAt;
	}

	/** When changes were asked for last, in milliseconds since 1970. */
	readAt: number;

	add(rows: readonly Stored[]): void {
		for (const stored of rows) {
			this.lastId = Math.max(this.lastId, stored.id);
			for (const value of this.valuesOf(stored)) {
				const ids = this.rowIds.get(value);
				if (ids === undefined) this.rowIds.set(value, new Set([stored.id]));
				else ids.add(stored.id);
			}
		}
	}

	/** IDs of the rows that were about the persons when they were read. */
	idsOf(values: Iterable<string>): number[] {
		const found = new Set<number>();
		for (const value of values) for (const id of this.rowIds.get(value) ?? []) found.add(id);
		return [...found];
	}
}

/** An index is made anew after so long, in case a change went past it. */
export const INDEX_LIFE_MS = 10 * 60 * 1000;

/** Clocks that differ, and writes that become visible late, by no more than this. */
export const LATE_MS = 15_000;

/** Larger tables are not kept in mind: there, a store workflow is the answer. */
const MOST_ROWS = 200_000;

/** By ID of the table, for this process. */
const indexes = new Map<string, RowIndex>();

/** The index of a table; undefined when it was never read, or too long ago. */
export function indexOf(tableId: string, now: number): RowIndex | undefined {
	const index = indexes.get(tableId);
	return index !== undefined && now - index.builtAt < INDEX_LIFE_MS ? index : undefined;
}

/** Keeps the index of a table that was read as a whole. */
export function keepIndex(tableId: string, { index, rows }: { index: RowIndex; rows: readonly Stored[] }): void {
	if (rows.length > MOST_ROWS) return;
	index.add(rows);
	indexes.set(tableId, index);
}
