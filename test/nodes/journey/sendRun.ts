import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import type { Project } from '../optOut/consent';
import type { Bench, Execution } from '../setup';

/** One marketing message in seven days, as the option's rules. */
export const capOfOne: INodeParameters = { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] };

/** The option Check Before Sending, for marketing. */
export function gateWith(rules: INodeParameters = {}, more: INodeParameters = {}): INodeParameters {
	return { check: { category: 'marketing', consent: 'respectOptOuts', rules, ...more } };
}

/** Sends "Hello" to each of the items' `who`, in a workflow of its own with the gate on. */
export function sendOf(bench: Bench) {
	return async (
		project: Project,
		execution: Pick<Execution, 'items' | 'onError' | 'retry'> & { gate?: INodeParameters; parameters?: INodeParameters; options?: INodeParameters },
	): Promise<NodeRun> => {
		const { gate = gateWith(), parameters, options, ...rest } = execution;
		return await bench.run({
			resource: 'message',
			operation: 'sendText',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			parameters: { to: '={{ $json.who }}', text: 'Hello', options: { gate, retryFor: 0, ...options }, ...parameters },
			...rest,
		});
	};
}

/** What left by each output: the digits that were sent to, or who it was. */
export function sentWays({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.waId ?? json.who ?? json.error));
}
