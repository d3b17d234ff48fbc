import { getExecution, itemsOf, listExecutions } from '../../harness/n8n/executions';
import { createWorkflow, deleteWorkflow, publishWorkflow } from '../../harness/n8n/workflows';
import type { Setup } from '../../harness/n8n/runtime';
import { settle, startWorld, type World } from '../host/world';
import { measureBuild } from './build';
import { TEMPLATE } from './contenders';
import { measure, type Measurement } from './measure';
import { type Row, ROWS } from './rows';
import { benchWorkflow } from './workflow';

/** A row's result; `peer` and `ratio` are missing where n8n's own node has nothing to compare. */
export interface Result {
	id: string;
	ours: object;
	peer?: object;
	/** Ours divided by the peer's. */
	ratio?: { wall: number; cpu: number };
}

const BUILD = 'build';
const SHOWN_CHARACTERS = 600;

/** Ids of all rows, in their order. */
export const ROW_IDS: readonly string[] = [...ROWS.map(({ id }) => id), BUILD];

function ratio(ours: number, peer: number): number {
	return Math.round((100 * ours) / peer) / 100;
}

/** What the node said about the first message that failed. */
async function firstFailure({ client }: World, workflowId: string): Promise<string> {
	const [latest] = await listExecutions(client, { workflowId, limit: 1 });
	if (latest === undefined) return 'there is no execution';
	const execution = await getExecution(client, latest.id);
	const failed = itemsOf(execution, { node: 'Send' }).find(({ json, error }) => (error ?? json.error) !== undefined);
	return JSON.stringify(failed ?? execution.error ?? 'no item failed').slice(0, SHOWN_CHARACTERS);
}

async function runContender(
	world: World,
	{ row, side, say }: { row: Row; side: 'ours' | 'peer'; say: (line: string) => void },
): Promise<Measurement> {
	const path = `${row.id}-${side}`;
	const contender = row.contenders(world.phoneNumberId)[side];
	const workflow = await createWorkflow(world.client, benchWorkflow(world, { path, load: row.load, contender }));
	await publishWorkflow(world.client, workflow.id);
	const people = Array.from({ length: row.people }, (_, index) => row.person(index, world));
	await world.sandbox.control('POST', 'reset');
	await world.sandbox.control('POST', 'templates', { definition: TEMPLATE });
	// What follows an accepted message is not part of sending, and would take processor time from n8n.
	await world.sandbox.control('POST', 'settings', { autoStatus: false });
	await measure(world, { path, people: people.slice(0, row.warmUp) });
	await world.sandbox.control('POST', 'settings', row.settings);
	const measurement = await measure(world, { path, people });
	say(`${row.id} ${side}: ${JSON.stringify(measurement)}`);
	if (measurement.lost > 0) say(`${row.id} ${side}: ${await firstFailure(world, workflow.id)}`);
	await deleteWorkflow(world.client, workflow.id);
	await settle(world);
	return measurement;
}

async function runRow(world: World, row: Row, say: (line: string) => void): Promise<Result> {
	const ours = await runContender(world, { row, side: 'ours', say });
	const peer = await runContender(world, { row, side: 'peer', say });
	const ratios = { wall: ratio(ours.wallMs, peer.wallMs), cpu: ratio(ours.cpuMs, peer.cpuMs) };
	return { id: row.id, ours, peer, ratio: ratios };
}

/** Runs the chosen rows, ours first: what a run leaves in memory then speaks for the other node. */
export async function benchSend(options: {
	setup: Setup;
	dataDir: string;
	rows: readonly string[];
	say: (line: string) => void;
}): Promise<Result[]> {
	const { rows, say } = options;
	const chosen = ROWS.filter(({ id }) => rows.includes(id));
	const results: Result[] = [];
	if (chosen.length > 0) {
		say(`Starting the sandbox and n8n ${options.setup.n8n.version} …`);
		const world = await startWorld(options);
		try {
			for (const row of chosen) results.push(await runRow(world, row, say));
		} finally {
			await world.stop();
		}
	}
	if (rows.includes(BUILD)) {
		const ours = await measureBuild(options.dataDir);
		say(`${BUILD} ours: ${JSON.stringify(ours)}`);
		results.push({ id: BUILD, ours });
	}
	return results;
}
