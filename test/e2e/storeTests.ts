import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { CREDENTIAL_TYPE } from '../../scripts/start/importJourneys';
import { type CredentialReference, saveCredential } from '../harness/n8n/credentials';
import { getExecution, listExecutions } from '../harness/n8n/executions';
import { createWorkflow, publishWorkflow, type WorkflowFile, type WorkflowNode } from '../harness/n8n/workflows';
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

async function whyFailed({ client }: QueueWorld, workflowId: string): Promise<string> {
	const [last] = await listExecutions(client, { workflowId });
	if (last === undefined) return '';
	const { error } = await getExecution(client, last.id);
	return `${error?.message ?? ''} ${error?.description ?? ''}`;
}

/** Runs one operation on the items of a POST, and gives what left each output. */
export async function publishOperation(
	world: QueueWorld,
	operation: { parameters: Record<string, unknown>; credential: CredentialReference; outputs?: number },
): Promise<(items: object[]) => Promise<object[]>> {
	const path = randomUUID();
	const node = (name: string, type: string, more: Partial<WorkflowNode>): WorkflowNode => ({
		parameters: {},
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		...more,
	});
	const main = (...names: string[]) => ({ main: names.map((name) => [{ node: name, type: 'main', index: 0 }]) });
	const { outputs = 1 } = operation;
	const { id } = await createWorkflow(world.client, {
		name: `store ${path}`,
		nodes: [
			node('Webhook', 'n8n-nodes-base.webhook', {
				typeVersion: 2,
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} },
			}),
			node('Split', 'n8n-nodes-base.splitOut', { parameters: { fieldToSplitOut: 'body.items', options: {} } }),
			node('Operation', 'n8n-nodes-whatsapp-journeys.whatsAppBusiness', {
				parameters: operation.parameters,
				credentials: { [CREDENTIAL_TYPE]: operation.credential },
			}),
			node('End', 'n8n-nodes-base.noOp', { parameters: {} }),
		],
		connections: {
			Webhook: main('Split'),
			Split: main('Operation'),
			Operation: main(...Array.from({ length: outputs }, () => 'End')),
		},
	});
	await publishWorkflow(world.client, id);
	return async (items) => {
		const url = `${world.n8n.webhook?.url ?? world.n8n.url}/webhook/${path}`;
		const { status, data } = await axios.post<object[]>(url, { items }, { validateStatus: () => true });
		if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)} ${await whyFailed(world, id)}`);
		return data;
	};
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
			const storeWorkflowId = await importStore(world(), store());
			const { accessToken, wabaId, baseUrl } = { ...(await world().sandbox.seed()), baseUrl: world().sandbox.baseUrl };
			credential = await saveCredential(world().client, {
				name: `WhatsApp with ${name}`,
				type: CREDENTIAL_TYPE,
				data: { accessToken, wabaId, baseUrl, contactStore: 'workflow', storeWorkflowId },
			});
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
}
