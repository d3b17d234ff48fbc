import { collectionOf, type CollectionName } from '../collections';
import type { Query } from '../recordStore';
import type { LargeTables } from './largeTables';
import { conditionsFor, equals, WRITTEN_BY_HAND, type Condition } from './rows';
import { isUnder } from './standing';
import type { TableRows } from './tableRows';
import type { Stored } from './tableSteps';

/**
 * Above so many conditions the table is read by where its rows are: a Data Table has no index, and the database compares
 * each row with every condition (22 million comparisons a second measured).
 */
export const CONDITIONS_BEFORE_SCAN = 250;

/** A query with its place among those that were asked together. */
interface Asked {
	query: Query;
	position: number;
}

/** The column by which a collection's records are found by key; undefined when the key has several. */
function keyColumnOf(name: CollectionName): string | undefined {
	const { keyColumns } = collectionOf(name);
	return keyColumns.length === 1 ? keyColumns[0] : undefined;
}

function conditionsOf({ collection: name, by, values }: Query): Condition[] {
	const collection = collectionOf(name);
	const wanted = [...new Set(values)];
	const keyColumn = keyColumnOf(name) ?? '';
	if (by === 'key') return wanted.map((value) => equals(keyColumn, value));
	const conditions = wanted.flatMap((value) => conditionsFor(value, collection));
	return collection.isEditedByHand ? [...WRITTEN_BY_HAND, ...conditions] : conditions;
}

/** How a query is answered. */
function wayOf(query: Query): 'none' | 'conditions' | 'people' | 'all' {
	if (query.values.length === 0) return 'none';
	const isMany = conditionsOf(query).length > CONDITIONS_BEFORE_SCAN;
	if (query.by === 'contact') return isMany ? 'people' : 'conditions';
	return isMany || keyColumnOf(query.collection) === undefined ? 'all' : 'conditions';
}

/** What is the same for queries that can be asked by the same conditions. */
function likenessOf({ collection, by, values }: Query): string {
	const columns = by === 'key' ? collectionOf(collection).keyColumns : collectionOf(collection).contactColumns;
	return JSON.stringify([by, columns, values]);
}

function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): T[][] {
	const groups = new Map<string, T[]>();
	for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
	return [...groups.values()];
}

function isWanted({ collection, by, values }: Query): (stored: Stored) => boolean {
	if (by === 'key') return isUnder(collection, values);
	const wanted = new Set(values);
	return ({ row }) => collectionOf(collection).contactColumns.some((column) => wanted.has(String(row[column])));
}

/** Finds rows of Data Tables, in as few steps as there can be. */
export class TableSearch {
	constructor(
		private readonly rows: TableRows,
		private readonly largeTables: LargeTables,
	) {}

	/** The rows of each query, by their IDs. */
	async find(queries: readonly Query[]): Promise<Stored[][]> {
		const answers = queries.map((): Stored[] => []);
		const asked = queries.map((query, position): Asked => ({ query, position }));
		const going = (way: ReturnType<typeof wayOf>) => asked.filter(({ query }) => wayOf(query) === way);
		const alike = (all: Asked[]) => groupBy(all, ({ query }) => likenessOf(query));
		const answer = (group: readonly Asked[], found: readonly Stored[][]) => {
			for (const [index, { query, position }] of group.entries()) answers[position] = (found[index] ?? []).filter(isWanted(query));
		};
		await Promise.all([
			...alike(going('conditions')).map(async (group) => answer(group, await this.byConditions(group))),
			...alike(going('people')).map(async (group) => answer(group, await this.ofPeople(group))),
			...going('all').map(async (one) => answer([one], await this.largeTables.all([one.query.collection]))),
		]);
		return answers;
	}

	private async byConditions(group: readonly Asked[]): Promise<Stored[][]> {
		// Those of a table that is edited by hand find all that the others do.
		const [widest = []] = group.map(({ query }) => conditionsOf(query)).sort((one, other) => other.length - one.length);
		const names = group.map(({ query }) => query.collection);
		return await this.rows.getFromEach(names, { matchType: 'anyCondition', conditions: widest });
	}

	private async ofPeople(group: readonly Asked[]): Promise<Stored[][]> {
		const values = group[0]?.query.values ?? [];
		return await this.largeTables.ofPeople(group.map(({ query }) => query.collection), new Set(values));
	}
}
