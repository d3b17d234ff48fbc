import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CREDENTIAL_TYPE } from '../../scripts/start/importJourneys';
import { type CredentialReference, saveCredential } from '../harness/n8n/credentials';
import { createWorkflow, publishWorkflow, type WorkflowFile } from '../harness/n8n/workflows';
import { publishOperation as publish } from './publishedOperation';
import type { QueueWorld } from './queueWorld';

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');

/** Imports a shipped store workflow as an operator does: chooses the credential, publishes. */
async function importStore(
	{ client }: QueueWorld,
	store: { folder: string; type: string; data: Record<string, unknown> },
): Promise<string> {
	const credential = await saveCredential(client, {
		name: store.folder,
		type: store.type,
		data: store.data as Record<string, string>,
	});
	const text = await readFile(join(WORKFLOWS, store.folder, `${store.folder}.json`), 'utf8');
	const workflow = JSON.parse(text) as WorkflowFile;
	for (const node of workflow.nodes) if (node.credentials !== undefined) node.credentials = { [store.type]: credential };
	const { id } = await createWorkflow(client, workflow);
	await publishWorkflow(client, id);
	return id;
}

/** A credential that names the store workflow, which is imported for it. */
async function credentialWithStore(world: QueueWorld, { name, store }: { name: string; store: Parameters<typeof importStore>[1] }): Promise<CredentialReference> {
	const storeWorkflowId = await importStore(world, store);
	const { accessToken, wabaId } = await world.sandbox.seed();
	const data = { accessToken, wabaId, baseUrl: world.sandbox.baseUrl, contactStore: 'workflow', storeWorkflowId };
	return await saveCredential(world.client, { name: `WhatsApp with ${name}`, type: CREDENTIAL_TYPE, data });
}

/** Publishes one operation, and gives a function that runs it on items: what left by all its outputs. */
export async function publishOperation(
	{ client, n8n }: QueueWorld,
	operation: Parameters<typeof publish>[1],
): Promise<(items: object[]) => Promise<object[]>> {
	const { run } = await publish({ client, webhookOrigin: n8n.webhook?.url ?? n8n.url }, operation);
	return async (items) => (await run(items)).flat().map(({ json }) => json);
}

/** The shipped store workflows on the real servers, called by the node on workers. */
export function storeTests(world: () => QueueWorld): void {
	const stores: Array<[string, () => { folder: string; type: string; data: Record<string, unknown> }]> = [
		[
			'Postgres',
			() => {
				const { postgres } = world().n8n;
				const { host, port, user, database } = postgres;
				const password = decodeURIComponent(new URL(postgres.url).password);
				return { folder: 'store-postgres', type: 'postgres', data: { host, port, user, database, password, ssl: 'disable' } };
			},
		],
		[
			'Redis',
			() => {
				const { redis } = world().n8n;
				const { host, port } = redis;
				const password = decodeURIComponent(new URL(redis.url).password);
				return { folder: 'store-redis', type: 'redis', data: { host, port, password, database: 3, ssl: false, user: '' } };
			},
		],
	];
	describe.each(stores)('the contact record in %s', (name, store) => {
		let credential: CredentialReference;

		beforeAll(async () => {
			credential = await credentialWithStore(world(), { name, store: store() });
		}, 60_000);

		test('passes Test Store', async () => {
			const run = await publishOperation(world(), { credential, parameters: { resource: 'contact', operation: 'testStore' } });
			const [answer] = await run([{}]);
			expect(answer).toMatchObject({ ok: true, store: name });
			expect((answer as { checks: string[] }).checks).toHaveLength(7);
		}, 60_000);

		test('keeps an opt-out, and holds back who has one', async () => {
			const contact = '={{ $json.who }}';
			const record = await publishOperation(world(), {
				credential,
				parameters: { resource: 'optOut', operation: 'record', contact, state: 'opted_out', category: 'all', source: name },
			});
			await record([{ who: '+15550107001' }]);
			const check = await publishOperation(world(), {
				credential,
				outputs: 2,
				parameters: { resource: 'optOut', operation: 'check', contact, category: 'marketing' },
			});
			const answers = await check([{ who: '+15550107001' }]);
			expect(answers).toMatchObject([{ who: '+15550107001', consent: { allowed: false, source: name } }]);
			expect(await check([{ who: '+15550107002' }])).toMatchObject([{ consent: { allowed: true } }]);
		}, 60_000);

		test('takes over what the Data Tables hold', async () => {
			const tables = await saveCredential(world().client, {
				name: 'WhatsApp with Data Tables',
				type: CREDENTIAL_TYPE,
				data: { accessToken: 'x', wabaId: '1', contactStore: 'dataTable' },
			});
			const record = await publishOperation(world(), {
				credential: tables,
				parameters: { resource: 'optOut', operation: 'record', contact: '={{ $json.who }}', state: 'opted_out', category: 'utility', source: 'table' },
			});
			const people = Array.from({ length: 30 }, (_, index) => ({ who: `+1555010${8000 + index}` }));
			await record(people);
			const copy = await publishOperation(world(), {
				credential,
				parameters: { resource: 'contact', operation: 'copyRecords', from: 'dataTable', to: 'credential' },
			});
			const [report] = (await copy([{}])) as Array<{ to: string; collections: Array<{ collection: string; records: number }> }>;
			expect(report?.to).toBe(name);
			const check = await publishOperation(world(), {
				credential,
				outputs: 2,
				parameters: { resource: 'optOut', operation: 'check', contact: '={{ $json.who }}', category: 'utility' },
			});
			const answers = await check(people);
			expect(answers).toHaveLength(30);
			expect(answers).toEqual(people.map((person) => expect.objectContaining({ ...person, consent: expect.objectContaining({ allowed: false, source: 'table' }) })));
		}, 90_000);
	});

	test('a table of the Postgres store that is gone is missed, not made anew', async () => {
		const { postgres } = world().n8n;
		const [[name, store] = ['', undefined]] = stores;
		if (store === undefined) throw new Error('There is no Postgres store');
		const credential = await credentialWithStore(world(), { name: `${name}, lost`, store: store() });
		const parameters = { resource: 'optOut', operation: 'check', contact: '={{ $json.who }}', category: 'marketing' };
		const check = await publishOperation(world(), { credential, outputs: 2, parameters });
		const person = { who: '+15550107002' };
		expect(await check([person])).toMatchObject([{ consent: { allowed: true } }]);
		await postgres.execute('ALTER TABLE whatsapp_records RENAME TO whatsapp_records_lost');
		try {
			await expect(check([person])).rejects.toThrow(/whatsapp_records has been dropped or renamed/);
		} finally {
			await postgres.execute('ALTER TABLE whatsapp_records_lost RENAME TO whatsapp_records');
		}
		expect(await check([person])).toMatchObject([{ consent: { allowed: true } }]);
	}, 60_000);
}
