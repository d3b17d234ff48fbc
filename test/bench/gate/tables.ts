import { findDataTable } from '../../harness/n8n/dataTables';
import type { N8nClient } from '../../harness/n8n/n8nClient';
import { recordsOf } from './people';

const ROWS_PER_REQUEST = 1_000;

/** Fills a table that the node made, as an operator's import would. */
async function fill(client: N8nClient, { name, rows }: { name: string; rows: object[] }): Promise<void> {
	const table = await findDataTable(client, name);
	if (table === undefined) throw new Error(`The node did not make the Data Table ${name}`);
	const path = `/rest/projects/${table.projectId}/data-tables/${table.id}`;
	for (let start = 0; start < rows.length; start += ROWS_PER_REQUEST) {
		const data = rows.slice(start, start + ROWS_PER_REQUEST);
		await client.request({ method: 'POST', path: `${path}/insert`, body: { data, returnType: 'count' } });
	}
}

/** Puts contact, consent and one send of so many people into the Data Tables. */
export async function fillTables(client: N8nClient, people: number): Promise<void> {
	const now = Date.now();
	const records = Array.from({ length: people }, (_, index) => recordsOf(index, now));
	await fill(client, { name: 'whatsapp_contacts', rows: records.map(({ contact }) => contact) });
	await fill(client, { name: 'whatsapp_consent', rows: records.map(({ consent }) => consent) });
	await fill(client, { name: 'whatsapp_sends', rows: records.map(({ send }) => send) });
}
