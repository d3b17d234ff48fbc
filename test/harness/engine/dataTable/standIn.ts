import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	deepCopy,
	NodeOperationError,
	Workflow,
	type ExecutionError,
	type IExecuteWorkflowInfo,
	type INodeExecutionData,
	type IWorkflowBase,
} from 'n8n-workflow';
import { engineReady } from '../core';
import { EngineCredentials } from '../credentials';
import { NodeTypes, PassThrough } from '../nodeTypes';
import { additionalDataFor } from '../scene';
import { dataTableNode } from './node';
import type { Column, Row } from './table';
import { Tables } from './tables';

const START_TYPE = 'n8n-nodes-base.executeWorkflowTrigger';
const TABLE_TYPE = 'n8n-nodes-base.dataTable';

/**
 * n8n's Data Tables for tests: hand `subworkflow` to `runNode`, and every inline workflow
 * [Execute Workflow Trigger → Data Table 1.1] that the node under test starts runs on the engine against tables in
 * memory. Known operations: table create, list, delete; row get, insert, update, upsert, deleteRows.
 * It copies the node's parameters, checks and messages; only the end-to-end test proves the real thing.
 */
export class DataTableStandIn {
	private readonly tables: Tables;

	private failure: Error | undefined;

	private readonly steps: IExecuteWorkflowInfo[] = [];

	/**
	 * @param options.now stamps `createdAt` and `updatedAt`
	 * @param options.commit awaited between giving IDs to inserted rows and showing them: Postgres may stall there
	 */
	constructor(options: { now?: () => Date; commit?: () => Promise<void> } = {}) {
		this.tables = new Tables(options);
	}

	/** Every sub-workflow step so far fails until `repair()`, as when Data Tables are switched off or the database is gone. */
	break(message = 'Attempted to use Data table node but the module is disabled'): void {
		this.failure = new Error(message);
	}

	repair(): void {
		this.failure = undefined;
	}

	/** The operator deletes the table in n8n's UI. */
	lose(tableName: string): void {
		this.tables.delete(tableName);
	}

	/** The operator (or an earlier run) made this table. */
	create(definition: { name: string; columns: Column[]; rows?: Array<Record<string, unknown>> }): void {
		this.tables.create(definition).insert((definition.rows ?? []) as Row[]);
	}

	/** The operator removes a column. */
	removeColumn(where: { table: string; column: string }): void {
		this.tables.byName(where.table)?.removeColumn(where.column);
	}

	/** The table's rows, oldest first; undefined when there is no such table. */
	rows(tableName: string): Row[] | undefined {
		return this.tables.byName(tableName)?.all();
	}

	/** Number of sub-workflows run so far: each costs tens of milliseconds in a real n8n. */
	get stepCount(): number {
		return this.steps.length;
	}

	/** The `subworkflow` option of `runNode`. */
	readonly subworkflow = async (
		info: IExecuteWorkflowInfo,
		items: INodeExecutionData[],
	): Promise<Array<INodeExecutionData[] | null>> => {
		this.steps.push(info);
		if (this.failure !== undefined) throw this.failure;
		if (info.code === undefined) throw new Error('The Data Table stand-in runs inline workflows only');
		return await runInline(info.code, { items, tables: this.tables });
	};
}

/** The engine records errors as plain objects; n8n makes them errors again for the caller (cli/utils/object-to-error.js). */
function asThrown(recorded: ExecutionError, workflow: Workflow): Error {
	const node = 'node' in recorded && recorded.node !== undefined ? workflow.getNode(recorded.node.name) : null;
	if (node === null) return new Error(recorded.message);
	const error = new NodeOperationError(node, recorded, { message: recorded.message });
	if (recorded.description !== undefined) error.description = recorded.description;
	return error;
}

async function runInline(
	code: IWorkflowBase,
	input: { items: INodeExecutionData[]; tables: Tables },
): Promise<Array<INodeExecutionData[] | null>> {
	await engineReady();
	const workflow = new Workflow({
		...deepCopy({ id: code.id, name: code.name, connections: code.connections, settings: code.settings }),
		nodes: deepCopy(code.nodes),
		active: false,
		nodeTypes: new NodeTypes({
			[START_TYPE]: new PassThrough({ name: 'executeWorkflowTrigger', inputs: 0 }),
			[TABLE_TYPE]: dataTableNode(input.tables),
		}),
	});
	const start = Object.values(workflow.nodes).find(({ type }) => type === START_TYPE);
	if (start === undefined) throw new Error('Missing node to start execution');
	const additionalData = additionalDataFor(
		{ executionId: 'sub', workflowId: code.id },
		{ mode: 'integrated', credentials: new EngineCredentials(undefined) },
	);
	additionalData.hooks = new ExecutionLifecycleHooks('integrated', 'sub', code);
	const run = await new WorkflowExecute(
		additionalData,
		'integrated',
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node: start, data: { main: [deepCopy(input.items)] }, source: null }],
			},
		}),
	).processRunExecutionData(workflow);
	const { error, lastNodeExecuted, runData } = run.data.resultData;
	if (error !== undefined) throw asThrown(error, workflow);
	return runData[lastNodeExecuted ?? '']?.at(-1)?.data?.main ?? [];
}
