import { setTimeout as pause } from 'node:timers/promises';
import { isFinished, listExecutions } from '../../harness/n8n/executions';
import { deleteWorkflow } from '../../harness/n8n/workflows';
import { groupCpuMs } from '../host/processUsage';
import { settle, type World } from '../host/world';
import { statusBatch, type Delivery } from './bodies';
import {
	builtIn,
	ours,
	publish,
	saveTriggerCredentials,
	webhook,
	type Contender,
	type Receiver,
	type TriggerCredentials,
} from './contenders';
import { Caller, countStatuses, repeatedFor } from './load';
import type { Result, RowContext } from './result';
import { median, quantile, rounded } from './statistics';

const ROUNDS = 12;
const BLOCK_MS = 2000;
const WARM_UP_MS = 3000;
const CONNECTIONS = 4;
const LOOK_EVERY_MS = 20;

/** What n8n makes of the request. */
interface Expected {
	status: number;
	starts: boolean;
}

const IGNORES: Expected = { status: 200, starts: false };

interface Runner extends Expected {
	receiver: Receiver;
	blocks: Block[];
}

interface Block {
	perSecond: number;
	/** Processor time of n8n per webhook. */
	cpuMs: number;
	p95Ms: number;
}

/** The same question that our filter answers, as an expression for the Webhook node. */
const IS_FAILED =
	"={{ $json.body.entry.some((entry) => entry.changes.some((change) => (change.value.statuses ?? []).some((status) => status.status === 'failed'))) }}";

/** All take the same request, a status that nobody waits for; see docs/benchmarks.md for what each stands for. */
function contenders(credentials: TriggerCredentials): Array<Contender & Expected> {
	return [
		{ ...ours(credentials, { events: ['messages', 'statuses'], filters: { statuses: ['failed'] } }), ...IGNORES },
		{ ...webhook('peer', { onlyRunIf: IS_FAILED }), ...IGNORES },
		{ ...builtIn(credentials, ['failed']), ...IGNORES },
		{ ...webhook('starting', {}), status: 200, starts: true },
		{ ...webhook('refusing', { ipWhitelist: '192.0.2.1' }), status: 403, starts: false },
	];
}

async function runBlock(world: World, runner: Runner, block: { delivery: Delivery; ms: number }): Promise<Block> {
	const caller = new Caller(CONNECTIONS);
	// Connects, and reads again what was kept in memory only while the others had their turn.
	await caller.postAll(runner.receiver.url, Array.from({ length: CONNECTIONS }, () => block.delivery));
	await settle(world);
	const cpuBefore = groupCpuMs(world.n8n.pid);
	const startedAt = performance.now();
	const answers = await caller.postAll(runner.receiver.url, repeatedFor(block.ms, block.delivery));
	// n8n answers before the execution is done, and would look quick by putting off the work.
	if (runner.starts) await executionsDone(world, runner.receiver);
	const seconds = (performance.now() - startedAt) / 1000;
	caller.close();
	await settle(world);
	const cpuMs = (groupCpuMs(world.n8n.pid) - cpuBefore) / answers.length;
	const wrong = answers.filter(({ status }) => status !== runner.status);
	if (wrong.length > 0) throw new Error(`${runner.receiver.id} answered ${JSON.stringify(countStatuses(wrong))}`);
	return { perSecond: answers.length / seconds, cpuMs, p95Ms: quantile(answers.map(({ ms }) => ms), 0.95) };
}

async function executionsDone({ client }: World, { workflowId }: Receiver): Promise<void> {
	while (!(await listExecutions(client, { workflowId })).every(isFinished)) await pause(LOOK_EVERY_MS);
}

function summary({ blocks }: Runner): Block {
	return {
		perSecond: rounded(median(blocks.map(({ perSecond }) => perSecond)), 1),
		cpuMs: rounded(median(blocks.map(({ cpuMs }) => cpuMs)), 1),
		p95Ms: rounded(median(blocks.map(({ p95Ms }) => p95Ms)), 1),
	};
}

/** Median over the rounds: within one round the machine is as busy for one as for the other, nearly. */
function ratio(one: Runner, { other, of }: { other: Runner; of: keyof Block }): number {
	return rounded(median(one.blocks.map((block, round) => block[of] / (other.blocks[round]?.[of] ?? 0))));
}

function ratios([own, ...others]: Runner[], of: keyof Block): Record<string, number> {
	if (own === undefined) return {};
	return Object.fromEntries(others.map((other) => [other.receiver.id, ratio(own, { other, of })]));
}

/** Webhooks per second that start nothing, of all contenders in turn. */
export async function idle({ world, say }: RowContext): Promise<Result> {
	const credentials = await saveTriggerCredentials(world);
	const delivery = statusBatch(credentials.appSecret, { name: 'idle', size: 1, state: 'delivered' });
	const runners: Runner[] = [];
	for (const each of contenders(credentials)) {
		const receiver = await publish(world, each, { keepExecutions: !each.starts });
		runners.push({ receiver, status: each.status, starts: each.starts, blocks: [] });
	}
	await settle(world);
	for (const runner of runners) await runBlock(world, runner, { delivery, ms: WARM_UP_MS });
	for (let round = 0; round < ROUNDS; round++) {
		// Another one begins each round, so that none is always the first after a pause.
		const turn = [...runners.slice(round % runners.length), ...runners.slice(0, round % runners.length)];
		for (const runner of turn) runner.blocks.push(await runBlock(world, runner, { delivery, ms: BLOCK_MS }));
		say(`idle ${round + 1}/${ROUNDS}: ${runners.map(({ receiver, blocks }) => `${receiver.id} ${rounded(blocks.at(-1)?.perSecond ?? 0, 1)}/s`).join(', ')}`);
	}
	for (const { receiver, starts } of runners) {
		const started = await listExecutions(world.client, { workflowId: receiver.workflowId, limit: 1 });
		if (!starts && started.length > 0) throw new Error(`${receiver.id} started an execution`);
		await deleteWorkflow(world.client, receiver.workflowId);
	}
	const summaries = Object.fromEntries(runners.map((runner) => [runner.receiver.id, summary(runner)]));
	const { peer, ...rest } = ratios(runners, 'perSecond');
	return {
		id: 'idle',
		ours: summaries.ours ?? {},
		...summaries,
		ratio: { perSecond: peer, ...rest, cpuMs: ratios(runners, 'cpuMs') },
	};
}
