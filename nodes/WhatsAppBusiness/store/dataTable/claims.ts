import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { collectionOf, hasExpired, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import { equals, type Condition } from './rows';
import { asRecord, byKey, claimedKey, standingOf } from './standing';
import { CONDITIONS_PER_QUERY, type TableRows } from './tableRows';
import type { Stored } from './tableSteps';

/** Another round follows only when a key was given back in the middle of the one before. */
const MOST_ROUNDS = 10;

/** What is claimed. */
export interface Claim {
	collection: CollectionName;
	/** With different keys. */
	rows: readonly Row[];
	/** Milliseconds since 1970. */
	now: number;
}

/** The ways to the table that a claim needs. */
export interface ClaimTable {
	n8n: IExecuteFunctions;
	rows: TableRows;
	/** All rows under the keys, by their IDs. */
	search(keys: readonly string[]): Promise<Stored[]>;
	/** Inserts rows, then gives all rows under their keys, by their IDs. */
	insertAndSearch(rows: readonly Row[]): Promise<Stored[]>;
}

/**
 * One claim in a Data Table, which knows no unique column, no conditional insert and no lock.
 *
 * 1. Insert a row per key with an open ticket, then read all rows of the keys. A key with a row whose ticket is no longer
 *    open is somebody's.
 * 2. Else take every row that was read: one update sets `openTicket` to '' wherever it is one of those read, and gives the
 *    rows that it changed. Who got all that it had read of a key has the key.
 * 3. Who did not get all reads once more who has it.
 *
 * At most one has the key: of two contenders the one whose row was committed later reads both rows, so that both need the
 * earlier row, and a ticket is closed once. (The database locks a row that it updates, and looks at the
 * condition anew when it waited for another update: so do Postgres in READ COMMITTED and SQLite with its one writer.) At
 * least one: the update that is committed first gets all that it had read. Neither needs row IDs or clocks in any order.
 *
 * A contender that died before step 2 leaves an open row, which the next one takes along; one that died after it has the
 * key, and gets it again when it comes again as the same owner. Losers' rows go where people look into the table; by then
 * somebody has the key, so that nobody counts on them.
 */
export class ClaimRun {
	private readonly ticket = crypto.randomUUID();

	/** By key. */
	private readonly standing = new Map<string, Stored>();

	private readonly own: Stored[] = [];

	constructor(
		private readonly table: ClaimTable,
		private readonly claim: Claim,
	) {}

	/** @returns for each row the record that stands under its key */
	async run(): Promise<Row[]> {
		const { collection, rows } = this.claim;
		for (let round = 1; round <= MOST_ROUNDS; round += 1) {
			const open = rows.filter((row) => !this.standing.has(claimedKey(collection, row)));
			if (open.length === 0) break;
			await this.contend(open, round);
		}
		await this.dropVain();
		return rows.map((row) => {
			const standing = this.standing.get(claimedKey(collection, row));
			if (standing !== undefined) return asRecord(standing.row);
			const { table } = collectionOf(collection);
			throw new NodeOperationError(this.table.n8n.getNode(), `The Data Table "${table}" does not keep what is written into it`, {
				description: 'Rows that were just inserted were gone. Nothing is taken as allowed meanwhile.',
			});
		});
	}

	private async contend(rows: readonly Row[], round: number): Promise<void> {
		const tickets = rows.map((row, index) => ({
			...row,
			ticket: this.ticket,
			openTicket: `${this.ticket}/${round}/${index}`,
			takenBy: '',
			ticketsSeen: null,
		}));
		const groups = this.alive(await this.table.insertAndSearch(tickets));
		this.own.push(...[...groups.values()].flat().filter((stored) => this.isOwn(stored)));
		const contested = new Map<string, Stored[]>();
		for (const [key, group] of groups) {
			const standing = standingOf(group);
			if (standing !== undefined) this.standing.set(key, standing);
			else if (group.some((stored) => this.isOwn(stored))) contested.set(key, group);
		}
		const isUnrivalled = contested.size === rows.length && [...contested.values()].every((group) => group.length === 1);
		const taken = await this.take(
			[...contested.values()],
			isUnrivalled ? { keyName: 'openTicket', condition: 'like', keyValue: `${this.ticket}/${round}/%` } : undefined,
		);
		await this.settle(contested, taken);
	}

	/** Notes who has the keys after the rows were taken. */
	private async settle(contested: ReadonlyMap<string, Stored[]>, taken: ReadonlySet<number>): Promise<void> {
		const missed: string[] = [];
		for (const [key, group] of contested) {
			const own = group.find((stored) => this.isOwn(stored));
			if (own !== undefined && group.every(({ id }) => taken.has(id))) this.standing.set(key, own);
			else missed.push(key);
		}
		if (missed.length === 0) return;
		for (const [key, group] of this.alive(await this.table.search(missed))) {
			const standing = standingOf(group);
			if (standing !== undefined) this.standing.set(key, standing);
		}
	}

	/**
	 * Takes the rows: those of a key in one statement, with the number of them.
	 *
	 * @param all a single condition for all of them, where there is one: a Data Table has no index
	 * @returns the IDs of those that it got
	 */
	private async take(groups: readonly Stored[][], all: Condition | undefined): Promise<Set<number>> {
		const taken = new Set<number>();
		for (const portion of inStatements(groups)) {
			const ticketsSeen = portion[0]?.length ?? 0;
			const conditions = portion.flat().map(({ row }) => equals('openTicket', String(row.openTicket)));
			const changed = await this.table.rows.update(this.claim.collection, {
				conditions: all === undefined ? conditions : [all],
				values: { openTicket: '', takenBy: this.ticket, ticketsSeen },
			});
			for (const { id, row } of changed) if (row.takenBy === this.ticket) taken.add(id);
			if (all !== undefined) break;
		}
		return taken;
	}

	/** Rows that claimed in vain: the operator would take them for messages under way. */
	private async dropVain(): Promise<void> {
		const { collection } = this.claim;
		if (!collectionOf(collection).isGuarded) return;
		const vain = this.own.filter(({ id, row }) => this.standing.get(claimedKey(collection, row))?.id !== id);
		if (vain.length > 0) await this.table.rows.deleteRows(collection, vain.map(({ id }) => equals('id', String(id))));
	}

	/** By key, without what has expired. */
	private alive(rows: readonly Stored[]): Map<string, Stored[]> {
		const { collection, now } = this.claim;
		return byKey(collection, rows.filter((stored) => this.isOwn(stored) || !hasExpired(stored.row, now)));
	}

	private isOwn({ row }: Stored): boolean {
		return row.ticket === this.ticket;
	}
}

/** The groups in portions of the same size of group, each for one statement; no group is split. */
function inStatements(groups: readonly Stored[][]): Stored[][][] {
	const portions: Stored[][][] = [];
	for (const group of [...groups].sort((one, other) => one.length - other.length)) {
		const last = portions.at(-1);
		const count = last?.flat().length ?? 0;
		if (last === undefined || last[0]?.length !== group.length || count + group.length > CONDITIONS_PER_QUERY) portions.push([group]);
		else last.push(group);
	}
	return portions;
}
