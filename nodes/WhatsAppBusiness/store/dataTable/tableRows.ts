import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { collectionOf, type Collection, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import { runDataTableStep } from './dataTableStep';
import { deleting, INSERTION, reading, updating, upserting, type Selection } from './operations';
import { fromRow, toRow, type Condition } from './rows';
import { forgetTable, tableId } from './table';

/** n8n joins conditions by OR in one expression, of which SQLite takes a depth of 1000. */
export const CONDITIONS_PER_QUERY = 900;

/**
 * IDs per page of a scan. n8n counts the rows of a page anew for each thousand and fails when the number has changed; a
 * window of IDs below the highest is not changed by inserts.
 */
const IDS_PER_WINDOW = 10_000;

/** Rows per insert: n8n writes them in one transaction. */
const ROWS_PER_INSERT = 5_000;

/** An operation on a table's rows, and one after it. */
interface TableStep {
	parameters: INodeParameters;
	next?: INodeParameters;
	rows?: IDataObject[];
}

/** A row with the ID that n8n gave it, in the order of inserts. */
export interface Stored {
	id: number;
	row: Row;
}

export function inChunks<T>(values: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
		values.slice(index * size, (index + 1) * size),
	);
}

/** The rows of the collections' Data Tables, which are made on first use. */
export class TableRows {
	constructor(private readonly n8n: IExecuteFunctions) {}

	/** All rows, or those with a higher ID, oldest first. */
	async scan(name: CollectionName, afterId?: number): Promise<Stored[]> {
		const [last] = await this.get(name, { matchType: 'anyCondition', conditions: [], limit: 1, direction: 'DESC' });
		const [first] = afterId === undefined ? await this.get(name, { matchType: 'anyCondition', conditions: [], limit: 1 }) : [];
		const start = afterId ?? (first === undefined ? undefined : first.id - 1);
		if (last === undefined || start === undefined) return [];
		const rows: Stored[] = [];
		for (let after = start; after < last.id; after += IDS_PER_WINDOW) {
			const conditions = [
				{ keyName: 'id', condition: 'gt', keyValue: String(after) },
				{ keyName: 'id', condition: 'lte', keyValue: String(Math.min(after + IDS_PER_WINDOW, last.id)) },
			];
			for (const stored of await this.get(name, { matchType: 'allConditions', conditions })) rows.push(stored);
		}
		return rows;
	}

	/** The ID of the collection's table, which is made when there is none. */
	async idOfTable(name: CollectionName): Promise<string> {
		return await tableId(this.n8n, this.definition(collectionOf(name)));
	}

	/** The rows that meet the conditions, by their IDs; asked in portions that a database can take. */
	async get(name: CollectionName, query: Selection): Promise<Stored[]> {
		const rows: Stored[] = [];
		// Without conditions there is still one query.
		const portions = query.conditions.length === 0 ? [[]] : inChunks(query.conditions, CONDITIONS_PER_QUERY);
		for (const conditions of portions) {
			for (const stored of await this.stored(name, { parameters: reading({ ...query, conditions }) })) rows.push(stored);
		}
		return rows;
	}

	async insert(name: CollectionName, rows: readonly Row[]): Promise<void> {
		for (const portion of inChunks(rows, ROWS_PER_INSERT)) {
			await this.onTable(name, { parameters: INSERTION, rows: portion.map((row) => fromRow(row, collectionOf(name))) });
		}
	}

	/**
	 * Inserts rows, then reads those that meet any of the conditions, in one step: n8n commits the insert before it reads.
	 *
	 * @param work.conditions at most 900
	 */
	async insertAndGet(name: CollectionName, work: { rows: readonly Row[]; conditions: Condition[] }): Promise<Stored[]> {
		const { rows, conditions } = work;
		return await this.stored(name, {
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
		return await this.stored(name, {
			parameters: updating(change.conditions),
			rows: [fromRow(change.values, collectionOf(name))],
		});
	}

	/** Writes each row over those of the same key, or anew. */
	async upsert(name: CollectionName, rows: readonly Row[]): Promise<void> {
		if (rows.length === 0) return;
		await this.onTable(name, {
			parameters: upserting(collectionOf(name).keyColumns),
			rows: rows.map((row) => fromRow(row, collectionOf(name))),
		});
	}

	/** @returns how many rows were deleted */
	async deleteRows(name: CollectionName, conditions: Condition[]): Promise<number> {
		let removed = 0;
		for (const portion of inChunks(conditions, CONDITIONS_PER_QUERY)) {
			const deleted = await this.onTable(name, { parameters: deleting(portion) });
			removed += deleted.length;
		}
		return removed;
	}

	/** The table is there and answers. */
	async touch(name: CollectionName): Promise<void> {
		await this.get(name, { matchType: 'anyCondition', conditions: [], limit: 1 });
	}

	private async stored(name: CollectionName, step: TableStep): Promise<Stored[]> {
		const found = await this.onTable(name, step);
		this.checkColumns(name, found[0]);
		return found.map((data) => ({ id: Number(data.id), row: toRow(data, collectionOf(name)) }));
	}

	/** A column that a person renamed would read as empty, and an opt-out in it as none. */
	private checkColumns(name: CollectionName, data: IDataObject | undefined): void {
		if (data === undefined) return;
		const collection = collectionOf(name);
		const missing = [...collection.keyColumns, ...collection.contactColumns, 'state'].find(
			(column) => !(column in data) && collection.columns.some((known) => known.name === column),
		);
		if (missing !== undefined) throw this.failure(collection, `the column "${missing}" is missing`);
	}

	private definition({ table, columns, isGuarded }: Collection) {
		return { name: table, columns, isGuarded };
	}

	/**
	 * A remembered table ID may be stale (deleted and made again), another workflow may make the table while we look for it,
	 * n8n gives up a long read when rows come in between, and Postgres ends one of two updates that wait for each other: a
	 * failed step is tried once more with a fresh look. Whether a step that failed was carried out is not known; each may be
	 * repeated.
	 */
	private async onTable(name: CollectionName, step: TableStep): Promise<IDataObject[]> {
		const collection = collectionOf(name);
		for (let isSecond = false; ; isSecond = true) {
			try {
				const value = await tableId(this.n8n, this.definition(collection));
				const on = (parameters: INodeParameters) => ({
					resource: 'row',
					dataTableId: { __rl: true, mode: 'id', value },
					...parameters,
				});
				return await runDataTableStep(this.n8n, {
					parameters: on(step.parameters),
					...(step.next === undefined ? {} : { next: on(step.next) }),
					rows: step.rows,
					mayFail: !isSecond,
				});
			} catch (error) {
				forgetTable(this.n8n, collection.table);
				if (isSecond) throw this.failure(collection, error);
			}
		}
	}

	private failure(collection: Collection, error: unknown): NodeOperationError {
		if (error instanceof NodeOperationError && error.node.id === this.n8n.getNode().id) return error;
		const said = error instanceof Error ? error.message : String(error);
		return new NodeOperationError(this.n8n.getNode(), `The Data Table "${collection.table}" could not be used: ${said}`, {
			description: `Open Data Tables in n8n and look at "${collection.table}": its columns must be ${collection.columns
				.map(({ name }) => name)
				.join(', ')}. Nothing is taken as allowed meanwhile.`,
		});
	}
}
