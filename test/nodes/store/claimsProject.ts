import type { CollectionName } from '../../../nodes/WhatsAppBusiness/store/collections';
import type { DataTableStore } from '../../../nodes/WhatsAppBusiness/store/dataTable/dataTableStore';
import { DataTableStandIn, type Subworkflow } from '../../harness/engine';
import { withStore } from './storeNode';

/** When all claims are made that say nothing else, in milliseconds since 1970. */
export const NOW = Date.parse('2026-11-22T10:00:00.000Z');

/** How long a claim lasts. */
export const LIFE_MS = 60_000;
let projects = 0;

/** Tables, and the workflow by which the store remembers them. */
export interface Project {
	tables: DataTableStandIn;
	workflowId: string;
	subworkflow: Subworkflow;
}

/** A project whose table was made and pruned by a claim before. */
export async function newProject(options: { collection?: CollectionName; commit?: () => Promise<void> } = {}): Promise<Project> {
	const tables = new DataTableStandIn({ commit: options.commit });
	const project = { tables, workflowId: `claims-${++projects}`, subworkflow: tables.subworkflow };
	await claim(project, { owner: 'nobody', keys: ['other'], collection: options.collection });
	return project;
}

/** Who claims what. */
export interface Claim {
	owner: string;
	keys: readonly string[];
	collection?: CollectionName;
	now?: number;
}

/** @returns whose each key is */
async function claimIn(store: DataTableStore, { owner, keys, collection = 'claims', now = NOW }: Claim): Promise<string[]> {
	const column = collection === 'claims' ? 'claimKey' : 'idempotencyKey';
	const expiresAt = new Date(now + LIFE_MS).toISOString();
	const standing = await store.claim({ collection, rows: keys.map((key) => ({ [column]: key, owner, expiresAt })), now });
	return standing.map((row) => String(row.owner));
}

/** Claims in an execution of its own. @returns whose each key is */
export async function claim(project: Project, wanted: Claim): Promise<string[]> {
	return await withStore(project, async (store) => await claimIn(store, wanted));
}

/** Whose the keys are, as a look-up finds them. */
export async function ownersOf(project: Project, keys: string[], collection: CollectionName = 'claims'): Promise<string[]> {
	const [found = []] = await withStore(project, async (store) => await store.find([{ collection, by: 'key', values: keys }]));
	return found.map((row) => String(row.owner));
}
