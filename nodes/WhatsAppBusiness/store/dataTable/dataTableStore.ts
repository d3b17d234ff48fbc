import type { IExecuteFunctions } from 'n8n-workflow';
import { collectionOf, hasExpired, keyOf, type CollectionName } from '../collections';
import { PAGE_SIZE, type ListQuestion, type Page, type Query, type RecordStore, type Removal, type Row, type Write } from '../recordStore';
import { ClaimRun, type Claim } from './claims';
import { LargeTables } from './largeTables';
import { equals } from './rows';
import { asRecord, isClaimed, recordsIn, tookItself } from './standing';
import { inChunks, TableRows } from './tableRows';
import { CONDITIONS_BEFORE_SCAN, TableSearch } from './tableSearch';
import type { Stored } from './tableSteps';

/** Up to so many rows are written one by one, each over what stands under its key. */
const FEW_ROWS = 20;

/** n8n names the rows of an update once more by their IDs, of which SQLite takes 32,766 in one statement. */
const ROWS_PER_CLAIM = 10_000;

const PRUNE_EVERY_MS = 60 * 60 * 1000;

/** By workflow and table, for this process: when it was pruned. */
const prunedAt = new Map<string, number>();

/** The contact record in Data Tables of n8n's, which the operator sees and edits under Data Tables. */
export class DataTableStore implements RecordStore {
	private readonly rows: TableRows;

	private readonly largeTables: LargeTables;

	private readonly tables: TableSearch;

	constructor(private readonly n8n: IExecuteFunctions) {
		this.rows = new TableRows(n8n);
		this.largeTables = new LargeTables(this.rows, n8n.getWorkflow().id ?? '');
		this.tables = new TableSearch(this.rows, this.largeTables);
	}

	async find(queries: readonly Query[]): Promise<Row[][]> {
		const found = await this.tables.find(queries);
		return queries.map(({ collection }, index) => recordsIn(collection, { rows: found[index] ?? [], now: Date.now() }));
	}

	async put({ collection, rows, areNew }: Write): Promise<void> {
		if (areNew === true) {
			await this.rows.insert(collection, rows);
			if (isClaimed(collection)) await this.prune(collection, Date.now());
			return;
		}
		const isMany = rows.length > FEW_ROWS;
		const known = isMany ? await this.knownKeys(collection, rows) : undefined;
		const isNew = (row: Row) => known !== undefined && !known.has(keyOf(collection, row));
		await this.rows.insert(collection, rows.filter(isNew));
		await this.rows.upsert(collection, rows.filter((row) => !isNew(row)));
	}

	async claim({ collection, rows, now }: Claim): Promise<Row[]> {
		if (rows.length === 0) return [];
		const table = {
			n8n: this.n8n,
			rows: this.rows,
			search: async (keys: readonly string[]) => await this.search({ collection, by: 'key', values: keys }),
			insertAndSearch: async (tickets: readonly Row[]) => await this.insertAndSearch(collection, tickets),
		};
		const standing: Row[] = [];
		for (const portion of inChunks(rows, ROWS_PER_CLAIM)) {
			for (const row of await new ClaimRun(table, { collection, rows: portion, now }).run()) standing.push(row);
		}
		await this.prune(collection, now);
		return standing;
	}

	async list({ collection, where = {}, after, limit = PAGE_SIZE }: ListQuestion): Promise<Page> {
		const conditions = Object.entries(where).map(([name, value]) => equals(name, String(value)));
		if (after !== undefined) conditions.push({ keyName: 'id', condition: 'gt', keyValue: after });
		const found = await this.rows.get(collection, { matchType: 'allConditions', conditions, limit: Math.min(limit, PAGE_SIZE) });
		const next = found.length < Math.min(limit, PAGE_SIZE) ? undefined : found.at(-1)?.id;
		const records = isClaimed(collection) ? found.filter(tookItself).map(({ row }) => asRecord(row)) : found.map(({ row }) => row);
		return { rows: records, ...(next === undefined ? {} : { next: String(next) }) };
	}

	async remove({ collection, keys, contacts, expiredBefore }: Removal): Promise<number> {
		if (keys === undefined && contacts === undefined) {
			if (expiredBefore === undefined) return 0;
			return await this.rows.deleteRows(collection, [{ keyName: 'expiresAt', condition: 'lt', keyValue: expiredBefore }]);
		}
		const byKey = keys === undefined ? undefined : await this.search({ collection, by: 'key', values: keys });
		const byContact =
			contacts === undefined ? undefined : await this.search({ collection, by: 'contact', values: contacts });
		const ids = new Set((byContact ?? byKey ?? []).map(({ id }) => id));
		const before = expiredBefore === undefined ? Number.NaN : Date.parse(expiredBefore);
		const doomed = (byKey ?? byContact ?? [])
			.filter(({ id }) => ids.has(id))
			.filter(({ row }) => Number.isNaN(before) || hasExpired(row, before));
		return await this.rows.deleteRows(collection, doomed.map(({ id }) => equals('id', String(id))));
	}

	async test(): Promise<{ name: string }> {
		await this.rows.touch('consent');
		return { name: 'n8n Data Tables' };
	}

	/** Inserts rows, then gives all rows under their keys. */
	private async insertAndSearch(name: CollectionName, rows: readonly Row[]): Promise<Stored[]> {
		const [keyColumn] = collectionOf(name).keyColumns;
		const keys = rows.map((row) => keyOf(name, row));
		if (keyColumn !== undefined && keys.length <= CONDITIONS_BEFORE_SCAN) {
			return await this.rows.insertAndGet(name, { rows, conditions: keys.map((key) => equals(keyColumn, key)) });
		}
		const found = await this.largeTables.insertAndSearch(name, { rows, keys });
		if (found !== undefined) return found;
		await this.rows.insert(name, rows);
		return await this.search({ collection: name, by: 'key', values: keys });
	}

	private async knownKeys(collection: CollectionName, rows: readonly Row[]): Promise<Set<string>> {
		const { keyColumns } = collectionOf(collection);
		const byContact = keyColumns.includes('contactKey');
		const values = rows.map((row) => (byContact ? String(row.contactKey) : keyOf(collection, row)));
		const known = await this.search({ collection, by: byContact ? 'contact' : 'key', values });
		return new Set(known.map(({ row }) => keyOf(collection, row)));
	}

	private async search(query: Query): Promise<Stored[]> {
		const [found = []] = await this.tables.find([query]);
		return found;
	}

	/** Drops what has expired: the first time a process sees the workflow, then once an hour. */
	private async prune(name: CollectionName, now: number): Promise<void> {
		const scope = `${this.n8n.getWorkflow().id ?? ''}/${name}`;
		const last = prunedAt.get(scope);
		if (last !== undefined && now - last < PRUNE_EVERY_MS) return;
		prunedAt.set(scope, now);
		await this.remove({ collection: name, expiredBefore: new Date(now).toISOString() });
	}
}
