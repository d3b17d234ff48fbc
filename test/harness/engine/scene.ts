import { randomUUID } from 'node:crypto';
import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	deepCopy,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { WhatsAppBusinessPlatformApi } from '../../../credentials/WhatsAppBusinessPlatformApi.credentials';
import { EngineCredentials } from './credentials';
import { NodeTypes, PassThrough } from './nodeTypes';

/** What every entry point of the harness takes. */
export interface Scene {
	/** The node under test. */
	node: INodeType;
	/** Its type name in the workflow; made from the description's name when left out. */
	type?: string;
	typeVersion?: number;
	/** As in a saved workflow; expressions start with `=`. n8n fills in the defaults. */
	parameters?: INodeParameters;
	/** What the operator typed into the credential. Without it the node has none. */
	credential?: ICredentialDataDecryptedObject;
	/** The type of `credential`; ours when left out. */
	credentialType?: ICredentialType;
	/** The node's static data before the call; changed in place. */
	staticData?: IDataObject;
	/** Base of the webhook addresses, without a trailing slash. Default `http://127.0.0.1:5678/webhook`. */
	webhookUrl?: string;
	workflowId?: string;
	active?: boolean;
	executionId?: string;
}

export const NODE_NAME = 'Node under test';
export const INPUT_NAME = 'Input';
export const INPUT_TYPE = 'harness.input';
export const INPUT_NODE: INode = {
	id: '00000000-0000-4000-8000-000000000001',
	name: INPUT_NAME,
	type: INPUT_TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A workflow [Input → node under test] with everything the engine asks for around it. */
export interface Stage {
	workflow: Workflow;
	node: INode;
	additionalData: IWorkflowExecuteAdditionalData;
}

function versionOf({ node, typeVersion }: Scene): number {
	const { version, defaultVersion } = node.description;
	return typeVersion ?? defaultVersion ?? (Array.isArray(version) ? (version.at(-1) ?? 1) : version);
}

/** The additional data of an execution outside a server: addresses, hooks, credentials; no sub-workflows yet. */
export function additionalDataFor(
	scene: Pick<Scene, 'webhookUrl' | 'executionId' | 'workflowId'>,
	options: { mode: WorkflowExecuteMode; credentials: EngineCredentials },
): IWorkflowExecuteAdditionalData {
	const base = scene.webhookUrl ?? 'http://127.0.0.1:5678/webhook';
	const executionId = scene.executionId ?? '1';
	const workflowData = { id: scene.workflowId ?? 'workflow', name: 'Harness', nodes: [], connections: {} };
	const data: Omit<IWorkflowExecuteAdditionalData, 'externalSecretsProxy'> = {
		credentialsHelper: options.credentials,
		executionId,
		workflowId: workflowData.id,
		currentNodeExecutionIndex: 0,
		hooks: new ExecutionLifecycleHooks(options.mode, executionId, workflowData as unknown as IWorkflowBase),
		restApiUrl: `${new URL(base).origin}/rest`,
		instanceBaseUrl: `${new URL(base).origin}/`,
		webhookBaseUrl: base,
		webhookTestBaseUrl: base.replace(/\/webhook$/, '/webhook-test'),
		webhookWaitingBaseUrl: base.replace(/\/webhook$/, '/webhook-waiting'),
		formBaseUrl: base.replace(/\/webhook$/, '/form'),
		formTestBaseUrl: base.replace(/\/webhook$/, '/form-test'),
		formWaitingBaseUrl: base.replace(/\/webhook$/, '/form-waiting'),
		mcpBaseUrl: base.replace(/\/webhook$/, '/mcp'),
		mcpTestBaseUrl: base.replace(/\/webhook$/, '/mcp-test'),
		variables: {},
		logAiEvent: () => {},
		setExecutionStatus: () => {},
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		executeWorkflow: async () => {
			throw new Error('This node called executeWorkflow(), but the test gave no `subworkflow`');
		},
		startRunnerTask: async () => {
			throw new Error('The engine harness has no task runner');
		},
	};
	return data as IWorkflowExecuteAdditionalData;
}

/** Sets the stage for one call. */
export function setStage(scene: Scene, options: { mode: WorkflowExecuteMode; onError?: INode['onError']; retry?: boolean }): Stage {
	const type = scene.type ?? `n8n-nodes-whatsapp-journeys.${scene.node.description.name}`;
	const credentialType = scene.credentialType ?? new WhatsAppBusinessPlatformApi();
	const node: INode = {
		id: '00000000-0000-4000-8000-000000000002',
		name: NODE_NAME,
		type,
		typeVersion: versionOf(scene),
		position: [220, 0],
		parameters: deepCopy(scene.parameters ?? {}),
		webhookId: randomUUID(),
		...(options.onError === undefined ? {} : { onError: options.onError }),
		...(options.retry === true && { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 }),
		...(scene.credential === undefined
			? {}
			: { credentials: { [credentialType.name]: { id: 'credential', name: 'Test credential' } } }),
	};
	const credentials = new EngineCredentials(
		scene.credential === undefined ? undefined : { type: credentialType, data: scene.credential },
	);
	const workflow = new Workflow({
		id: scene.workflowId ?? 'workflow',
		name: 'Harness',
		nodes: [deepCopy(INPUT_NODE), node],
		connections: { [INPUT_NAME]: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		active: scene.active ?? false,
		nodeTypes: new NodeTypes({ [type]: scene.node, [INPUT_TYPE]: new PassThrough({ name: 'input', inputs: 0 }) }),
		staticData: { [`node:${NODE_NAME}`]: deepCopy(scene.staticData ?? {}) },
		settings: { executionOrder: 'v1' },
	});
	const placed = workflow.getNode(NODE_NAME);
	if (placed === null) throw new Error('The node under test is not in the workflow');
	return { workflow, node: placed, additionalData: additionalDataFor(scene, { mode: options.mode, credentials }) };
}

/** Copies what the node left in its static data back into the caller's object. */
export function keepStaticData(scene: Scene, stage: Stage): void {
	if (scene.staticData === undefined) return;
	const after = stage.workflow.getStaticData('node', stage.node);
	for (const key of Object.keys(scene.staticData)) delete scene.staticData[key];
	Object.assign(scene.staticData, deepCopy({ ...after }));
}
