import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { findOperation } from '../shared/describe';
import { earlierTries, isFinal, type Outcome } from '../shared/earlierTries';
import type { ItemOperation, Operation } from '../shared/operation';
import { readString } from '../shared/parameters';
import { RunScope } from '../shared/runScope';
import { errorDetailsOf, toNodeError } from '../transport/errors';
import { resources } from './resources';

/** Most messages that the error of a stopped run names. */
const NAMED_MESSAGES = 20;

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

/** Requests under way at once, unless the operator chose otherwise: enough for Meta's 80 messages a second at 500 ms each. */
const CONCURRENCY = 40;

const MOST_CONCURRENCY = 200;

function concurrencyOf(n8n: IExecuteFunctions): number {
	// This option alone: another one may have an expression that fails for the first item only.
	const chosen = Number(n8n.getNodeParameter('options.concurrency', 0, CONCURRENCY));
	return Number.isInteger(chosen) && chosen > 0 ? Math.min(MOST_CONCURRENCY, chosen) : CONCURRENCY;
}

/** Runs of this size or more tell the editor how far they are. */
const LONG_RUN = 100;

/** To be called after each item; speaks up ten times in a long run in the editor. */
function progress(n8n: IExecuteFunctions, itemCount: number): () => void {
	let done = 0;
	return () => {
		done += 1;
		const isTenth = Math.floor((done * 10) / itemCount) > Math.floor(((done - 1) * 10) / itemCount);
		if (itemCount >= LONG_RUN && isTenth) n8n.sendMessageToUI(`${done} of ${itemCount} items done`);
	};
}

async function outcomesByItem(
	n8n: IExecuteFunctions,
	{ operation, run, itemCount }: { operation: ItemOperation; run: RunScope; itemCount: number },
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	const earlier = earlierTries(n8n);
	const tell = progress(n8n, itemCount);
	let next = 0;
	let failed = false;
	const attempt = async (itemIndex: number): Promise<Outcome> => {
		try {
			return await operation.execute({ n8n, run, itemIndex });
		} catch (error) {
			return asError(error);
		}
	};
	const worker = async () => {
		while (next < itemCount && !(failed && !n8n.continueOnFail())) {
			const itemIndex = next++;
			const outcome = earlier.get(itemIndex) ?? (await attempt(itemIndex));
			outcomes[itemIndex] = outcome;
			if (isFinal(outcome)) earlier.set(itemIndex, outcome);
			if (outcome instanceof Error) failed = true;
			tell();
		}
	};
	const workers = operation.parallel === true ? Math.min(concurrencyOf(n8n), itemCount) : 1;
	await Promise.all(Array.from({ length: workers }, worker));
	return outcomes;
}

async function outcomesOf(
	n8n: IExecuteFunctions,
	{ operation, run }: { operation: Operation; run: RunScope },
): Promise<Outcome[]> {
	const itemCount = n8n.getInputData().length;
	try {
		if ('executeAll' in operation) return await operation.executeAll({ n8n, run, itemCount });
		return await outcomesByItem(n8n, { operation, run, itemCount });
	} catch (error) {
		// When a node throws while On Error continues, n8n passes its input on by the first output: a check whose
		// store is broken would let everyone through. So the failure becomes one of each item.
		return Array.from({ length: itemCount }, () => asError(error));
	}
}

/**
 * A failed item. n8n knows it by these two keys and no other beside them; it replaces the JSON of an item that has an
 * `error` of its own by the message alone, so the error itself does not go along (n8n-core, workflow-execute.js).
 */
function failedItem(n8n: IExecuteFunctions, failure: { error: Error; itemIndex: number }): INodeExecutionData {
	const error = toNodeError(n8n.getNode(), failure);
	return {
		json: { error: error.message, details: errorDetailsOf(error) },
		pairedItem: { item: failure.itemIndex },
	};
}

function named(title: string, items: string[]): string {
	const more = items.length > NAMED_MESSAGES ? ` and ${items.length - NAMED_MESSAGES} more` : '';
	return items.length === 0 ? '' : `${title}: ${items.slice(0, NAMED_MESSAGES).join(', ')}${more}.`;
}

/** "Stop" discards the run's output, so the messages that are or may be out already are named: a second run can leave them out. */
function stopped(
	n8n: IExecuteFunctions,
	failure: { error: Error; itemIndex: number; outcomes: Outcome[] },
): Error {
	const error = toNodeError(n8n.getNode(), failure);
	const sent = failure.outcomes.flatMap((outcome, item) => {
		const messageId = outcome instanceof Error || Array.isArray(outcome) ? undefined : outcome.json.messageId;
		return typeof messageId === 'string' ? [{ item, messageId }] : [];
	});
	const unclear = failure.outcomes.flatMap((outcome, item) =>
		item !== failure.itemIndex && outcome instanceof Error && isFinal(outcome) ? [item] : [],
	);
	if (sent.length === 0 && unclear.length === 0) return error;
	if (sent.length > 0) error.context.completed = sent;
	if (unclear.length > 0) error.context.unclear = unclear;
	error.description = [
		error.description ?? '',
		named('Already sent in this run', sent.map(({ item, messageId }) => `item ${item} (${messageId})`)),
		named('May have been sent, without an answer', unclear.map((item) => `item ${item}`)),
		'Leave these items out when you run it again, or set On Error to continue.',
	]
		.filter((part) => part !== '')
		.join(' ');
	return error;
}

function outputCount(n8n: IExecuteFunctions, { outputs }: Operation): number {
	if (outputs === undefined || Array.isArray(outputs)) return outputs?.length ?? 1;
	return n8n.getNodeOutputs().filter(({ category }) => category !== 'error').length;
}

/** The one loop and the one catch of the node: runs the chosen operation and pairs what it gives with its input. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const chosen = {
		resource: readString(this, { name: 'resource', itemIndex: 0 }),
		operation: readString(this, { name: 'operation', itemIndex: 0 }),
	};
	const operation = findOperation(resources, chosen);
	if (operation === undefined) {
		throw new NodeOperationError(this.getNode(), `Unknown operation "${chosen.operation}" of "${chosen.resource}"`, {
			description: 'Choose the operation again: this workflow was made with another version of the node.',
		});
	}
	const run = new RunScope();
	const outcomes = await outcomesOf(this, { operation, run });
	await run.end();
	for (const message of run.hints) this.addExecutionHints({ message, location: 'outputPane' });
	const outputs: INodeExecutionData[][] = Array.from({ length: outputCount(this, operation) }, () => []);
	// A run that stops leaves holes: items that were never begun.
	for (const [itemIndex, outcome] of outcomes.entries()) {
		if (outcome === undefined) continue;
		if (outcome instanceof Error) {
			if (!this.continueOnFail()) throw stopped(this, { error: outcome, itemIndex, outcomes });
			(outputs.at(operation.failureOutput ?? 0) ?? outputs[0])?.push(failedItem(this, { error: outcome, itemIndex }));
			continue;
		}
		for (const { json, binary, output } of Array.isArray(outcome) ? outcome : [outcome]) {
			// As a tool of an agent the node has one output, whatever the editor would show.
			(outputs[output ?? 0] ?? outputs[0])?.push({
				json,
				...(binary === undefined ? {} : { binary }),
				pairedItem: { item: itemIndex },
			});
		}
	}
	return outputs;
}
