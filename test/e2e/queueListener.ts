import axios from 'axios';
import { withCredential } from '../../scripts/start/importJourneys';
import { type Execution, getExecution, isFinished, itemsOf, type OutputItem } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { createWorkflow, publishWorkflow } from '../harness/n8n/workflows';
import type { QueueWorld } from './queueWorld';

const TRIGGER = 'WhatsApp Business Trigger';

/** A published workflow of nothing but the trigger, whose address is entered by hand. */
export interface Listener {
	workflowId: string;
	/** Its address at each process that takes webhooks. */
	urls: string[];
}

/** Publishes a trigger for messages and statuses with these options. */
export async function publishListener(world: QueueWorld, given: { name: string; settings: object }): Promise<Listener> {
	const webhookId = `queue-${given.name}`;
	const trigger = {
		id: webhookId,
		name: TRIGGER,
		type: 'n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId,
		parameters: { registration: 'manual', events: ['messages', 'statuses'], settings: given.settings },
	};
	const file = { name: given.name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
	const { id } = await createWorkflow(world.client, withCredential(file, world.credential));
	await publishWorkflow(world.client, id);
	const { n8n } = world;
	const origins = [n8n, ...(n8n.webhook === undefined ? [] : [n8n.webhook])].map(({ url }) => url);
	return { workflowId: id, urls: origins.map((origin) => `${origin}/webhook/${webhookId}/webhook`) };
}

/** Has the sandbox post a body so often in the same instant, signed as Meta signs, to the addresses in turn. */
export async function deliver(
	world: QueueWorld,
	given: { listener: Listener; body: object; copies: number },
): Promise<number[]> {
	const { urls } = given.listener;
	const posts = Array.from({ length: given.copies }, async (_, copy) => {
		const url = urls[copy % urls.length];
		const { data } = await axios.post<{ status: number }>(`${world.sandbox.baseUrl}/_control/deliver`, { body: given.body, url });
		return data.status;
	});
	return await Promise.all(posts);
}

interface Row {
	id: string;
	status: string;
	/** `integrated` for a sub-workflow, which runs where its caller runs. */
	mode: string;
}

/** The executions that n8n lists, oldest first: of a workflow, or all. */
export async function listedExecutions(world: QueueWorld, workflowId?: string): Promise<Row[]> {
	// What is not to be kept, such as a step on a Data Table, stays in the database for a while.
	const kept = `"deletedAt" IS NULL${workflowId === undefined ? '' : ` AND "workflowId" = '${workflowId}'`}`;
	return await world.n8n.postgres.query(`SELECT id::text, status, mode FROM execution_entity WHERE ${kept} ORDER BY execution_entity.id`);
}

/** The executions of the listener, once there are so many and all are over. */
export async function executionsOf(world: QueueWorld, wanted: { listener: Listener; count: number }): Promise<Execution[]> {
	const { listener, count } = wanted;
	let rows: Row[] = [];
	const describe = () => `there were ${JSON.stringify(rows.map(({ status }) => status))}`;
	await until({ what: `${count} executions of the trigger`, timeoutMs: 60_000, describe }, async () => {
		rows = await listedExecutions(world, listener.workflowId);
		return rows.length >= count && rows.every(isFinished) ? true : undefined;
	});
	return await Promise.all(rows.map(async ({ id }) => await getExecution(world.client, id)));
}

/** What left the trigger in an execution. */
export function received(execution: Execution): OutputItem[] {
	return itemsOf(execution, { node: TRIGGER });
}

/** A body of Meta's with what happened on the sandbox's number. */
export function webhookBody(happened: { messages?: object[]; statuses?: object[] }): object {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100200', phone_number_id: '700111222333444' },
		contacts: [{ profile: { name: 'Ana Example' }, wa_id: '15550123456' }],
		...happened,
	};
	return { object: 'whatsapp_business_account', entry: [{ id: '900100200300400', changes: [{ field: 'messages', value }] }] };
}
