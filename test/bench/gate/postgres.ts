import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CredentialReference, saveCredential } from '../../harness/n8n/credentials';
import { createWorkflow, publishWorkflow, type WorkflowFile } from '../../harness/n8n/workflows';
import type { RunningPostgres } from '../../harness/n8n/startPostgres';
import type { World } from '../host/world';

const SHIPPED = join(__dirname, '..', '..', '..', 'workflows', 'store-postgres', 'store-postgres.json');

/** Imports the store workflow that is shipped, as an operator does, and gives a credential that names it. */
export async function credentialWithStore({ client, sandbox }: World, postgres: RunningPostgres): Promise<CredentialReference> {
	const { host, port, user, database, url } = postgres;
	const password = decodeURIComponent(new URL(url).password);
	const login = { host, port, user, database, password, ssl: 'disable' } as unknown as Record<string, string>;
	const own = await saveCredential(client, { name: 'Postgres', type: 'postgres', data: login });
	const workflow = JSON.parse(await readFile(SHIPPED, 'utf8')) as WorkflowFile;
	for (const node of workflow.nodes) if (node.credentials !== undefined) node.credentials = { postgres: own };
	const { id } = await createWorkflow(client, workflow);
	await publishWorkflow(client, id);
	const { accessToken, wabaId } = await sandbox.seed();
	const data = { accessToken, wabaId, contactStore: 'workflow', storeWorkflowId: id };
	return await saveCredential(client, { name: 'With Postgres', type: 'whatsAppBusinessPlatformApi', data });
}

/** The people of people.ts, with the facts that the gate looks at. */
const POPULATION = `
	SELECT i, '1' || (201 + (i / 100) % 700) || (555 + i / 70000) || '01' || lpad((i % 100)::text, 2, '0') AS phone
	FROM generate_series(0, PEOPLE - 1) i`;

const RECORDS: Record<string, { key: string; expiresAt: string; data: string }> = {
	whatsapp_contacts: {
		key: 'phone',
		expiresAt: 'NULL',
		data: `jsonb_build_object('contactKey', phone, 'phone', phone, 'userId', '', 'waId', phone, 'name', 'Ana ' || i, 'language', 'en', 'country', 'US', 'timeZone', 'America/New_York', 'labels', 'vip, newsletter', 'lastInboundAt', AT(i % 30), 'changedAt', AT(i % 30))`,
	},
	whatsapp_consent: {
		key: `phone || '|marketing'`,
		expiresAt: 'NULL',
		data: `jsonb_build_object('contactKey', phone, 'phone', phone, 'userId', '', 'category', 'marketing', 'state', CASE WHEN i % 10 = 0 THEN 'opted_out' ELSE 'opted_in' END, 'source', 'checkout', 'recordedAt', AT(40))`,
	},
	whatsapp_sends: {
		key: `phone || '|1'`,
		expiresAt: `now() + interval '71 days'`,
		data: `jsonb_build_object('contactKey', phone, 'phone', phone, 'userId', '', 'sendKey', phone || '|1', 'category', 'marketing', 'purpose', 'newsletter', 'state', 'reserved', 'owner', 'bench-' || i, 'number', 1, 'sentAt', AT(CASE WHEN i % 5 = 1 THEN 3 ELSE 20 END), 'expiresAt', AT(-71))`,
	},
};

const SECONDARY = ['contact_key', 'phone', 'user_id', 'position', 'expires_at'].map((name) => `whatsapp_records_${name}`);

/** Puts contact, consent and one send of so many people into the store; its indexes are made anew afterwards, which is faster. */
export async function fillPostgres(postgres: RunningPostgres, people: number): Promise<void> {
	const names = SECONDARY.map((name) => `'${name}'`).join(', ');
	const indexes = await postgres.query<{ indexdef: string }>(`SELECT indexdef FROM pg_indexes WHERE indexname IN (${names})`);
	await postgres.execute(SECONDARY.map((name) => `DROP INDEX ${name};`).join(' '));
	for (const [collection, { key, expiresAt, data }] of Object.entries(RECORDS)) {
		const json = data.replace(/AT\(([^()]*)\)/g, `to_char(now() at time zone 'UTC' - ($1) * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
		await postgres.execute(`
			INSERT INTO whatsapp_records (collection, key, contact_key, phone, expires_at, data)
			SELECT '${collection}', ${key}, phone, phone, ${expiresAt}, ${json}
			FROM (${POPULATION.replace('PEOPLE', String(people))}) person ON CONFLICT DO NOTHING`);
	}
	for (const { indexdef } of indexes) await postgres.execute(indexdef);
	await postgres.execute('ANALYZE whatsapp_records');
}
