import type { N8nClient } from './n8nClient';

/** A Data Table of n8n. */
export interface DataTable {
	id: string;
	name: string;
	projectId: string;
}

/** @returns the table of that name, or undefined */
export async function findDataTable(client: N8nClient, name: string): Promise<DataTable | undefined> {
	const { data } = await client.request<{ data: DataTable[] }>({
		method: 'GET',
		path: '/rest/data-tables-global',
		query: { filter: JSON.stringify({ name }) },
	});
	return data.find((table) => table.name === name);
}

/** @returns the first 100 rows of the table of that name; none when there is no such table */
export async function dataTableRows(client: N8nClient, name: string): Promise<Array<Record<string, unknown>>> {
	const table = await findDataTable(client, name);
	if (table === undefined) return [];
	const { data } = await client.request<{ data: Array<Record<string, unknown>> }>({
		method: 'GET',
		path: `/rest/projects/${table.projectId}/data-tables/${table.id}/rows`,
		query: { take: 100 },
	});
	return data;
}

/** What an operator does who adds rows in n8n's own page. */
export async function addDataTableRows(client: N8nClient, { name, rows }: { name: string; rows: object[] }): Promise<void> {
	const table = await findDataTable(client, name);
	if (table === undefined) throw new Error(`There is no Data Table ${name} to add rows to`);
	const path = `/rest/projects/${table.projectId}/data-tables/${table.id}/insert`;
	await client.request({ method: 'POST', path, body: { data: rows, returnType: 'count' } });
}

/** What an operator does who deletes the table in n8n's own page. */
export async function deleteDataTable(client: N8nClient, name: string): Promise<void> {
	const table = await findDataTable(client, name);
	if (table === undefined) throw new Error(`There is no Data Table ${name} to delete`);
	await client.request({ method: 'DELETE', path: `/rest/projects/${table.projectId}/data-tables/${table.id}` });
}

/** What an operator does who renames the table in n8n's own page. */
export async function renameDataTable(client: N8nClient, { from, to }: { from: string; to: string }): Promise<void> {
	const table = await findDataTable(client, from);
	if (table === undefined) throw new Error(`There is no Data Table ${from} to rename`);
	const path = `/rest/projects/${table.projectId}/data-tables/${table.id}`;
	await client.request({ method: 'PATCH', path, body: { name: to } });
}

/** @returns how many rows the table of that name has; 0 when there is no such table */
export async function countDataTableRows(client: N8nClient, name: string): Promise<number> {
	const table = await findDataTable(client, name);
	if (table === undefined) return 0;
	const path = `/rest/projects/${table.projectId}/data-tables/${table.id}/rows`;
	const { count } = await client.request<{ count: number }>({ method: 'GET', path, query: { take: 1 } });
	return count;
}

/** Deletes the rows that have this text in that column. */
export async function deleteDataTableRows(
	client: N8nClient,
	where: { name: string; column: string; text: string },
): Promise<void> {
	const table = await findDataTable(client, where.name);
	if (table === undefined) return;
	const filters = [{ columnName: where.column, condition: 'eq', value: where.text }];
	const path = `/rest/projects/${table.projectId}/data-tables/${table.id}/rows`;
	await client.request({ method: 'DELETE', path, query: { filter: JSON.stringify({ type: 'and', filters }) } });
}

/** Where an operator sees the table. */
export function dataTableUrl(client: N8nClient, table: DataTable): string {
	return `${client.baseUrl}/projects/${table.projectId}/datatables/${table.id}`;
}
