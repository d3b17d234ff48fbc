import type { IExecuteFunctions } from 'n8n-workflow';
import { collectionOf, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import { deleting, INSERTION, reading, updating, upserting, type Selection } from './operations';
import { fromRow, type Condition } from './rows';
import { readWindows, type Window } from './tableWindows';
import { TableSteps, type Stored } from './tableSteps';

/** n8n joins conditions by OR in one expression, of which SQLite takes a depth of 1000. */
export const CONDITIONS_PER_QUERY = 900;

/** Rows per insert: n8n writes them in one transaction. */
const ROWS_PER_INSERT = 5_000;

export function inChunks<T>(values: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
		values.slice(index * size, (index + 1) * size),
	);
}

/** The rows of the collections' Data Tables. */
export class TableRows {
	private readonly steps: TableSteps;

	constructor(n8n: IExecuteFunctions) {
		this.steps = new TableSteps(n8n);
	}

	/** The ID of the collection's table, which is made when there is none. */
	async idOfTable(name: CollectionName): Promise<string> {
		return await this.steps.idOfTable(name);
	}

	/** The rows that meet the conditions, by their IDs; asked in portions that a database can take. */
	async get(name: CollectionName, query: Selection): Promise<Stored[]> {
		const rows: Stored[] = [];
		// Without conditions there is still one query.
		const portions = query.conditions.length === 0 ? [[]] : inChunks(query.conditions, CONDITIONS_PER_QUERY);
		for (const conditions of portions) {
			for (const stored of await this.steps.read(name, { parameters: reading({ ...query, conditions }) })) rows.push(stored);
		}
		return rows;
	}

	/** The same question to several tables, in one step. */
	async getFromEach(names: readonly CollectionName[], query: Selection): Promise<Stored[][]> {
		const [name] = names;
		if (name !== undefined && names.length === 1) return [await this.get(name, query)];
		return await this.steps.readTogether(names.map((table) => ({ name: table, item: {} })), reading(query));
	}

	/** The rows in each of the windows, in no order. */
	async inWindows(windows: readonly Window[]): Promise<Stored[][]> {
		return await readWindows(this.steps, windows);
	}

	async insert(name: CollectionName, rows: readonly Row[]): Promise<void> {
		for (const portion of inChunks(rows, ROWS_PER_INSERT)) {
			await this.steps.run(name, { parameters: INSERTION, rows: portion.map((row) => fromRow(row, collectionOf(name))) });
		}
	}

	/**
	 * Inserts rows, then reads those that meet any of the conditions, in one step: n8n commits the insert before it reads.
	 *
	 * @param work.conditions at most 900
	 */
	async insertAndGet(name: CollectionName, work: { rows: readonly Row[]; conditions: readonly Condition[] }): Promise<Stored[]> {
		const { rows, conditions } = work;
		return await this.steps.read(name, {
			parameters: INSERTION,
			next: reading({ matchType: 'anyCondition', conditions }),
			rows: rows.map((row) => fromRow(row, collectionOf(name))),
		});
	}

	/**
	 * Sets the same values in all rows that meet any of the conditions, in one statement of the database.
	 *
	 * @param change.conditions at most 900
	 * @returns the rows as they are afterwards
	 */
	async update(name: CollectionName, change: { conditions: Condition[]; values: Row }): Promise<Stored[]> {
		return await this.steps.read(name, {
			parameters: updating(change.conditions),
			rows: [fromRow(change.values, collectionOf(name))],
		});
	}

	/** Writes each row over those of the same key, or anew. */
	async upsert(name: CollectionName, rows: readonly Row[]): Promise<void> {
		if (rows.length === 0) return;
		await this.steps.run(name, {
			parameters: upserting(collectionOf(name).keyColumns),
			rows: rows.map((row) => fromRow(row, collectionOf(name))),
		});
	}

	/** @returns how many rows were deleted */
	async deleteRows(name: CollectionName, conditions: Condition[]): Promise<number> {
		let removed = 0;
		for (const portion of inChunks(conditions, CONDITIONS_PER_QUERY)) {
			const deleted = await this.steps.run(name, { parameters: deleting(portion) });
			removed += deleted.length;
		}
		return removed;
	}

	/** The table is there and answers. */
	async touch(name: CollectionName): Promise<void> {
		await this.get(name, { matchType: 'anyCondition', conditions: [], limit: 1 });
	}
}
