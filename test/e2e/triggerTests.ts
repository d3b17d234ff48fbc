import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import { withCredential } from '../../scripts/start/importJourneys';
import { EXPECTED } from '../core/webhook/expectedEvents';
import { type Execution, getExecution, itemsOf, listExecutions } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { createWorkflow, deleteWorkflow, publishWorkflow, type StoredWorkflow } from '../harness/n8n/workflows';
import type { World } from './world';

const SHAPES = join(__dirname, '..', 'fixtures', 'webhookShapes');
const TRIGGER = 'WhatsApp Business Trigger';
const EVENTS = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];
const AT_ONCE = 6;

/** A published workflow of nothing but the trigger, whose address is entered by hand. */
interface Listener {
	stored: StoredWorkflow;
	url: string;
}

async function publishListener(world: World, given: { name: string; settings: object }): Promise<Listener> {
	const { client, credential, n8n } = world.demo;
	const webhookId = `e2e-${given.name}`;
	const trigger = {
		id: webhookId,
		name: TRIGGER,
		type: 'n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId,
		parameters: { registration: 'manual', events: EVENTS, settings: given.settings },
	};
	const file = { name: given.name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
	const stored = await createWorkflow(client, withCredential(file, credential));
	await publishWorkflow(client, stored.id);
	return { stored, url: `${n8n.url}/webhook/${webhookId}/webhook` };
}

/** Has the sandbox post a body, signed as Meta signs. */
async function deliver(world: World, { url, raw }: { url: string; raw: string }): Promise<number> {
	const { data } = await axios.post<{ status: number }>(`${world.demo.sandbox.baseUrl}/_control/deliver`, { raw, url });
	return data.status;
}

async function executionsOf(world: World, wanted: { listener: Listener; count: number }): Promise<Execution[]> {
	const { client } = world.demo;
	const workflowId = wanted.listener.stored.id;
	const finished = await until({ what: `${wanted.count} executions of the trigger`, timeoutMs: 90_000 }, async () => {
		const all = await listExecutions(client, { workflowId, limit: 100 });
		const done = all.filter(({ status }) => status === 'success' || status === 'error');
		return done.length >= wanted.count ? done : undefined;
	});
	const executions: Execution[] = [];
	for (const { id } of finished) executions.push(await getExecution(client, id));
	return executions;
}

const read = (name: string) => readFileSync(join(SHAPES, `${name}.json`), 'utf8');

function told(items: Array<{ kind?: unknown; type?: unknown; status?: unknown; text?: unknown }>): string {
	return JSON.stringify(items.map(({ kind, type, status, text }) => ({ kind, type, status, text })));
}

/** The trigger as it is installed: from the signed POST to the items of the execution. */
export function triggerTests(world: () => World): void {
	describe('the trigger, receiving', () => {
		const listeners: Listener[] = [];

		async function listen(given: Parameters<typeof publishListener>[1]): Promise<Listener> {
			const listener = await publishListener(world(), given);
			listeners.push(listener);
			return listener;
		}

		afterAll(async () => {
			for (const { stored } of listeners) await deleteWorkflow(world().demo.client, stored.id);
		});

		// n8n lists at most 100 executions at a time.
		test.each(['first', 'second'])('gives the expected items for every shape of webhook, %s half', async (half) => {
			const middle = Object.keys(EXPECTED).length / 2;
			const shapes = Object.entries(EXPECTED).slice(...(half === 'first' ? [0, middle] : [middle]));
			expect(shapes).toHaveLength(61);
			// Some of the files are about the same message.
			const listener = await listen({ name: `${half}-shapes`, settings: { ignoreDuplicates: false } });
			const waiting = shapes.map(([name]) => name);
			const statuses: number[] = [];
			const post = async () => {
				for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
					statuses.push(await deliver(world(), { url: listener.url, raw: read(name) }));
				}
			};
			await Promise.all(Array.from({ length: AT_ONCE }, post));
			expect(statuses).toEqual(shapes.map(() => 200));
			const executions = await executionsOf(world(), { listener, count: shapes.length });
			expect(executions.flatMap(({ error }) => error ?? [])).toEqual([]);
			const items = executions.map((execution) => told(itemsOf(execution, { node: TRIGGER }).map(({ json }) => json)));
			expect(items.sort()).toEqual(shapes.map(([, expected]) => told(expected)).sort());
		}, 120_000);

		test('lets one of ten identical POSTs in the same instant through', async () => {
			const listener = await listen({ name: 'duplicates', settings: {} });
			const raw = read('batch_messages_and_statuses');
			await Promise.all(Array.from({ length: 10 }, async () => await deliver(world(), { url: listener.url, raw })));
			const executions = await executionsOf(world(), { listener, count: 10 });
			// Nothing else is listed either, such as a step on the Data Table that failed.
			expect(executions.map(({ status, error }) => error?.message ?? status)).toEqual(Array.from({ length: 10 }, () => 'success'));
			const items = executions.flatMap((execution) => itemsOf(execution, { node: TRIGGER }).map(({ json }) => json.messageId));
			expect(items.sort()).toEqual([
				'wamid.EXAMPLEIN40',
				'wamid.EXAMPLEIN41',
				'wamid.EXAMPLEIN42',
				'wamid.EXAMPLEOUT30',
				'wamid.EXAMPLEOUT31',
			]);
		}, 60_000);
	});
}
