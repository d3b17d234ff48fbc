import { join } from 'node:path';
import axios from 'axios';
import type { CredentialReference } from '../../harness/n8n/credentials';
import { getExecution, listExecutions } from '../../harness/n8n/executions';
import type { Setup } from '../../harness/n8n/runtime';
import { startPostgres } from '../../harness/n8n/startPostgres';
import { createWorkflow, publishWorkflow } from '../../harness/n8n/workflows';
import { groupCpuMs } from '../host/processUsage';
import { settle, startWorld, type World } from '../host/world';
import { allowedOf, phoneOf } from './people';
import { credentialWithStore, fillPostgres } from './postgres';
import { fillTables } from './tables';
import { gateWorkflow } from './workflow';

/** One row of the bench. */
interface Row {
	id: string;
	/** Contacts in the record, with a decision and a send each. */
	contacts: number;
	run(world: World, row: Row, setup: Setup): Promise<object>;
}

export interface Result {
	id: string;
	ours: object;
}

/** Items of one batch. */
const BATCH = 1_000;

/** Batches that are measured, each of other people; the first one before them loads code and is not counted. */
const BATCHES = 5;

interface Cost {
	wallMs: number;
	cpuMs: number;
}

function costBetweenMarks({ helper, n8n }: World): Promise<Cost> {
	return new Promise((resolve) => {
		helper.onMark('start', () => {
			const cpuBefore = groupCpuMs(n8n.pid);
			const startedAt = performance.now();
			helper.onMark('end', () => resolve({ wallMs: performance.now() - startedAt, cpuMs: groupCpuMs(n8n.pid) - cpuBefore }));
		});
	});
}

/** Asks the gate about people in a row. @throws Error when it lets through others than it should */
async function ask(world: World, { path, first, count, population }: { path: string; first: number; count: number; population: number }): Promise<Cost> {
	await settle(world);
	const cost = costBetweenMarks(world);
	const people = Array.from({ length: count }, (_, offset) => ({ to: `+${phoneOf(first + offset)}` }));
	await axios.post(`${world.n8n.url}/webhook/${path}`, { people }, { proxy: false, maxBodyLength: Infinity });
	const paid = await cost;
	const [latest] = await listExecutions(world.client, { limit: 1 });
	const execution = await getExecution(world.client, latest?.id ?? '');
	const sent = execution.runs.Check?.[0]?.outputs[0]?.length;
	const expected = allowedOf(first, count);
	if (first < population && sent !== expected) throw new Error(`The gate let ${sent} people through in the place of ${expected}`);
	return paid;
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The workflow behind the path asks by this credential; `fill` brings the population in when the store is made. */
async function measure(
	world: World,
	{ row, credential, fill }: { row: Row; credential: CredentialReference; fill: () => Promise<void> },
): Promise<object> {
	const { id: path, contacts } = row;
	const workflow = await createWorkflow(world.client, gateWorkflow({ path, helperUrl: world.helper.url, credential }));
	await publishWorkflow(world.client, workflow.id);
	// Makes the store. These people are none of those who are measured.
	await ask(world, { path, first: contacts + 5, count: 20, population: contacts });
	await fill();
	await ask(world, { path, first: 0, count: BATCH, population: contacts });
	const costs: Cost[] = [];
	for (let batch = 1; batch <= BATCHES; batch += 1) costs.push(await ask(world, { path, first: batch * BATCH, count: BATCH, population: contacts }));
	return {
		wallMs: Math.round(median(costs.map(({ wallMs }) => wallMs))),
		cpuMs: Math.round(median(costs.map(({ cpuMs }) => cpuMs))),
		items: BATCH,
		contacts,
		runsMs: costs.map(({ wallMs }) => Math.round(wallMs)),
	};
}

async function overTables(world: World, row: Row): Promise<object> {
	const fill = async () => await fillTables(world.client, row.contacts);
	return await measure(world, { row, credential: world.credentials.ours, fill });
}

async function overPostgres(world: World, row: Row, { servers }: Setup): Promise<object> {
	if (servers === undefined) throw new Error('The setup gave no Postgres');
	const postgres = await startPostgres({ servers });
	try {
		const credential = await credentialWithStore(world, postgres);
		return await measure(world, { row, credential, fill: async () => await fillPostgres(postgres, row.contacts) });
	} finally {
		await postgres.stop();
	}
}

const ROWS: readonly Row[] = [
	{ id: 'table-1000-of-10000', contacts: 10_000, run: overTables },
	{ id: 'postgres-1000-of-1000000', contacts: 1_000_000, run: overPostgres },
];

/** Ids of all rows, in their order. */
export const ROW_IDS: readonly string[] = ROWS.map(({ id }) => id);

/** Runs the chosen rows, each in an n8n of its own. */
export async function benchGate(options: {
	setup: Setup;
	dataDir: string;
	rows: readonly string[];
	say: (line: string) => void;
}): Promise<Result[]> {
	const { rows, say } = options;
	const results: Result[] = [];
	for (const row of ROWS.filter(({ id }) => rows.includes(id))) {
		say(`${row.id}: starting n8n ${options.setup.n8n.version} …`);
		const world = await startWorld({ ...options, dataDir: join(options.dataDir, row.id) });
		try {
			const ours = await row.run(world, row, options.setup);
			say(`${row.id}: ${JSON.stringify(ours)}`);
			results.push({ id: row.id, ours });
		} finally {
			await world.stop();
		}
	}
	return results;
}
