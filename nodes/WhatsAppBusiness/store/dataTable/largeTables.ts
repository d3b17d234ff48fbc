import { collectionOf, type CollectionName } from '../collections';
import { equals, type Condition } from './rows';
import { indexOf, keepIndex, RowIndex } from './rowIndex';
import { claimedKey, isUnder } from './standing';
import type { Stored, TableRows } from './tableRows';

/** Clocks that differ by no more than this, and edits that become visible late. */
const LATE_MS = 15_000;

/** Above so many gaps between the IDs that were read the whole table is read again. */
const MOST_GAPS = 200;

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

	/** All rows, which are kept in mind by where they are. */
	async all(name: CollectionName): Promise<Stored[]> {
		const table = await this.placeOf(name);
		const index = new RowIndex(Date.now(), (stored) => ({ people: this.peopleOf(name, stored), key: claimedKey(name, stored.row) }));
		const rows = await this.rows.scan(name);
		keepIndex(table, { index, rows });
		return rows;
	}

	/** The rows about any of the persons (contact keys, digits or BSUIDs), by their IDs. */
	async ofPeople(name: CollectionName, people: ReadonlySet<string>): Promise<Stored[]> {
		const isWanted = (stored: Stored) => this.peopleOf(name, stored).some((person) => people.has(person));
		const startedAt = Date.now();
		const index = indexOf(await this.placeOf(name), startedAt);
		const gaps = index?.gaps(MOST_GAPS);
		if (index === undefined || gaps === undefined) return (await this.all(name)).filter(isWanted);
		const changedAfter = new Date(index.readAt - LATE_MS).toISOString();
		const [made, edited, known] = await Promise.all([
			this.madeSince(name, { index, gaps }),
			this.rows.get(name, {
				matchType: 'allConditions',
				conditions: [{ keyName: 'updatedAt', condition: 'gt', keyValue: changedAfter }],
			}),
			this.under(name, index.idsOf(people)),
		]);
		index.add(edited);
		index.readAt = startedAt;
		const found = new Map([...known, ...edited, ...made].filter(isWanted).map((stored) => [stored.id, stored]));
		return [...found.values()].sort((a, b) => a.id - b.id);
	}

	/**
	 * The rows under keys that nobody had when the table was read.
	 *
	 * @returns undefined when somebody had one, or the whole table has to be read
	 */
	async underNewKeys(name: CollectionName, keys: readonly string[]): Promise<Stored[] | undefined> {
		const index = indexOf(await this.placeOf(name), Date.now());
		const gaps = index?.gaps(MOST_GAPS);
		if (index === undefined || gaps === undefined || keys.some((key) => index.hasKey(key.trim()))) return undefined;
		return (await this.madeSince(name, { index, gaps })).filter(isUnder(name, keys));
	}

	private async madeSince(
		name: CollectionName,
		{ index, gaps }: { index: RowIndex; gaps: { ids: number[]; lowest: number } },
	): Promise<Stored[]> {
		const late: Condition[] = gaps.ids.map((id) => equals('id', String(id)));
		if (gaps.lowest > 1) late.push({ keyName: 'id', condition: 'lt', keyValue: String(gaps.lowest) });
		const [before, after] = await Promise.all([
			late.length === 0 ? [] : this.rows.get(name, { matchType: 'anyCondition', conditions: late }),
			this.rows.scan(name, index.lastId),
		]);
		index.add(before);
		index.add(after);
		return [...before, ...after];
	}

	private async under(name: CollectionName, ids: readonly number[]): Promise<Stored[]> {
		if (ids.length === 0) return [];
		return await this.rows.get(name, { matchType: 'anyCondition', conditions: ids.map((id) => equals('id', String(id))) });
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
