import type { IExecuteFunctions } from 'n8n-workflow';
import { collectionOf, hasExpired, keyOf, type CollectionName } from '../collections';
import { PAGE_SIZE, type Cell, type Page, type Query, type RecordStore, type Removal, type Row, type Write } from '../recordStore';
import { conditionsFor, equals, WRITTEN_BY_HAND } from './rows';
import { TableRows, type Stored } from './tableRows';

/**
 * Above so many conditions the whole table is read instead: a Data Table has no index, and the database compares each
 * row with every condition (22 million comparisons a second measured), while reading a row costs some microseconds.
 */
const CONDITIONS_BEFORE_SCAN = 250;

/** Up to so many rows are written one by one, each over what stands under its key. */
const FEW_ROWS = 20;

/** Postgres may show a row of a lower ID later than one of a higher: so many rows before the last known are read again. */
const IDS_IN_FLIGHT = 2_000;

const PRUNE_EVERY_MS = 60 * 60 * 1000;

/** By workflow and table, for this process: when it was pruned. */
const prunedAt = new Map<string, number>();

/**
 * The contact record in Data Tables of n8n's, which the operator sees and edits under Data Tables.
 *
 * A Data Table knows no unique column and no conditional insert, so every contender for a claim first inserts its row, then
 * reads all rows of its key, and the row with the lowest ID has it. Insert and read are two sub-workflows, so the insert is
 * committed before the read begins. Of two contenders therefore at least the later to commit reads both rows, and a key
 * never has nobody. That nobody else takes it follows when rows become visible in the order of their IDs. SQLite has one
 * writer at a time, so they do. Postgres gives out an ID within the insert, a moment before its commit: a database that
 * stalls just there can let two through. It can never lose a claim. Where that matters, the Postgres store workflow is exact.
 */
export class DataTableStore implements RecordStore {
	private readonly rows: TableRows;

	/** What was read of whole tables, last. */
	private readonly scanned = new Map<CollectionName, readonly Stored[]>();

	constructor(private readonly n8n: IExecuteFunctions) {
		this.rows = new TableRows(n8n);
	}

	async find(queries: readonly Query[]): Promise<Row[][]> {
		return await Promise.all(queries.map(async (query) => (await this.search(query)).map(({ row }) => row)));
	}

	async put({ collection, rows, areNew }: Write): Promise<void> {
		if (areNew === true) return await this.rows.insert(collection, rows);
		const isMany = rows.length > FEW_ROWS;
		const known = isMany ? await this.knownKeys(collection, rows) : undefined;
		const isNew = (row: Row) => known !== undefined && !known.has(keyOf(collection, row));
		await this.rows.insert(collection, rows.filter(isNew));
		await this.rows.upsert(collection, rows.filter((row) => !isNew(row)));
	}

	async claim(claim: { collection: CollectionName; rows: readonly Row[]; now: number }): Promise<Row[]> {
		const { collection, rows, now } = claim;
		await this.rows.insert(collection, rows);
		const standing = await this.standing(collection, rows.map((row) => keyOf(collection, row)));
		const first = new Map<string, Stored>();
		for (const stored of standing) {
			const key = keyOf(collection, stored.row);
			const other = first.get(key);
			if (!hasExpired(stored.row, now) && (other === undefined || stored.id < other.id)) first.set(key, stored);
		}
		if (collectionOf(collection).isGuarded) await this.dropLosers(collection, { rows, standing, first });
		await this.prune(collection, now);
		// A row that was just inserted and is not there any more was removed by a person: the claim is its own.
		return rows.map((row) => first.get(keyOf(collection, row))?.row ?? row);
	}

	async list(question: {
		collection: CollectionName;
		where?: Readonly<Record<string, Cell>>;
		after?: string;
		limit?: number;
	}): Promise<Page> {
		const { collection, where = {}, after, limit = PAGE_SIZE } = question;
		const conditions = Object.entries(where).map(([name, value]) => equals(name, String(value)));
		if (after !== undefined) conditions.push({ keyName: 'id', condition: 'gt', keyValue: after });
		const found = await this.rows.get(collection, { matchType: 'allConditions', conditions, limit: Math.min(limit, PAGE_SIZE) });
		const next = found.length < Math.min(limit, PAGE_SIZE) ? undefined : found.at(-1)?.id;
		return { rows: found.map(({ row }) => row), ...(next === undefined ? {} : { next: String(next) }) };
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

	/**
	 * The rows under the keys. Where the table was read as a whole before and had none of the keys, only rows that came
	 * since can: a row's key never changes.
	 */
	private async standing(name: CollectionName, keys: readonly string[]): Promise<Stored[]> {
		const before = this.scanned.get(name) ?? [];
		const wanted = new Set(keys);
		const isWanted = ({ row }: Stored) => wanted.has(keyOf(name, row));
		const last = before.at(-1);
		if (last === undefined || wanted.size <= CONDITIONS_BEFORE_SCAN || before.some(isWanted)) {
			return await this.search({ collection: name, by: 'key', values: keys });
		}
		return (await this.rows.scan(name, last.id - IDS_IN_FLIGHT)).filter(isWanted);
	}

	/** Rows that claimed in vain: the operator would take them for messages under way. */
	private async dropLosers(
		collection: CollectionName,
		claim: { rows: readonly Row[]; standing: readonly Stored[]; first: ReadonlyMap<string, Stored> },
	): Promise<void> {
		const owners = new Map(claim.rows.map((row) => [keyOf(collection, row), row.owner]));
		const lost = claim.standing.filter(({ id, row }) => {
			const key = keyOf(collection, row);
			return claim.first.get(key)?.id !== id && owners.get(key) === row.owner;
		});
		if (lost.length > 0) await this.rows.deleteRows(collection, lost.map(({ id }) => equals('id', String(id))));
	}

	private async knownKeys(collection: CollectionName, rows: readonly Row[]): Promise<Set<string>> {
		const { keyColumns } = collectionOf(collection);
		const byContact = keyColumns.includes('contactKey');
		const values = rows.map((row) => (byContact ? String(row.contactKey) : keyOf(collection, row)));
		const known = await this.search({ collection, by: byContact ? 'contact' : 'key', values });
		return new Set(known.map(({ row }) => keyOf(collection, row)));
	}

	/** The rows of the query, by conditions or by a scan, whichever reads less. */
	private async search({ collection: name, by, values }: Query): Promise<Stored[]> {
		const collection = collectionOf(name);
		const wanted = new Set(values);
		if (wanted.size === 0) return [];
		const keyColumn = collection.keyColumns.length === 1 ? collection.keyColumns[0] : undefined;
		const conditions = [...wanted].flatMap((value) =>
			by === 'contact' ? conditionsFor(value, collection) : [equals(keyColumn ?? '', value)],
		);
		if (by === 'contact' && collection.isEditedByHand) conditions.unshift(...WRITTEN_BY_HAND);
		const isWanted = ({ row }: Stored) =>
			by === 'key'
				? wanted.has(keyOf(name, row))
				: collection.contactColumns.some((column) => wanted.has(String(row[column])));
		if (conditions.length > CONDITIONS_BEFORE_SCAN || (by === 'key' && keyColumn === undefined)) {
			const rows = await this.rows.scan(name);
			this.scanned.set(name, rows);
			return rows.filter(isWanted);
		}
		return (await this.rows.get(name, { matchType: 'anyCondition', conditions })).filter(isWanted);
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
