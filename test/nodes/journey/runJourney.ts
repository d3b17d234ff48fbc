import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import { ANA, itemsOf, SENDER, type Bench } from '../setup';
import type { Project } from '../optOut/consent';

/** An item as the trigger gives it: a text of Ana's unless told otherwise. */
export function event(changes: object = {}): object {
	return { kind: 'message', type: 'text', text: 'Hello', phone: `+${ANA}`, contactKey: ANA, messageId: 'wamid.1', phoneNumberId: SENDER, timestamp: new Date().toISOString(), ...changes };
}

/** Runs an operation of Journey in a project. */
export function journeyOf(bench: Bench) {
	return async (project: Project, operation: string, parameters: INodeParameters = {}, items: object[] = [{}]): Promise<NodeRun> =>
		await bench.run({
			resource: 'journey',
			operation,
			parameters,
			items: itemsOf(...(items as never[])),
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
		});
}
