import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { collectionOf, type Collection, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import { runDataTableStep, runForEachItem } from './dataTableStep';
import { toRow } from './rows';
import { forgetTable, tableId } from './table';

/** A row with the ID that n8n gave it, in the order of inserts. */
export interface Stored {
	id: number;
	row: Row;
}

/** An operation on a table's rows, and one after it. */
export interface TableStep {
	parameters: INodeParameters;
	next?: INodeParameters;
	rows?: IDataObject[];
}

/** One of several look-ups that differ in their table and in what their input item says. */
export interface Lookup {
	name: CollectionName;
	item: IDataObject;
}

function definitionOf({ table, columns, isGuarded }: Collection) {
	return { name: table, columns, isGuarded };
}

function inTable(value: string, parameters: INodeParameters): INodeParameters {
	return { resource: 'row', dataTableId: { __rl: true, mode: 'id', value }, ...parameters };
}

/** Steps on the collections' Data Tables, which are made on first use. */
export class TableSteps {
	constructor(private readonly n8n: IExecuteFunctions) {}

	/** The ID of the collection's table, which is made when there is none. */
	async idOfTable(name: CollectionName): Promise<string> {
		return await tableId(this.n8n, definitionOf(collectionOf(name)));
	}

	/**
	 * A remembered table ID may be stale (deleted and made again), another workflow may make the table while we look for it,
	 * n8n gives up a long read when rows come in between, and Postgres ends one of two updates that wait for each other: a
	 * failed step is tried once more with a fresh look. Whether a step that failed was carried out is not known; each may be
	 * repeated.
	 */
	async run(name: CollectionName, step: TableStep): Promise<IDataObject[]> {
		for (let isSecond = false; ; isSecond = true) {
			try {
				const id = await this.idOfTable(name);
				return await runDataTableStep(this.n8n, {
					parameters: inTable(id, step.parameters),
					...(step.next === undefined ? {} : { next: inTable(id, step.next) }),
					rows: step.rows,
					mayFail: !isSecond,
				});
			} catch (error) {
				this.forget(name);
				if (isSecond) throw this.failure(collectionOf(name), error);
			}
		}
	}

	/** The rows that a step on one table gives. */
	async read(name: CollectionName, step: TableStep): Promise<Stored[]> {
		return this.stored(name, await this.run(name, step));
	}

	/**
	 * The rows of several look-ups, of different tables too, in one step.
	 *
	 * @param parameters the same operation for all, which may read the input item
	 */
	async readTogether(lookups: readonly Lookup[], parameters: INodeParameters): Promise<Stored[][]> {
		if (lookups.length === 1) return await this.readEach(lookups, parameters);
		try {
			const ids = await Promise.all(lookups.map(async ({ name }) => await this.idOfTable(name)));
			const answers = await runForEachItem(this.n8n, {
				parameters: inTable('={{ $json.table }}', parameters),
				rows: lookups.map(({ item }, index) => ({ ...item, table: ids[index] })),
				mayFail: true,
			});
			return answers.map((rows, index) => this.stored(lookups[index]?.name ?? 'claims', rows));
		} catch {
			// Each alone is tried once more, and fails in the name of its own table.
			for (const { name } of lookups) this.forget(name);
			return await this.readEach(lookups, parameters);
		}
	}

	private async readEach(lookups: readonly Lookup[], parameters: INodeParameters): Promise<Stored[][]> {
		const answers: Stored[][] = [];
		for (const { name, item } of lookups) answers.push(await this.read(name, { parameters, rows: [item] }));
		return answers;
	}

	private stored(name: CollectionName, rows: readonly IDataObject[]): Stored[] {
		this.checkColumns(name, rows[0]);
		return rows.map((data) => ({ id: Number(data.id), row: toRow(data, collectionOf(name)) }));
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

	private forget(name: CollectionName): void {
		forgetTable(this.n8n, collectionOf(name).table);
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
