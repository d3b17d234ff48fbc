import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { runDataTableStep } from './dataTableStep';

export interface TableDefinition {
	/** Lower case, unique in the project. */
	name: string;
	columns: ReadonlyArray<{ name: string; type: 'string' | 'number' | 'boolean' | 'date' }>;
	/** Whether it is an error when the table is gone; otherwise it is made anew. */
	isGuarded: boolean;
}

/**
 * Names the tables that were made once. A table that is missing although it was made has been deleted by someone: to
 * make it anew in silence would say "allowed" to everyone who had opted out.
 */
const SETUP: TableDefinition = {
	name: 'whatsapp_setup',
	columns: [{ name: 'tableName', type: 'string' }],
	isGuarded: false,
};

/** Table IDs by workflow and name, for this process; checked by use, since a wrong one makes the step fail. */
const knownIds = new Map<string, string>();

function cacheKey(n8n: IExecuteFunctions, name: string): string {
	return `${n8n.getWorkflow().id ?? ''}/${name}`;
}

/** Forgets where a table is, after a step on it failed. */
export function forgetTable(n8n: IExecuteFunctions, name: string): void {
	knownIds.delete(cacheKey(n8n, name));
}

async function findId(n8n: IExecuteFunctions, name: string): Promise<string | undefined> {
	// n8n matches names as substrings with wildcards, so that `whatsapp_consent_old` would be found for
	// `whatsapp_consent`: hence the whole list and an exact comparison.
	const tables = await runDataTableStep(n8n, {
		parameters: { resource: 'table', operation: 'list', returnAll: true, options: { filterName: name } },
	});
	const found = tables.find((table) => String(table.name).toLowerCase() === name);
	return found === undefined ? undefined : String(found.id);
}

async function create(n8n: IExecuteFunctions, table: TableDefinition): Promise<string> {
	try {
		const [made] = await runDataTableStep(n8n, {
			mayFail: true,
			parameters: {
				resource: 'table',
				operation: 'create',
				tableName: table.name,
				columns: { column: table.columns.map(({ name, type }) => ({ name, type })) },
				options: { createIfNotExists: false },
			},
		});
		if (made?.id !== undefined) return String(made.id);
	} catch (error) {
		// Two workflows that start at once both find no table; the second to create it is refused by name.
		const id = await findId(n8n, table.name);
		if (id !== undefined) return id;
		throw new NodeOperationError(n8n.getNode(), error instanceof Error ? error : String(error));
	}
	throw new NodeOperationError(n8n.getNode(), `n8n did not create the Data Table "${table.name}"`);
}

async function wasMade(n8n: IExecuteFunctions, setupId: string, name: string): Promise<boolean> {
	const rows = await runDataTableStep(n8n, {
		parameters: {
			resource: 'row',
			operation: 'get',
			dataTableId: { __rl: true, mode: 'id', value: setupId },
			matchType: 'anyCondition',
			filters: { conditions: [{ keyName: 'tableName', condition: 'eq', keyValue: name }] },
			returnAll: true,
		},
	});
	return rows.length > 0;
}

/** Notes that the table was made. Repeated for a table that is found, in case the note is missing. */
async function note(n8n: IExecuteFunctions, setupId: string, name: string): Promise<void> {
	const row: IDataObject = { tableName: name };
	await runDataTableStep(n8n, {
		parameters: {
			resource: 'row',
			operation: 'upsert',
			dataTableId: { __rl: true, mode: 'id', value: setupId },
			matchType: 'allConditions',
			filters: { conditions: [{ keyName: 'tableName', condition: 'eq', keyValue: name }] },
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
			options: {},
		},
		rows: [row],
	});
}

async function make(n8n: IExecuteFunctions, setupId: string, table: TableDefinition): Promise<string> {
	if (!(await wasMade(n8n, setupId, table.name))) return await create(n8n, table);
	throw new NodeOperationError(n8n.getNode(), `The Data Table "${table.name}" has been deleted or renamed`, {
		description: `Nothing is sent without it, because it holds what must not be forgotten: opt-outs, frequency caps or what was sent already. Restore or rename it back. To start again with an empty one, delete the Data Table "${SETUP.name}" too.`,
	});
}

/**
 * The table's ID; makes the table on its first use.
 *
 * @throws NodeOperationError when the table was made before and is gone, or was made by another workflow since we looked:
 * then a second try finds it
 */
export async function tableId(n8n: IExecuteFunctions, table: TableDefinition): Promise<string> {
	const known = knownIds.get(cacheKey(n8n, table.name));
	if (known !== undefined) return known;
	const found = await findId(n8n, table.name);
	if (!table.isGuarded) {
		const made = found ?? (await create(n8n, table));
		knownIds.set(cacheKey(n8n, table.name), made);
		return made;
	}
	const setupId = (await findId(n8n, SETUP.name)) ?? (await create(n8n, SETUP));
	const id = found ?? (await make(n8n, setupId, table));
	await note(n8n, setupId, table.name);
	knownIds.set(cacheKey(n8n, table.name), id);
	return id;
}
