import { deepCopy, type IExecuteData, type IExecuteFunctions, type ITaskMetadata, type IWebhookFunctions } from 'n8n-workflow';
import { isJsonObject } from '../../../core/shared/json';

/**
 * A wait in two legs: when the first is over, n8n runs the node once more, which reminds the person and parks again.
 *
 * n8n passes a node that waited on without running it (workflow-execute.js, handleWaitingState). So a second entry for the
 * node is put behind the waiting one, on the stack of what is still to run; the waiting one then passes on nothing. The
 * stack is no part of n8n's interface for nodes: where it is not found (n8n 2.41 has it), there is no second leg.
 */
type Stack = IExecuteData[];

interface LegMetadata extends ITaskMetadata {
	/** Nonce of the wait that the entry belongs to. */
	whatsAppSecondLeg?: string;
}

function stackOf(n8n: object): Stack | undefined {
	const run: unknown = 'runExecutionData' in n8n ? n8n.runExecutionData : undefined;
	const execution = isJsonObject(run) ? run.executionData : undefined;
	const stack = isJsonObject(execution) ? execution.nodeExecutionStack : undefined;
	return Array.isArray(stack) ? (stack as Stack) : undefined;
}

function nonceOf({ metadata }: IExecuteData): string | undefined {
	return (metadata as LegMetadata | undefined)?.whatsAppSecondLeg;
}

/** The nonce of the wait whose second leg this run of the node is; undefined in any other run. */
export function secondLegOf(n8n: IExecuteFunctions): string | undefined {
	return nonceOf(n8n.getExecuteData());
}

/**
 * Has the node run once more, with the input it has now, when this wait is over. To be called before `park` changes that.
 *
 * @returns whether n8n will do so
 */
export function addSecondLeg(n8n: IExecuteFunctions, nonce: string): boolean {
	const stack = stackOf(n8n);
	if (stack === undefined) return false;
	const { node, data, source } = n8n.getExecuteData();
	const metadata: LegMetadata = { whatsAppSecondLeg: nonce };
	// Copies: n8n marks the waiting node as disabled, and keeps what is the same object the same.
	stack.unshift({ node: deepCopy(node), data: deepCopy(data), source: deepCopy(source), metadata });
	return true;
}

/** Takes the second leg back, because the wait has its answer. */
export function dropSecondLeg(n8n: IWebhookFunctions, nonce: string): void {
	const stack = stackOf(n8n);
	// The first entry is the one that waits now, which in the second leg is that leg itself.
	const index = stack?.findIndex((entry, at) => at > 0 && nonceOf(entry) === nonce) ?? -1;
	if (index > 0) stack?.splice(index, 1);
}
