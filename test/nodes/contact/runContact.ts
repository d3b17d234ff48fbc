import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import type { Project } from '../optOut/consent';
import { itemsOf, type Bench } from '../setup';

/** The Data Table of contacts. */
export const CONTACTS = 'whatsapp_contacts';

/** Runs an operation of Contact in a project. */
export function contactOf(bench: Bench) {
	return async (project: Project, operation: string, parameters: INodeParameters = {}, items: object[] = [{}]): Promise<NodeRun> =>
		await bench.run({
			resource: 'contact',
			operation,
			parameters,
			items: itemsOf(...(items as never[])),
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
		});
}
