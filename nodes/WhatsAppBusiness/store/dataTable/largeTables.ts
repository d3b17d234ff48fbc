import { collectionOf, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import { coverIds } from './idCover';
import { equals, type Condition } from './rows';
import { indexOf, keepIndex, RowIndex, type Gaps } from './rowIndex';
import { claimedKey, isUnder } from './standing';
import type { TableRows } from './tableRows';
import type { Stored } from './tableSteps';
import { NO_END, type Window } from './tableWindows';

/** Clocks that differ by no more than this, and edits that become visible late. */
const LATE_MS = 5_000;

/** Above so many gaps between the IDs that were read the whole table is read again. */
const MOST_GAPS = 200;

/** More rows than a page are inserted first and read then: a step that reads several pages fails when others insert too. */
const ROWS_PER_STEP = 900;

/** IDs per window when a table is read as a whole. */
const IDS_PER_WINDOW = 1_000;

/** A table that was read before, with the IDs that were left out. */
interface Known {
	index: RowIndex;
	gaps: Gaps;
}

/** Where rows are that were not read, besides the gaps. */
function unreadOf(name: CollectionName, { index, gaps }: Known): Window[] {
	const above = { name, after: index.lastId, upTo: NO_END };
	return gaps.lowest > 1 ? [above, { name, after: 0, upTo: gaps.lowest - 1 }] : [above];
}

/**
 * Reads tables that are too large for a condition per person, by what was read of them before: rows that are known by their
 * IDs, and rows that were made or edited since. Those that were made have higher IDs, or one that was left out, as
 * Postgres gives an ID a moment before it shows the row; those that were edited have changed since.
 */
export class LargeTables {
	/** @param workflowId tables are known by workflow, as it decides on the project that they are looked for in */
	constructor(
		private readonly rows: TableRows,
		private readonly workflowId: string,
	) {}

	/** All rows by their IDs, which are kept in mind by where they are. */
	async all(names: readonly CollectionName[]): Promise<Stored[][]> {
		const places = await Promise.all(names.map(async (name) => await this.placeOf(name)));
		const indexes = names.map(
			(name) => new RowIndex(Date.now(), (stored) => ({ people: this.peopleOf(name, stored), key: claimedKey(name, stored.row) })),
		);
		const scans = await this.scan(names);
		for (const [position, index] of indexes.entries()) keepIndex(places[position] ?? '', { index, rows: scans[position] ?? [] });
		return scans;
	}

	/** The rows about any of the persons (contact keys, digits or BSUIDs), by their IDs, for each of the tables. */
	async ofPeople(names: readonly CollectionName[], people: ReadonlySet<string>): Promise<Stored[][]> {
		const startedAt = Date.now();
		const known = await Promise.all(names.map(async (name) => await this.known(name, startedAt)));
		const unread = names.filter((_, position) => known[position] === undefined);
		const [read, scans] = await Promise.all([
			this.readAgain(names.flatMap((name, position) => (known[position] === undefined ? [] : [{ name, known: known[position] }])), people),
			unread.length === 0 ? [] : this.all(unread),
		]);
		return names.map((name, position) => {
			const rows = known[position] === undefined ? scans.shift() : read.shift();
			return (rows ?? []).filter((stored) => this.peopleOf(name, stored).some((person) => people.has(person)));
		});
	}

	/**
	 * Inserts rows under keys that nobody had when the table was read, then gives the rows that stand under them.
	 *
	 * @returns undefined when somebody had one of the keys, or the whole table has to be read: then nothing is inserted
	 */
	async insertAndSearch(name: CollectionName, { rows, keys }: { rows: readonly Row[]; keys: readonly string[] }): Promise<Stored[] | undefined> {
		const known = await this.known(name, Date.now());
		if (known === undefined || keys.some((key) => known.index.hasKey(key.trim()))) return undefined;
		const found = rows.length > ROWS_PER_STEP ? await this.insertThenRead(name, { rows, known }) : await this.insertAndRead(name, { rows, known });
		known.index.add(found);
		return found.filter(isUnder(name, keys));
	}

	private async insertAndRead(name: CollectionName, { rows, known: { index, gaps } }: { rows: readonly Row[]; known: Known }): Promise<Stored[]> {
		const conditions: Condition[] = [
			{ keyName: 'id', condition: 'gt', keyValue: String(index.lastId) },
			{ keyName: 'id', condition: 'lt', keyValue: String(gaps.lowest) },
			...gaps.ids.map((id) => equals('id', String(id))),
		];
		return await this.rows.insertAndGet(name, { rows, conditions });
	}

	private async insertThenRead(name: CollectionName, { rows, known }: { rows: readonly Row[]; known: Known }): Promise<Stored[]> {
		await this.rows.insert(name, rows);
		const [pages, late] = await Promise.all([this.rows.inWindows(unreadOf(name, known)), this.under(name, known.gaps.ids)]);
		return byId([...late, ...pages.flat()]);
	}

	/** All rows: both ends, then what is in between. */
	private async scan(names: readonly CollectionName[]): Promise<Stored[][]> {
		const ends = await this.rows.inWindows(
			names.flatMap((name) => [
				{ name, after: 0, upTo: NO_END, onePage: 'low' },
				{ name, after: 0, upTo: NO_END, onePage: 'high' },
			]),
		);
		const windows = names.map((name, position) => {
			const low = ends[2 * position]?.at(-1)?.id ?? NO_END;
			const high = ends[2 * position + 1]?.at(-1)?.id ?? 0;
			const count = Math.max(0, Math.ceil((high - 1 - low) / IDS_PER_WINDOW));
			return Array.from({ length: count }, (_, index): Window => {
				const after = low + index * IDS_PER_WINDOW;
				return { name, after, upTo: Math.min(after + IDS_PER_WINDOW, high - 1) };
			});
		});
		const between = await this.rows.inWindows(windows.flat());
		return names.map((_, position) => {
			const pages = [...ends.slice(2 * position, 2 * position + 2), ...between.splice(0, windows[position]?.length ?? 0)];
			return byId(pages.flat());
		});
	}

	/** What is known of the tables and what was made or edited since, in one step where the rows stand close together. */
	private async readAgain(tables: ReadonlyArray<{ name: CollectionName; known: Known }>, people: ReadonlySet<string>): Promise<Stored[][]> {
		const startedAt = Date.now();
		const plans = tables.map(({ name, known: { index, gaps } }) => {
			const cover = coverIds([...index.idsOf(people), ...gaps.ids]);
			const since = new Date(index.readAt - LATE_MS).toISOString();
			const windows: Window[] = [...unreadOf(name, { index, gaps }), ...cover.windows.map((window) => ({ name, ...window }))];
			if (!collectionOf(name).isPersonFixed) windows.push({ name, after: 0, upTo: index.lastId, since });
			return { windows, single: cover.single };
		});
		const [inWindows, single] = await Promise.all([
			this.rows.inWindows(plans.flatMap(({ windows }) => windows)),
			Promise.all(tables.map(async ({ name }, position) => await this.under(name, plans[position]?.single ?? []))),
		]);
		return tables.map(({ known }, position) => {
			const pages = inWindows.splice(0, plans[position]?.windows.length ?? 0);
			const rows = byId([...(single[position] ?? []), ...pages.flat()]);
			known.index.add(rows);
			known.index.readAt = startedAt;
			return rows;
		});
	}

	private async under(name: CollectionName, ids: readonly number[]): Promise<Stored[]> {
		if (ids.length === 0) return [];
		return await this.rows.get(name, { matchType: 'anyCondition', conditions: ids.map((id) => equals('id', String(id))) });
	}

	private async known(name: CollectionName, now: number): Promise<Known | undefined> {
		const index = indexOf(await this.placeOf(name), now);
		const gaps = index?.gaps(MOST_GAPS);
		return index === undefined || gaps === undefined ? undefined : { index, gaps };
	}

	private async placeOf(name: CollectionName): Promise<string> {
		return `${this.workflowId}/${await this.rows.idOfTable(name)}`;
	}

	private peopleOf(name: CollectionName, { row }: Stored): string[] {
		return collectionOf(name)
			.contactColumns.map((column) => String(row[column] ?? ''))
			.filter((person) => person !== '');
	}
}

/** Each row once, by IDs. */
function byId(rows: readonly Stored[]): Stored[] {
	return [...new Map(rows.map((stored) => [stored.id, stored])).values()].sort((a, b) => a.id - b.id);
}
