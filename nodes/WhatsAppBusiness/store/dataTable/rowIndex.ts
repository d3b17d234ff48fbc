import type { Stored } from './tableSteps';

/** An index is made anew after so long, in case a change went past it. */
const LIFE_MS = 10 * 60 * 1000;

/** Rows of all tables together that a process keeps in mind, at some 300 bytes each; for more, a store workflow is the answer. */
const MOST_ROWS = 200_000;

/** IDs under which no row was. */
export interface Gaps {
	ids: number[];
	/** The first row; of those before it nothing is known. */
	lowest: number;
}

/** What a row is looked for by. */
export interface RowNames {
	/** Ids of the person whom it is about. */
	people: readonly string[];
	key: string;
}

/**
 * Where the rows of a Data Table are: row IDs by the ids of the person whom a row is about. A Data Table has no index, and
 * to read 10,000 rows costs n8n half a second; rows that are named by their ID are found at once.
 *
 * It only says where to look: what stands in a row is read anew every time.
 */
export class RowIndex {
	private readonly byPerson = new Map<string, Set<number>>();

	private readonly keys = new Set<string>();

	private readonly ids = new Set<number>();

	/** The highest row ID that is known. */
	lastId = 0;

	/** When changes were asked for last, in milliseconds since 1970. */
	readAt: number;

	/** @param builtAt when the table was read as a whole, in milliseconds since 1970 */
	constructor(
		readonly builtAt: number,
		private readonly namesOf: (stored: Stored) => RowNames,
	) {
		this.readAt = builtAt;
	}

	add(rows: readonly Stored[]): void {
		for (const stored of rows) {
			const { people, key } = this.namesOf(stored);
			this.lastId = Math.max(this.lastId, stored.id);
			this.ids.add(stored.id);
			this.keys.add(key);
			for (const person of people) {
				const ids = this.byPerson.get(person);
				if (ids === undefined) this.byPerson.set(person, new Set([stored.id]));
				else ids.add(stored.id);
			}
		}
	}

	/** IDs of the rows that were about the persons when they were read. */
	idsOf(people: Iterable<string>): number[] {
		const found = new Set<number>();
		for (const person of people) for (const id of this.byPerson.get(person) ?? []) found.add(id);
		return [...found];
	}

	/** Number of rows. */
	get size(): number {
		return this.ids.size;
	}

	/** Whether a row was under the key. */
	hasKey(key: string): boolean {
		return this.keys.has(key);
	}

	/**
	 * IDs below the highest under which no row was: of rows that were deleted, or that Postgres shows later than rows of
	 * higher IDs. Those below the first row are told by `lowest`.
	 *
	 * @param most so many at most
	 * @returns undefined when there are more
	 */
	gaps(most: number): Gaps | undefined {
		const lowest = this.ids.values().next().value ?? 0;
		const ids: number[] = [];
		for (let id = lowest + 1; id < this.lastId; id += 1) {
			if (this.ids.has(id)) continue;
			if (ids.length === most) return undefined;
			ids.push(id);
		}
		return { ids, lowest };
	}
}

/** By workflow and ID of the table, for this process; those that were made last come last. */
const indexes = new Map<string, RowIndex>();

/** The index of a table; undefined when it was never read, or too long ago. */
export function indexOf(table: string, now: number): RowIndex | undefined {
	const index = indexes.get(table);
	return index !== undefined && now - index.builtAt < LIFE_MS ? index : undefined;
}

/** Keeps the index of a table that was read as a whole; the oldest ones make room. */
export function keepIndex(table: string, { index, rows }: { index: RowIndex; rows: readonly Stored[] }): void {
	indexes.delete(table);
	index.add(rows);
	indexes.set(table, index);
	let total = [...indexes.values()].reduce((sum, { size }) => sum + size, 0);
	for (const [name, { size }] of indexes) {
		if (total <= MOST_ROWS) return;
		indexes.delete(name);
		total -= size;
	}
}
