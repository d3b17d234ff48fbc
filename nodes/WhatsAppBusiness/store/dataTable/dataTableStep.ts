import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData, INodeParameters, IWorkflowBase } from 'n8n-workflow';

/** One step: an operation, or two of which the second runs once, after the first is committed. */
interface Step {
	/** The Data Table node's parameters (version 1.1). */
	parameters: INodeParameters;
	/** Those of the second operation. */
	next?: INodeParameters;
	/** Its failure is nothing that the operator should see among the executions. */
	mayFail?: boolean;
}

/**
 * Data Tables are closed to community nodes, but not to workflows: one step runs as an inline sub-workflow of two or
 * three nodes, without a credential (n8n-platform 2). It runs in the project of the calling workflow and leaves no entry in
 * the executions list unless it fails.
 */
function inlineWorkflow({ parameters, next, mayFail }: Step): IWorkflowBase {
	const now = new Date(0);
	const operations = [parameters, ...(next === undefined ? [] : [next])];
	const nameOf = (index: number) => (index === 0 ? 'Data Table' : 'Data Table, Then');
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
			...operations.map(
				(operation, index): INode => ({
					id: `table${index}`,
					name: nameOf(index),
					type: 'n8n-nodes-base.dataTable',
					typeVersion: 1.1,
					position: [220 * (index + 1), 0],
					parameters: operation,
					...(index === 0 ? {} : { executeOnce: true }),
				}),
			),
		],
		connections: Object.fromEntries(
			operations.map((_, index) => [
				index === 0 ? 'Start' : nameOf(index - 1),
				{ main: [[{ node: nameOf(index), type: 'main' as const, index: 0 }]] },
			]),
		),
		settings: {
			saveDataSuccessExecution: 'none',
			...(mayFail === true ? { saveDataErrorExecution: 'none' as const } : {}),
			callerPolicy: 'workflowsFromSameOwner',
		},
	};
}

async function run(n8n: IExecuteFunctions, step: Step & { rows: readonly IDataObject[] }): Promise<INodeExecutionData[]> {
	const items = step.rows.map((json) => ({ json }));
	const result = await n8n.executeWorkflow({ code: inlineWorkflow(step) }, items);
	return result.data[0] ?? [];
}

/**
 * Runs one operation of n8n's Data Table node, or two, and gives the rows of the last back.
 *
 * @param step.rows the input items of the first; one empty item when left out
 * @throws whatever n8n reports: the table is gone, a column was renamed, Data Tables are switched off
 */
export async function runDataTableStep(
	n8n: IExecuteFunctions,
	step: Step & { rows?: IDataObject[] },
): Promise<IDataObject[]> {
	const items = await run(n8n, { ...step, rows: step.rows ?? [{}] });
	return items.map((item) => item.json);
}

function inputOf({ pairedItem }: INodeExecutionData): number {
	if (typeof pairedItem === 'object' && !Array.isArray(pairedItem)) return pairedItem.item;
	throw new Error('n8n does not tell which row answers which query');
}

/**
 * Runs an operation once for each input item, such as a query of different tables.
 *
 * @returns what each of the items got
 */
export async function runForEachItem(
	n8n: IExecuteFunctions,
	step: Step & { rows: readonly IDataObject[] },
): Promise<IDataObject[][]> {
	const answers = step.rows.map((): IDataObject[] => []);
	for (const item of await run(n8n, step)) answers[inputOf(item)]?.push(item.json);
	return answers;
}
