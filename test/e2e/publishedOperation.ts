import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { CREDENTIAL_TYPE } from '../../scripts/start/importJourneys';
import type { CredentialReference } from '../harness/n8n/credentials';
import { getExecution, listExecutions, type OutputItem } from '../harness/n8n/executions';
import type { N8nClient } from '../harness/n8n/n8nClient';
import { createWorkflow, publishWorkflow, type WorkflowNode } from '../harness/n8n/workflows';

/** An n8n in which workflows can be published, and where it takes webhooks. */
export interface OperationWorld {
	client: N8nClient;
	/** Without a slash at the end. */
	webhookOrigin: string;
}

/** One operation as a workflow of its own. */
export interface PublishedOperation {
	workflowId: string;
	/** Runs it on these items, or on a file; gives the items by output. Fails with what the operation said. */
	run(input: object[] | Buffer): Promise<OutputItem[][]>;
}

const OPERATION = 'Operation';

/** A node of a workflow file, with an ID of its own. */
export function nodeOf(name: string, more: Partial<WorkflowNode> & { type: string }): WorkflowNode {
	return { parameters: {}, id: randomUUID(), name, typeVersion: 1, position: [0, 0], ...more };
}

/** Connections of a node: by output, the node that comes next. */
export function leadsTo(...names: string[]): { main: Array<Array<{ node: string; type: 'main'; index: 0 }>> } {
	return { main: names.map((node) => [{ node, type: 'main', index: 0 }]) };
}

/** A node of ours that carries out an operation. */
export function operationNode(
	name: string,
	operation: { parameters: Record<string, unknown>; credential: CredentialReference },
): WorkflowNode {
	const { parameters, credential } = operation;
	const type = 'n8n-nodes-whatsapp-journeys.whatsAppBusiness';
	return nodeOf(name, { type, parameters, credentials: { [CREDENTIAL_TYPE]: credential } });
}

async function whyFailed(client: N8nClient, workflowId: string): Promise<string> {
	const [last] = await listExecutions(client, { workflowId });
	if (last === undefined) return '';
	const { error } = await getExecution(client, last.id);
	return `${error?.message ?? ''} ${error?.description ?? ''}`;
}

/** Publishes a workflow that carries out one operation on what is posted to it. */
export async function publishOperation(
	{ client, webhookOrigin }: OperationWorld,
	operation: { parameters: Record<string, unknown>; credential: CredentialReference; outputs?: number },
): Promise<PublishedOperation> {
	const path = randomUUID();
	const webhook = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'firstEntryJson', options: {} };
	const execution = { id: 'execution', name: 'execution', value: '={{ $execution.id }}', type: 'string' };
	const { id } = await createWorkflow(client, {
		name: `operation ${path}`,
		nodes: [
			nodeOf('Webhook', { type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters: webhook }),
			nodeOf('Has File', {
				type: 'n8n-nodes-base.switch',
				typeVersion: 3.2,
				parameters: { mode: 'expression', numberOutputs: 2, output: '={{ $json.body.items ? 0 : 1 }}' },
			}),
			nodeOf('Split', { type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.items', options: {} } }),
			operationNode(OPERATION, operation),
			nodeOf('End', {
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { assignments: { assignments: [execution] }, options: {} },
				executeOnce: true,
			}),
		],
		connections: {
			Webhook: leadsTo('Has File'),
			'Has File': leadsTo('Split', OPERATION),
			Split: leadsTo(OPERATION),
			[OPERATION]: leadsTo(...Array.from({ length: operation.outputs ?? 1 }, () => 'End')),
		},
	});
	await publishWorkflow(client, id);
	const run = async (input: object[] | Buffer): Promise<OutputItem[][]> => {
		const body = Array.isArray(input) ? { items: input } : new FormData();
		if (body instanceof FormData) body.append('data', new Blob([new Uint8Array(input as Buffer)], { type: 'text/csv' }), 'list.csv');
		const url = `${webhookOrigin}/webhook/${path}`;
		const { status, data } = await axios.post<{ execution?: string }>(url, body, { validateStatus: () => true });
		if (status !== 200 || data.execution === undefined) {
			throw new Error(`${status} ${JSON.stringify(data)} ${await whyFailed(client, id)}`);
		}
		const { runs } = await getExecution(client, data.execution);
		const done = runs[OPERATION]?.[0];
		return done?.outputs ?? [];
	};
	return { workflowId: id, run };
}
