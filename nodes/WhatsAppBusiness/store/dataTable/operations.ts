import type { INodeParameters } from 'n8n-workflow';
import type { Condition } from './rows';

// Parameters of n8n's Data Table node, version 1.1, for the operations that the store uses.

/** Which rows are read: all when there is no condition. */
export interface Selection {
	matchType: 'anyCondition' | 'allConditions';
	conditions: readonly Condition[];
	limit?: number;
	direction?: 'DESC';
}

const AUTO_MAP = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };

/** Inserts the input items in one transaction, and gives one item. */
export const INSERTION: INodeParameters = { operation: 'insert', columns: AUTO_MAP, options: { optimizeBulk: true } };

function filterBy(conditions: readonly Condition[]): INodeParameters {
	return { conditions: conditions.map((condition) => ({ ...condition })) };
}

/** Reads rows, by their IDs. */
export function reading({ matchType, conditions, limit, direction }: Selection): INodeParameters {
	return {
		operation: 'get',
		matchType,
		filters: filterBy(conditions),
		...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
		orderBy: true,
		orderByColumn: 'id',
		orderByDirection: direction ?? 'ASC',
	};
}

/** Most rows that n8n reads at once; of more it asks again, and fails when their number has changed meanwhile. */
export const PAGE_ROWS = 1_000;

/** A page of a table: of the rows in the window that the input item describes those with the highest IDs (`WindowItem`). */
export const READING_OF_WINDOW: INodeParameters = {
	operation: 'get',
	...{ matchType: 'allConditions', returnAll: false, limit: PAGE_ROWS, orderBy: true, orderByColumn: 'id' },
	orderByDirection: '={{ $json.direction }}',
	filters: filterBy([
		{ keyName: 'id', condition: 'gt', keyValue: '={{ $json.after }}' },
		{ keyName: 'id', condition: 'lte', keyValue: '={{ $json.upTo }}' },
		{ keyName: 'updatedAt', condition: 'gt', keyValue: '={{ $json.since }}' },
	]),
};

/** Writes the input item's columns into all rows that meet one of the conditions, and gives them. */
export function updating(conditions: readonly Condition[]): INodeParameters {
	return { operation: 'update', matchType: 'anyCondition', filters: filterBy(conditions), columns: AUTO_MAP, options: {} };
}

/** Writes each input item over the rows that have the same in the key columns, or anew. */
export function upserting(keyColumns: readonly string[]): INodeParameters {
	const conditions = keyColumns.map((keyName) => ({ keyName, condition: 'eq', keyValue: `={{ $json.${keyName} }}` }));
	return { operation: 'upsert', matchType: 'allConditions', filters: filterBy(conditions), columns: AUTO_MAP, options: {} };
}

/** Deletes the rows that meet one of the conditions, and gives them. */
export function deleting(conditions: readonly Condition[]): INodeParameters {
	return { operation: 'deleteRows', matchType: 'anyCondition', filters: filterBy(conditions), options: {} };
}
