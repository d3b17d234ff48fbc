import type { INodeParameters } from 'n8n-workflow';
import { DataTableStandIn, type Subworkflow } from '../../harness/engine';
import type { Bench, Execution } from '../setup';

export const CONSENT = 'whatsapp_consent';
export const SETUP = 'whatsapp_setup';
const DATES = ['recordedAt', 'until', 'createdAt', 'updatedAt'];

/** One n8n project: its Data Tables, and a workflow of its own, which the node remembers tables by. */
export interface Project {
	tables: DataTableStandIn;
	subworkflow: Subworkflow;
	workflowId: string;
}

let projects = 0;

export function newProject(): Project {
	const tables = new DataTableStandIn();
	return {
		tables,
		workflowId: `project-${++projects}`,
		// n8n's Data Table node gives dates as Date objects (data-table/utils/sql-utils.js); the stand-in gives text.
		subworkflow: async (info, items) => {
			const outputs = await tables.subworkflow(info, items);
			return outputs.map((output) => output?.map((item) => ({ ...item, json: withDates(item.json) as never })) ?? null);
		},
	};
}

function withDates(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			DATES.includes(key) && typeof value === 'string' ? new Date(value) : value,
		]),
	);
}

/** Runs an operation of Opt-Out in a project. */
export function optOutOf(bench: Bench) {
	return async (
		project: Project,
		execution: Pick<Execution, 'operation' | 'items' | 'onError'> & { parameters?: INodeParameters },
	) =>
		await bench.run({
			resource: 'optOut',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			...execution,
		});
}

/** The columns as the node makes them, and a row of an opt-out of everything. */
export const COLUMNS = [
	...['contactKey', 'phone', 'userId', 'category', 'state', 'reason', 'source', 'messageId'].map((name) => ({
		name,
		type: 'string' as const,
	})),
	{ name: 'recordedAt', type: 'date' as const },
	{ name: 'until', type: 'date' as const },
];

export function rowOf(changes: Record<string, unknown>): Record<string, unknown> {
	return {
		category: 'all',
		state: 'opted_out',
		recordedAt: '2026-01-02T03:04:05.678Z',
		...changes,
	};
}
