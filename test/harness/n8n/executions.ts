import { parse } from 'flatted';
import type { N8nClient } from './n8nClient';
import { until } from './poll';

/** One item that a node put out. */
export interface OutputItem {
	json: Record<string, unknown>;
	error?: unknown;
	pairedItem?: unknown;
	binary?: Record<string, unknown>;
}

/** One run of one node. */
export interface NodeRun {
	/** By output index; an output that nothing left by is empty. */
	outputs: OutputItem[][];
	error?: { message: string; description?: string };
}

/** One run of a workflow, with what each node put out. */
export interface Execution {
	id: string;
	workflowId: string;
	status: string;
	runs: Record<string, NodeRun[]>;
	error?: { message: string; description?: string };
}

interface ExecutionSummary {
	id: string;
	status: string;
	finished?: boolean;
	/** ISO 8601; null until it begins. */
	startedAt?: string | null;
}

interface RawRun {
	data?: { main?: Array<OutputItem[] | null> };
	error?: { message: string; description?: string };
}

interface RawExecution extends ExecutionSummary {
	workflowId: string;
	data: string;
}

interface RawExecutionData {
	resultData: { runData?: Record<string, RawRun[]>; error?: { message: string; description?: string } };
}

const UNFINISHED = new Set(['new', 'running', 'waiting', 'unknown']);

/** Whether a run is over, and its data therefore whole. */
export function isFinished({ status }: { status: string }): boolean {
	return !UNFINISHED.has(status);
}

function toRun(raw: RawRun): NodeRun {
	return { outputs: (raw.data?.main ?? []).map((items) => items ?? []), error: raw.error };
}

/** As many as n8n lists at once. */
const PAGE_SIZE = 100;

const CURRENT = new Set(['new', 'running']);

/** The newest runs of a workflow (of all when none is named), up to 100. */
export async function listExecutions(
	client: N8nClient,
	{ limit = 50, ...filter }: { workflowId?: string; startedBefore?: string; limit?: number },
): Promise<ExecutionSummary[]> {
	const { results } = await client.request<{ results: ExecutionSummary[] }>({
		method: 'GET',
		path: '/rest/executions',
		query: { filter: JSON.stringify(filter), limit },
	});
	return results;
}

/**
 * All runs of a workflow. n8n's own cursor goes on by ID through a list in the order of the starts, which leaves out runs
 * that began in another order than they were made; so each page begins where the one before ended in time.
 */
export async function allExecutions(client: N8nClient, workflowId: string): Promise<ExecutionSummary[]> {
	const all = new Map<string, ExecutionSummary>();
	for (let startedBefore: string | undefined; ; ) {
		const page = await listExecutions(client, { workflowId, startedBefore, limit: PAGE_SIZE });
		const before = all.size;
		for (const run of page) all.set(run.id, run);
		// Those under way come on every page, whenever they began.
		const starts = page.flatMap(({ status, startedAt }) => (CURRENT.has(status) ? [] : (startedAt ?? []))).sort();
		if (page.length < PAGE_SIZE || all.size === before) return [...all.values()];
		[startedBefore] = starts;
	}
}

/** One run with its data, which n8n writes a moment after it lists the run. */
export async function getExecution(client: N8nClient, id: string): Promise<Execution> {
	const raw = await until(
		{ what: `the data of execution ${id}` },
		async () => await client.request<RawExecution | undefined>({ method: 'GET', path: `/rest/executions/${id}` }),
	);
	const { resultData } = parse(raw.data) as RawExecutionData;
	const runs = Object.entries(resultData.runData ?? {}).map(([name, list]) => [name, list.map(toRun)] as const);
	return {
		id: raw.id,
		workflowId: raw.workflowId,
		status: raw.status,
		runs: Object.fromEntries(runs),
		error: resultData.error,
	};
}

/** Ids of the runs there are now, to tell later ones from them. */
export async function knownExecutions(client: N8nClient, workflowId?: string): Promise<Set<string>> {
	const list = await listExecutions(client, { workflowId, limit: 100 });
	return new Set(list.map(({ id }) => id));
}

/**
 * Waits for a finished run that is not among the known ones and that fits.
 *
 * @param options what: completes "Waited 30 s for …"; fits: every run by default
 */
export async function nextExecution(
	client: N8nClient,
	options: {
		workflowId?: string;
		known: ReadonlySet<string>;
		what: string;
		timeoutMs?: number;
		fits?: (execution: Execution) => boolean;
	},
): Promise<Execution> {
	const rejected = new Set<string>();
	const describe = () => `${rejected.size} other runs finished meanwhile`;
	return await until({ what: options.what, timeoutMs: options.timeoutMs, describe }, async () => {
		const list = await listExecutions(client, { workflowId: options.workflowId });
		for (const summary of list) {
			const { id } = summary;
			if (options.known.has(id) || rejected.has(id) || !isFinished(summary)) continue;
			const execution = await getExecution(client, id);
			if (options.fits?.(execution) ?? true) return execution;
			rejected.add(id);
		}
		return undefined;
	});
}

/** All items of all runs of one node in an execution, output by output. */
export function itemsOf(execution: Execution, { node, output = 0 }: { node: string; output?: number }): OutputItem[] {
	return (execution.runs[node] ?? []).flatMap((run) => run.outputs[output] ?? []);
}
