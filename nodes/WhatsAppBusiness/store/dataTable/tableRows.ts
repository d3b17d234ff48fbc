import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { collectionOf, type Collection, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import { runDataTableStep } from './dataTableStep';
import { fromRow, toRow, type Condition } from './rows';
import { forgetTable, tableId } from './table';

/** n8n joins conditions by OR in one expression, of which SQLite takes a depth of 1000. */
const CONDITIONS_PER_QUERY = 900;

/**
 * IDs per page of a scan. n8n counts the rows of a page anew for each thousand and fails when the number has changed; a
 * window of IDs below the highest is not changed by inserts.
 */
const IDS_PER_WINDOW = 10_000;

/** Rows per insert: n8n writes them in one transaction. */
const ROWS_PER_INSERT = 5_000;

const AUTO_MAP = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };

/** A row with the ID that n8n gave it, in the order of inserts. */
export interface Stored {
	id: number;
	row: Row;
}

function inChunks<T>(values: readonly T[], size: number): T[][] {
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

	/** The rows that meet the conditions, by their IDs; asked in portions that a database can take. */
	async get(
		name: CollectionName,
		query: { matchType: string; conditions: Condition[]; limit?: number; direction?: 'DESC' },
	): Promise<Stored[]> {
		const { matchType, limit, direction = 'ASC' } = query;
		const rows: Stored[] = [];
		// Without conditions there is still one query.
		const portions = query.conditions.length === 0 ? [[]] : inChunks(query.conditions, CONDITIONS_PER_QUERY);
		for (const conditions of portions) {
			const found = await this.onTable(name, {
				parameters: {
					operation: 'get',
					matchType,
					filters: { conditions: conditions.map((condition) => ({ ...condition })) },
					...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
					orderBy: true,
					orderByColumn: 'id',
					orderByDirection: direction,
				},
			});
			this.checkColumns(name, found[0]);
			for (const data of found) rows.push({ id: Number(data.id), row: toRow(data, collectionOf(name)) });
		}
		return rows;
	}

	async insert(name: CollectionName, rows: readonly Row[]): Promise<void> {
		for (const portion of inChunks(rows, ROWS_PER_INSERT)) {
			await this.onTable(name, {
				parameters: { operation: 'insert', columns: AUTO_MAP, options: { optimizeBulk: true } },
				rows: portion.map((row) => fromRow(row, collectionOf(name))),
			});
		}
	}

	/** Writes each row over those of the same key, or anew. */
	async upsert(name: CollectionName, rows: readonly Row[]): Promise<void> {
		if (rows.length === 0) return;
		const conditions = collectionOf(name).keyColumns.map((keyName) => ({
			keyName,
			condition: 'eq',
			keyValue: `={{ $json.${keyName} }}`,
		}));
		await this.onTable(name, {
			parameters: { operation: 'upsert', matchType: 'allConditions', filters: { conditions }, columns: AUTO_MAP, options: {} },
			rows: rows.map((row) => fromRow(row, collectionOf(name))),
		});
	}

	/** @returns how many rows were deleted */
	async deleteRows(name: CollectionName, conditions: Condition[]): Promise<number> {
		let removed = 0;
		for (const portion of inChunks(conditions, CONDITIONS_PER_QUERY)) {
			const deleted = await this.onTable(name, {
				parameters: {
					operation: 'deleteRows',
					matchType: 'anyCondition',
					filters: { conditions: portion.map((condition) => ({ ...condition })) },
					options: {},
				},
			});
			removed += deleted.length;
		}
		return removed;
	}

	/** The table is there and answers. */
	async touch(name: CollectionName): Promise<void> {
		await this.get(name, { matchType: 'anyCondition', conditions: [], limit: 1 });
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
	 * A remembered table ID may be stale (deleted and made again), and another workflow may make the table while we look for
	 * it: a failed step is tried once more with a fresh look. A step that failed changed nothing, or inserted rows of the
	 * same owner twice, which is harmless.
	 */
	private async onTable(
		name: CollectionName,
		step: { parameters: INodeParameters; rows?: IDataObject[] },
	): Promise<IDataObject[]> {
		const collection = collectionOf(name);
		for (let isSecond = false; ; isSecond = true) {
			try {
				const value = await tableId(this.n8n, this.definition(collection));
				return await runDataTableStep(this.n8n, {
					parameters: { resource: 'row', dataTableId: { __rl: true, mode: 'id', value }, ...step.parameters },
					rows: step.rows,
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
