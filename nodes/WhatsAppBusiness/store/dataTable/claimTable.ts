import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import type { Claims, ClaimStore } from '../claimStore';
import { runDataTableStep } from './dataTableStep';
import type { TableDefinition } from './table';

/** What was processed. Names are stored: they never change once shipped. */
export const CLAIM_TABLE: TableDefinition = {
	name: 'whatsapp_processed',
	columns: [
		{ name: 'claimKey', type: 'string' },
		{ name: 'owner', type: 'string' },
		{ name: 'at', type: 'date' },
	],
};

/** Meta repeats for up to 7 days (cloud-api 4.3). */
const LIFE_MS = 8 * 24 * 60 * 60 * 1000;

const PRUNE_EVERY_MS = 60 * 60 * 1000;

/** n8n joins conditions by OR in one expression, of which SQLite takes a depth of 1000. */
const KEYS_PER_QUERY = 900;

/** By workflow, for this process: where the table is, and when it was pruned. Wrong IDs make the step fail. */
const tableIds = new Map<string, string>();
const prunedAt = new Map<string, number>();

/**
 * Claims in n8n's Data Table `whatsapp_processed`. It may be emptied or deleted at any time: it is made anew, and forgets.
 *
 * A Data Table knows no unique column and no conditional insert, so every contender first inserts its rows, then reads all
 * rows of its keys, and the row with the lowest ID has the key. Insert and read are two sub-workflows, so the insert is
 * committed before the read begins (n8n inserts in one transaction and awaits it). Of two contenders for a key therefore
 * at least the later to commit reads both rows, and a key never has nobody: the row with the lowest ID stands there, for
 * its owner as well.
 *
 * That nobody else takes the key follows when rows become visible in the order of their IDs. SQLite has one writer at a
 * time, so they do. Postgres gives out an ID within the insert, a moment before its commit (read committed: a read sees
 * what was committed when it began). A contender with a higher ID could commit and read within the other's moment, and
 * both would go on. The moment is that of one INSERT for up to 266 keys (a large body takes several in one transaction),
 * and the time from commit to read that of starting a sub-workflow, tens of milliseconds; a database that stalls just there
 * can bring a duplicate. It can never lose an event, which would be worse.
 */
export class ClaimTable implements ClaimStore {
	constructor(private readonly n8n: IExecuteFunctions) {}

	async claim(claim: {
		keys: readonly string[];
		lookUp: readonly string[];
		owner: string;
		now: number;
	}): Promise<Claims> {
		const { keys, lookUp, owner, now } = claim;
		const at = new Date(now).toISOString();
		await this.onTable({
			parameters: {
				operation: 'insert',
				columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
				options: { optimizeBulk: true },
			},
			rows: keys.map((claimKey) => ({ claimKey, owner, at })),
		});
		const winners = lowestOf(await this.read([...new Set([...keys, ...lookUp])]));
		await this.prune(now);
		return { own: new Set(keys.filter((key) => winners.get(key)?.owner === owner)), taken: new Set(winners.keys()) };
	}

	private async read(keys: readonly string[]): Promise<IDataObject[]> {
		const rows: IDataObject[] = [];
		for (let start = 0; start < keys.length; start += KEYS_PER_QUERY) {
			const conditions = keys
				.slice(start, start + KEYS_PER_QUERY)
				.map((keyValue) => ({ keyName: 'claimKey', condition: 'eq', keyValue }));
			rows.push(
				...(await this.onTable({
					parameters: { operation: 'get', matchType: 'anyCondition', filters: { conditions }, returnAll: true },
				})),
			);
		}
		return rows;
	}

	/** Drops what Meta no longer repeats: the first time a process sees the workflow, then once an hour. */
	private async prune(now: number): Promise<void> {
		const last = prunedAt.get(this.scope);
		if (last !== undefined && now - last < PRUNE_EVERY_MS) return;
		prunedAt.set(this.scope, now);
		const keyValue = new Date(now - LIFE_MS).toISOString();
		await this.onTable({
			parameters: {
				operation: 'deleteRows',
				matchType: 'allConditions',
				filters: { conditions: [{ keyName: 'at', condition: 'lt', keyValue }] },
				options: {},
			},
		});
	}

	private get scope(): string {
		return this.n8n.getWorkflow().id ?? '';
	}

	/**
	 * A remembered table ID may be stale, and another execution may make the table while we do: a failed step is tried once
	 * more with a fresh look. A step that failed changed nothing, or inserted rows of the same owner twice, which is harmless.
	 */
	private async onTable(step: { parameters: INodeParameters; rows?: IDataObject[] }): Promise<IDataObject[]> {
		for (let isSecond = false; ; isSecond = true) {
			try {
				const value = await this.tableId();
				return await runDataTableStep(this.n8n, {
					parameters: { resource: 'row', dataTableId: { __rl: true, mode: 'id', value }, ...step.parameters },
					rows: step.rows,
				});
			} catch (error) {
				tableIds.delete(this.scope);
				if (isSecond) throw new NodeOperationError(this.n8n.getNode(), error instanceof Error ? error : String(error));
			}
		}
	}

	private async tableId(): Promise<string> {
		const known = tableIds.get(this.scope);
		if (known !== undefined) return known;
		const { name, columns } = CLAIM_TABLE;
		const [table] = await runDataTableStep(this.n8n, {
			// Of several that make it at the same moment all but one are refused, and find it with their second try.
			mayFail: true,
			parameters: {
				resource: 'table',
				operation: 'create',
				tableName: name,
				columns: { column: columns.map((column) => ({ ...column })) },
				options: { createIfNotExists: true },
			},
		});
		const id = String(table?.id ?? '');
		tableIds.set(this.scope, id);
		return id;
	}
}

function lowestOf(rows: IDataObject[]): Map<string, { id: number; owner: string }> {
	const lowest = new Map<string, { id: number; owner: string }>();
	for (const row of rows) {
		const key = String(row.claimKey);
		const id = Number(row.id);
		const other = lowest.get(key);
		if (other === undefined || id < other.id) lowest.set(key, { id, owner: String(row.owner) });
	}
	return lowest;
}
