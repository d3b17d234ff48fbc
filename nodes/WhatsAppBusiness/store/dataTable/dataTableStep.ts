import type { IDataObject, IExecuteFunctions, INodeParameters, IWorkflowBase } from 'n8n-workflow';

/**
 * Data Tables are closed to community nodes, but not to workflows: one step runs as an inline sub-workflow of two
 * nodes, without a credential (n8n-platform 2). It runs in the project of the calling workflow and leaves no entry in
 * the executions list unless it fails.
 */
function inlineWorkflow({ parameters, mayFail }: { parameters: INodeParameters; mayFail?: boolean }): IWorkflowBase {
	const now = new Date(0);
	return {
		id: '',
		name: 'WhatsApp Business: Data Table step',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { inputSource: 'passthrough' },
			},
			{
				id: 'table',
				name: 'Data Table',
				type: 'n8n-nodes-base.dataTable',
				typeVersion: 1.1,
				position: [220, 0],
				parameters,
			},
		],
		connections: { Start: { main: [[{ node: 'Data Table', type: 'main', index: 0 }]] } },
		settings: {
			saveDataSuccessExecution: 'none',
			...(mayFail === true ? { saveDataErrorExecution: 'none' as const } : {}),
			callerPolicy: 'workflowsFromSameOwner',
		},
	};
}

/**
 * Runs one operation of n8n's Data Table node and gives its rows back.
 *
 * @param step.parameters the Data Table node's parameters (version 1.1)
 * @param step.rows its input items; one empty item when left out
 * @param step.mayFail its failure is nothing that the operator should see among the executions
 * @throws whatever n8n reports: the table is gone, a column was renamed, Data Tables are switched off
 */
export async function runDataTableStep(
	n8n: IExecuteFunctions,
	step: { parameters: INodeParameters; rows?: IDataObject[]; mayFail?: boolean },
): Promise<IDataObject[]> {
	const items = (step.rows ?? [{}]).map((json) => ({ json }));
	const result = await n8n.executeWorkflow({ code: inlineWorkflow(step) }, items);
	return (result.data[0] ?? []).map((item) => item.json);
}
