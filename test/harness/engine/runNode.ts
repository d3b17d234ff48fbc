import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	deepCopy,
	type ExecuteWorkflowData,
	type IExecuteContextData,
	type IExecuteWorkflowInfo,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IRunExecutionData,
	type NodeApiError,
	type NodeOperationError,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { engineReady, withLogs, type LogLine } from './core';
import { INPUT_NAME, INPUT_NODE, keepStaticData, NODE_NAME, setStage, type Scene } from './scene';

/**
 * Answers the node's `this.executeWorkflow(info, items)`: the items of each output of the sub-workflow's last node.
 * `DataTableStandIn.subworkflow` is one.
 */
export type Subworkflow = (
	info: IExecuteWorkflowInfo,
	items: INodeExecutionData[],
) => Promise<Array<INodeExecutionData[] | null>>;

/** One execution of the node under test. */
export interface RunNodeOptions extends Scene {
	/** Default: one empty item. Binary data may be given inline (`{ data: base64, mimeType, fileName }`). */
	items?: INodeExecutionData[];
	/** Default `stopWorkflow`. With `continueErrorOutput` the failed items come last in `outputs`. */
	onError?: INode['onError'];
	/** Retry On Fail, with three tries. */
	retry?: boolean;
	subworkflow?: Subworkflow;
	/** The execution whose wait is over: `run.data` of a `NodeRun`. Items are those that it began with. */
	waiting?: IRunExecutionData;
	/** What earlier nodes of the execution kept: `run.data.executionData.contextData` of a `NodeRun`. */
	contextData?: IExecuteContextData;
	/** Default `trigger`. In `manual` a trigger node would be started instead of executed. */
	mode?: WorkflowExecuteMode;
}

/** What the execution left behind. */
export interface NodeRun {
	/** Items of each output, as n8n passes them on to the next node; [] when the node failed. */
	outputs: INodeExecutionData[][];
	/** The error with which the node stopped the workflow: a plain copy, as n8n records it, so no `instanceof`. */
	error?: NodeApiError | NodeOperationError;
	/** What the node logged (warnings, errors, information). */
	logs: LogLine[];
	/** The engine's record: waiting state, hints, metadata. */
	run: IRun;
}

function subworkflowResult(data: Array<INodeExecutionData[] | null>): ExecuteWorkflowData {
	return { executionId: 'sub', data };
}

/** An execution in which the node comes next, behind the node that gave the items. */
function begun({ node, items, contextData = {} }: { node: INode; items: INodeExecutionData[] } & Pick<RunNodeOptions, 'contextData'>): IRunExecutionData {
	return createRunExecutionData({
		resultData: {
			runData: {
				[INPUT_NAME]: [
					{ startTime: 0, executionIndex: 0, executionTime: 0, source: [], data: { main: [deepCopy(items)] } },
				],
			},
		},
		executionData: {
			nodeExecutionStack: [{ node, data: { main: [items] }, source: { main: [{ previousNode: INPUT_NODE.name }] } }],
			contextData: deepCopy(contextData),
		},
	});
}

/**
 * Runs one node on n8n's real engine (n8n-core, the version in package.json) without a server: real parameters with
 * defaults and expressions, real HTTP, real binary data in a folder of its own, real paired items and On Error.
 *
 * Limits: no database, no task runner, no Data Table (give `subworkflow`). Files without a MIME type and a file name
 * cannot be recognised by their content under Jest, which has no dynamic import.
 *
 * @throws when n8n would refuse to start: a required parameter is missing (`WorkflowHasIssuesError`)
 */
export async function runNode(options: RunNodeOptions): Promise<NodeRun> {
	await engineReady();
	const mode = options.mode ?? 'trigger';
	const stage = setStage(options, { mode, onError: options.onError, retry: options.retry });
	const { subworkflow } = options;
	if (subworkflow !== undefined) {
		stage.additionalData.executeWorkflow = async (info, _additionalData, { inputData }) =>
			subworkflowResult(await subworkflow(info, inputData ?? [{ json: {} }]));
	}
	const items = deepCopy(options.items ?? [{ json: {} }]);
	const runExecutionData = options.waiting === undefined ? begun({ node: stage.node, items, contextData: options.contextData }) : deepCopy(options.waiting);
	const { result: run, logs } = await withLogs(
		async () => await new WorkflowExecute(stage.additionalData, mode, runExecutionData).processRunExecutionData(stage.workflow),
	);
	keepStaticData(options, stage);
	const task = run.data.resultData.runData[NODE_NAME]?.at(-1);
	const error = run.data.resultData.error as NodeApiError | NodeOperationError | undefined;
	return {
		outputs: (task?.data?.main ?? []).map((output) => output ?? []),
		...(error === undefined ? {} : { error }),
		logs,
		run,
	};
}
