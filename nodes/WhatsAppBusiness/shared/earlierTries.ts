import { NodeApiError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { OperationItem } from './operation';

/** What became of one item. */
export type Outcome = OperationItem | OperationItem[] | Error;

interface Tries {
	/** Calls of an AI agent's tool may share the execution's data; their items are their own. */
	firstItem: INodeExecutionData | undefined;
	outcomes: Map<number, Outcome>;
}

const known = new WeakMap<object, Tries>();

/**
 * What earlier tries of this run have made of its items. n8n's Retry On Fail runs a node again with all its items, those
 * whose message is out included; it hands each try the same execution data, and a new run gets new ones (n8n 2.41,
 * workflow-execute.js). Always empty while Retry On Fail is off. It lives as long as n8n keeps the run's data.
 */
export function earlierTries(n8n: IExecuteFunctions): Map<number, Outcome> {
	if (n8n.getNode().retryOnFail !== true) return new Map();
	const run = n8n.getExecuteData();
	const [firstItem] = n8n.getInputData();
	const tries = known.get(run);
	if (tries !== undefined && tries.firstItem === firstItem) return tries.outcomes;
	const outcomes = new Map<number, Outcome>();
	known.set(run, { firstItem, outcomes });
	return outcomes;
}

/** Whether another try must leave an item alone: it is done, or its message may be out although no answer came. */
export function isFinal(outcome: Outcome): boolean {
	if (!(outcome instanceof Error)) return true;
	const details: unknown = outcome instanceof NodeApiError ? outcome.context.details : undefined;
	return typeof details === 'object' && details !== null && 'outcome' in details && details.outcome === 'unknown';
}
