import axios from 'axios';
import type { Setup } from '../../harness/n8n/runtime';
import { createWorkflow, publishWorkflow } from '../../harness/n8n/workflows';
import { groupCpuMs } from '../host/processUsage';
import { settle, startWorld, type World } from '../host/world';
import { allowedOf, phoneOf } from './people';
import { fillTables } from './tables';
import { gateWorkflow } from './workflow';

/** One row of the bench. */
interface Row {
	id: string;
	/** Contacts in the record, with a decision and a send each. */
	contacts: number;
	run(world: World, row: Row): Promise<object>;
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
async function ask(world: World, { path, first, count }: { path: string; first: number; count: number }): Promise<Cost> {
	await settle(world);
	const cost = costBetweenMarks(world);
	const people = Array.from({ length: count }, (_, offset) => ({ to: `+${phoneOf(first + offset)}` }));
	await axios.post(`${world.n8n.url}/webhook/${path}`, { people }, { proxy: false, maxBodyLength: Infinity });
	return await cost;
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

async function overTables(world: World, { id, contacts }: Row): Promise<object> {
	const credential = world.credentials.ours;
	const workflow = await createWorkflow(world.client, gateWorkflow({ path: id, helperUrl: world.helper.url, credential }));
	await publishWorkflow(world.client, workflow.id);
	// Makes the tables. These people are none of those who are measured.
	await ask(world, { path: id, first: contacts + 5, count: 20 });
	await fillTables(world.client, contacts);
	await ask(world, { path: id, first: 0, count: BATCH });
	const costs: Cost[] = [];
	for (let batch = 1; batch <= BATCHES; batch += 1) {
		costs.push(await ask(world, { path: id, first: batch * BATCH, count: BATCH }));
	}
	return {
		wallMs: Math.round(median(costs.map(({ wallMs }) => wallMs))),
		cpuMs: Math.round(median(costs.map(({ cpuMs }) => cpuMs))),
		items: BATCH,
		contacts,
		allowed: allowedOf(BATCH, BATCH),
		runsMs: costs.map(({ wallMs }) => Math.round(wallMs)),
	};
}

const ROWS: readonly Row[] = [{ id: 'table-1000-of-10000', contacts: 10_000, run: overTables }];

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
		const world = await startWorld(options);
		try {
			const ours = await row.run(world, row);
			say(`${row.id}: ${JSON.stringify(ours)}`);
			results.push({ id: row.id, ours });
		} finally {
			await world.stop();
		}
	}
	return results;
}
