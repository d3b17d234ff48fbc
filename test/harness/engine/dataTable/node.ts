import {
	NodeConnectionTypes,
	NodeOperationError,
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';
import type { Column, Filter, Table } from './table';
import type { Tables } from './tables';

/** Where an operation runs. */
interface Step {
	n8n: IExecuteFunctions;
	tables: Tables;
	itemIndex: number;
}

const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];

function read<T>({ n8n, itemIndex }: Step, parameter: { name: string; fallback?: unknown }): T {
	return n8n.getNodeParameter(parameter.name, itemIndex, parameter.fallback) as T;
}

function tableOf(step: Step): Table {
	const { mode, value } = read<{ mode: string; value: string }>(step, { name: 'dataTableId' });
	if (mode !== 'name') return step.tables.byId(value);
	// n8n takes the first name that matches, and so does the stand-in.
	const found = step.tables.search(value.toLowerCase())[0];
	if (found === undefined) throw new UserError(`Data table with name "${value}" not found`);
	return found;
}

function filterOf(step: Step, rule: { required: boolean }): Filter {
	const conditions = read<Filter['conditions']>(step, { name: 'filters.conditions', fallback: [] });
	if (rule.required && conditions.length === 0) throw new UserError('At least one condition is required');
	return { conditions, matchType: read(step, { name: 'matchType', fallback: 'anyCondition' }) };
}

function rowOf(step: Step): IDataObject {
	const mapped = read<string>(step, { name: 'columns.mappingMode' }) !== 'autoMapInputData';
	const given = mapped
		? read<IDataObject>(step, { name: 'columns.value', fallback: {} })
		: { ...step.n8n.getInputData()[step.itemIndex]?.json };
	for (const [key, value] of Object.entries(given)) {
		if (!mapped && SYSTEM_COLUMNS.includes(key)) delete given[key];
		else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
			const kind = Array.isArray(value) ? 'array' : 'object';
			throw new UserError(`unexpected ${kind} input '${JSON.stringify(value)}' in row ${step.itemIndex}`);
		}
	}
	return given;
}

function describe({ id, name, columns }: Table): IDataObject {
	return { id, name, columns: columns.map((column, index) => ({ ...column, index })) };
}

function dryRunRefused(step: Step): void {
	if (read<boolean>(step, { name: 'options.dryRun', fallback: false })) {
		throw new UserError('The stand-in does not know dry runs');
	}
}

const TABLE_OPERATIONS: Record<string, (step: Step) => IDataObject[]> = {
	create(step) {
		const name = read<string>(step, { name: 'tableName' });
		const reuse = read<boolean>(step, { name: 'options.createIfNotExists', fallback: false });
		const existing = step.tables.byName(name);
		if (reuse && existing !== undefined) return [describe(existing)];
		const columns = read<Column[]>(step, { name: 'columns.column', fallback: [] });
		return [describe(step.tables.create({ name, columns }))];
	},
	list(step) {
		const found = step.tables.search(read(step, { name: 'options.filterName', fallback: '' })).map(describe);
		return read<boolean>(step, { name: 'returnAll' }) ? found : found.slice(0, read(step, { name: 'limit' }));
	},
	delete(step) {
		const table = tableOf(step);
		step.tables.delete(table.name);
		return [{ success: true, deletedTableId: table.id }];
	},
};

const ROW_OPERATIONS: Record<string, (step: Step) => IDataObject[]> = {
	get(step) {
		const table = tableOf(step);
		const sorted = read<boolean>(step, { name: 'orderBy' });
		const all = read<boolean>(step, { name: 'returnAll' });
		return table.get({
			filter: filterOf(step, { required: false }),
			...(sorted
				? {
						sortBy: {
							column: read(step, { name: 'orderByColumn' }),
							direction: read(step, { name: 'orderByDirection' }),
						},
					}
				: {}),
			...(all ? {} : { limit: read(step, { name: 'limit' }) }),
		});
	},
	update(step) {
		dryRunRefused(step);
		return tableOf(step).update({ data: rowOf(step), filter: filterOf(step, { required: true }) });
	},
	upsert(step) {
		dryRunRefused(step);
		return tableOf(step).upsert({ data: rowOf(step), filter: filterOf(step, { required: true }) });
	},
	deleteRows(step) {
		dryRunRefused(step);
		return tableOf(step).delete(filterOf(step, { required: true }));
	},
};

/** Insert alone is done for all items at once. */
async function insert(step: Step): Promise<INodeExecutionData[]> {
	const rows = step.n8n.getInputData().map((_, itemIndex) => rowOf({ ...step, itemIndex }));
	const table = tableOf(step);
	const prepared = table.prepare(rows);
	await step.tables.commit();
	const made = table.show(prepared);
	if (read<boolean>(step, { name: 'options.optimizeBulk', fallback: false })) {
		return [{ json: { success: true, insertedRows: made.length } }];
	}
	return made.map((json, item) => ({ json, pairedItem: { item } }));
}

function perItem(step: Step, operation: ((step: Step) => IDataObject[]) | undefined): INodeExecutionData[] {
	if (operation === undefined) throw new UserError('The stand-in does not know this operation of the Data Table node');
	return step.n8n
		.getInputData()
		.flatMap((_, itemIndex) =>
			operation({ ...step, itemIndex }).map((json) => ({ json, pairedItem: { item: itemIndex } })),
		);
}

/** `json` keeps a value as it is, where n8n's own form definitions would only describe it further. */
function property(name: string, fallback: INodeProperties['default']): INodeProperties {
	return { displayName: name, name, type: 'json', default: fallback };
}

/** n8n's Data Table node, version 1.1 (n8n-nodes-base/dist/nodes/DataTable, 2.41.2), over tables in memory. */
export function dataTableNode(tables: Tables): INodeType {
	return {
		description: {
			displayName: 'Data table',
			name: 'dataTable',
			group: ['input', 'transform'],
			version: [1, 1.1],
			description: 'Stand-in for the Data Table node',
			defaults: { name: 'Data table' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [
				property('resource', 'row'),
				property('operation', 'get'),
				property('tableName', ''),
				property('dataTableId', { mode: 'list', value: '' }),
				property('columns', {}),
				property('matchType', 'anyCondition'),
				property('filters', {}),
				property('returnAll', false),
				property('limit', 50),
				property('orderBy', false),
				property('orderByColumn', 'createdAt'),
				property('orderByDirection', 'DESC'),
				property('options', {}),
			],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const step: Step = { n8n: this, tables, itemIndex: 0 };
			const resource = read<string>(step, { name: 'resource' });
			const operation = read<string>(step, { name: 'operation' });
			try {
				if (resource === 'row' && operation === 'insert') return [await insert(step)];
				return [perItem(step, (resource === 'table' ? TABLE_OPERATIONS : ROW_OPERATIONS)[operation])];
			} catch (error) {
				if (error instanceof NodeOperationError) throw error;
				throw new NodeOperationError(this.getNode(), error instanceof Error ? error : String(error));
			}
		},
	};
}
