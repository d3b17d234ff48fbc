import { randomUUID } from 'node:crypto';
import { saveCredential, type CredentialReference } from '../../harness/n8n/credentials';
import { createWorkflow, publishWorkflow, type WorkflowNode } from '../../harness/n8n/workflows';
import type { World } from '../host/world';

/** A trigger that is measured. */
export interface Contender {
	id: string;
	node: Pick<WorkflowNode, 'type' | 'parameters'> & Partial<WorkflowNode>;
}

/** A published workflow that begins with a contender's trigger. */
export interface Receiver {
	id: string;
	workflowId: string;
	/** Where it takes webhooks. */
	url: string;
}

/** Credentials for our trigger and n8n's own, both of the sandbox's app. */
export interface TriggerCredentials {
	appSecret: string;
	ours: CredentialReference;
	builtIn: CredentialReference;
}

export async function saveTriggerCredentials({ client, sandbox }: World): Promise<TriggerCredentials> {
	const { accessToken, wabaId, appId, appSecret } = await sandbox.seed();
	const ours = { accessToken, wabaId, appId, appSecret, baseUrl: 'https://graph.facebook.com' };
	const builtIn = { clientId: appId, clientSecret: appSecret };
	return {
		appSecret,
		ours: await saveCredential(client, { name: 'Trigger', type: 'whatsAppBusinessPlatformApi', data: ours }),
		builtIn: await saveCredential(client, { name: 'Trigger', type: 'whatsAppTriggerApi', data: builtIn }),
	};
}

/** Our trigger, told to Meta by hand. */
export function ours(
	{ ours: credential }: TriggerCredentials,
	choice: { events: string[]; filters?: object; settings?: object },
): Contender {
	return {
		id: 'ours',
		node: {
			type: 'n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger',
			typeVersion: 1,
			parameters: { registration: 'manual', filters: {}, settings: {}, ...choice },
			credentials: { whatsAppBusinessPlatformApi: credential },
		},
	};
}

/** n8n's own WhatsApp Trigger, which passes the statuses chosen. */
export function builtIn({ builtIn: credential }: TriggerCredentials, statuses: string[]): Contender {
	return {
		id: 'builtIn',
		node: {
			type: 'n8n-nodes-base.whatsAppTrigger',
			typeVersion: 1,
			parameters: { updates: ['messages'], options: { messageStatusUpdates: statuses } },
			credentials: { whatsAppTriggerApi: credential },
		},
	};
}

/** n8n's Webhook node. */
export function webhook(id: string, options: object): Contender {
	const parameters = { httpMethod: 'POST', responseMode: 'onReceived', options };
	return { id, node: { type: 'n8n-nodes-base.webhook', typeVersion: 2.1, parameters } };
}

/**
 * Publishes a workflow [trigger → No Operation].
 *
 * @param options.keepExecutions whether n8n keeps what its executions did; else it keeps failed ones only, which is quicker
 */
export async function publish(
	{ client, n8n }: World,
	{ id, node }: Contender,
	{ keepExecutions }: { keepExecutions: boolean },
): Promise<Receiver> {
	const webhookId = `${id}-${randomUUID()}`;
	const isWebhook = node.type === 'n8n-nodes-base.webhook';
	const parameters = isWebhook ? { ...node.parameters, path: webhookId } : node.parameters;
	const trigger: WorkflowNode = { id: webhookId, name: 'Trigger', webhookId, position: [0, 0], ...node, parameters };
	const type = 'n8n-nodes-base.noOp';
	const end: WorkflowNode = { id: `${webhookId}-end`, name: 'End', type, typeVersion: 1, position: [200, 0], parameters: {} };
	const workflow = await createWorkflow(client, {
		name: id,
		nodes: [trigger, end],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: keepExecutions ? 'all' : 'none' },
	});
	await publishWorkflow(client, workflow.id);
	return { id, workflowId: workflow.id, url: `${n8n.url}/webhook/${webhookId}${isWebhook ? '' : '/webhook'}` };
}
