import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { findOperation } from '../shared/describe';
import type { Operation, OperationItem } from '../shared/operation';
import { readString } from '../shared/parameters';
import { RunScope } from '../shared/runScope';
import { errorDetailsOf, toNodeError } from '../transport/errors';
import { resources } from './resources';

type Outcome = OperationItem | OperationItem[] | Error;

async function outcomesOf(n8n: IExecuteFunctions, operation: Operation): Promise<Outcome[]> {
	const itemCount = n8n.getInputData().length;
	const run = new RunScope();
	if ('executeAll' in operation) return await operation.executeAll({ n8n, run, itemCount });
	const outcomes: Outcome[] = [];
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		try {
			outcomes.push(await operation.execute({ n8n, run, itemIndex }));
		} catch (error) {
			outcomes.push(error instanceof Error ? error : new Error(String(error)));
			if (!n8n.continueOnFail()) break;
		}
	}
	return outcomes;
}

function failedItem(n8n: IExecuteFunctions, failure: { error: Error; itemIndex: number }): INodeExecutionData {
	const error = toNodeError(n8n.getNode(), failure);
	return {
		json: { error: error.message, errorDetails: errorDetailsOf(error) },
		error,
		pairedItem: { item: failure.itemIndex },
	};
}

/** "Stop" discards the run's output, so what is already done is named: a retry can leave it out. */
function stopped(
	n8n: IExecuteFunctions,
	failure: { error: Error; itemIndex: number; outcomes: Outcome[] },
): Error {
	const error = toNodeError(n8n.getNode(), failure);
	const done = failure.outcomes
		.slice(0, failure.itemIndex)
		.flatMap((outcome, item) => (outcome instanceof Error ? [] : [{ item, outcome }]))
		.map(({ item, outcome }) => {
			const json = Array.isArray(outcome) ? outcome[0]?.json : outcome.json;
			return typeof json?.messageId === 'string' ? { item, messageId: json.messageId } : { item };
		});
	if (done.length === 0) return error;
	error.context.completed = done;
	error.description = `${error.description ?? ''} Items 0 to ${failure.itemIndex - 1} of this run are already done${
		done.some((entry) => 'messageId' in entry) ? ' and their messages sent' : ''
	}: leave them out when you run it again, or set On Error to continue.`.trim();
	return error;
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
	const outcomes = await outcomesOf(this, operation);
	const outputs: INodeExecutionData[][] = (operation.outputs ?? ['']).map(() => []);
	for (const [itemIndex, outcome] of outcomes.entries()) {
		if (outcome instanceof Error) {
			if (!this.continueOnFail()) throw stopped(this, { error: outcome, itemIndex, outcomes });
			outputs[operation.failureOutput ?? 0]?.push(failedItem(this, { error: outcome, itemIndex }));
			continue;
		}
		for (const { json, binary, output } of Array.isArray(outcome) ? outcome : [outcome]) {
			outputs[output ?? 0]?.push({
				json,
				...(binary === undefined ? {} : { binary }),
				pairedItem: { item: itemIndex },
			});
		}
	}
	return outputs;
}
