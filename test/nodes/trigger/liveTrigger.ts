import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	IWebhookDescription,
	IWorkflowDataProxyAdditionalKeys,
} from 'n8n-workflow';
import { WhatsAppBusinessTrigger } from '../../../nodes/WhatsAppBusiness/WhatsAppBusinessTrigger.node';
import { engineReady, withLogs, type LogLine } from '../../harness/engine/core';
import { keepStaticData, setStage, type Stage } from '../../harness/engine/scene';
import { asExpressResponse, asN8nRequest } from './n8nRequest';

const NO_KEYS: IWorkflowDataProxyAdditionalKeys = {};

interface Registered {
	production: boolean;
	test: boolean;
}

/** The trigger in a workflow, served over real HTTP under its production and its test URL, as n8n serves it. */
export interface LiveTrigger {
	productionUrl: string;
	testUrl: string;
	nodeId: string;
	/** Executions that were started: the items of each, in the order of arrival. */
	executions: IDataObject[][];
	logs: LogLine[];
	/** n8n's publishing: the URL answers, then the hooks run (cli/workflows/triggers/webhook-trigger-registrar.js). */
	publish(): Promise<void>;
	unpublish(): Promise<void>;
	/** "Execute workflow" in the editor, and its end (cli/webhooks/test-webhooks.js). */
	startTest(): Promise<void>;
	endTest(): Promise<boolean>;
	checkExists(isTest?: boolean): Promise<boolean>;
	/** Serves a URL without any hook, for triggers whose callback is entered by hand. */
	serve(registered: Partial<Registered>): void;
	close(): Promise<void>;
}

export interface LiveTriggerOptions {
	credential: ICredentialDataDecryptedObject | undefined;
	parameters?: INodeParameters;
	webhookId?: string;
	/** Base of the production URLs that n8n believes to have, such as a public host; default: this server. */
	publicUrl?: string;
}

/** Starts it on a free port. Nothing is registered until `publish`, `startTest` or `serve`. */
export async function startLiveTrigger(options: LiveTriggerOptions): Promise<LiveTrigger> {
	await engineReady();
	const node = new WhatsAppBusinessTrigger();
	const webhookId = options.webhookId ?? randomUUID();
	const registered: Registered = { production: false, test: false };
	const executions: IDataObject[][] = [];
	const logs: LogLine[] = [];
	let base = '';

	function stageFor(stage: { isTest: boolean; staticData?: IDataObject }): Stage {
		const set = setStage(
			{
				node,
				credential: options.credential,
				parameters: options.parameters,
				webhookUrl: `${options.publicUrl ?? base}/webhook`,
				staticData: stage.staticData,
				active: !stage.isTest,
			},
			{ mode: stage.isTest ? 'manual' : 'webhook' },
		);
		set.node.webhookId = webhookId;
		return set;
	}

	function webhookData(stage: Stage, hook: { description: IWebhookDescription; isTest: boolean }) {
		return {
			httpMethod: 'POST' as const,
			node: stage.node.name,
			path: `${webhookId}/webhook`,
			webhookDescription: hook.description,
			workflowId: stage.workflow.id,
			workflowExecuteAdditionalData: stage.additionalData,
			isTest: hook.isTest,
		};
	}

	function describe(name: 'setup' | 'default'): IWebhookDescription {
		const found = node.description.webhooks?.find((webhook) => webhook.name === name);
		if (found === undefined) throw new Error(`The trigger has no webhook ${name}`);
		return found;
	}

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
		const isTest = pathname === `/webhook-test/${webhookId}/webhook`;
		const isKnown = isTest ? registered.test : pathname === `/webhook/${webhookId}/webhook` && registered.production;
		if (!isKnown) {
			response.writeHead(404).end('not registered');
			return;
		}
		const stage = stageFor({ isTest });
		const httpRequest = asN8nRequest(request);
		// n8n's parseRequestBody for nodes of version 1 (cli/webhooks/webhook-helpers.js).
		const unread = stage.workflow.expression.getSimpleParameterValue(
			stage.node,
			'={{$parameter["options"]["binaryData"]}}',
			'webhook',
			NO_KEYS,
			undefined,
			false,
		);
		if (unread !== true) {
			await httpRequest.readRawBody();
			httpRequest.body = JSON.parse(httpRequest.rawBody.toString('utf8'));
		}
		Object.assign(stage.additionalData, { httpRequest, httpResponse: asExpressResponse(response) });
		const description = describe(request.method === 'GET' ? 'setup' : 'default');
		const data = webhookData(stage, { description, isTest });
		const context = new WebhookContext(
			stage.workflow,
			stage.node,
			stage.additionalData,
			isTest ? 'manual' : 'webhook',
			data,
			[],
			null,
		);
		const result = await node.webhook.call(context);
		if (result.workflowData !== undefined) executions.push((result.workflowData[0] ?? []).map(({ json }) => json));
		if (result.noWebhookResponse !== true) {
			response.setHeader('content-type', 'application/json');
			response.end(result.webhookResponse === undefined ? '' : JSON.stringify(result.webhookResponse));
		}
	}

	async function logged<T>(work: () => Promise<T>): Promise<T> {
		const seen: { result?: T; error?: unknown } = {};
		const { logs: lines } = await withLogs(async () => {
			try {
				seen.result = await work();
			} catch (error) {
				seen.error = error;
			}
		});
		// A request that comes while a hook runs writes its lines into both.
		logs.push(...lines.filter((line) => !logs.includes(line)));
		if (seen.error !== undefined) throw seen.error;
		return seen.result as T;
	}

	const server: Server = createServer((request, response) => {
		logged(async () => await handle(request, response)).catch((error: unknown) => {
			// What n8n does when webhook() throws: 500 and an execution with an error.
			executions.push([{ thrown: String(error) }]);
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	async function hook(name: 'checkExists' | 'create' | 'delete', call: { isTest: boolean; staticData: IDataObject }) {
		const stage = stageFor(call);
		const mode = call.isTest ? (name === 'delete' ? 'internal' : 'manual') : name === 'delete' ? 'internal' : 'trigger';
		const context = new HookContext(
			stage.workflow,
			stage.node,
			stage.additionalData,
			mode,
			name === 'delete' ? 'update' : call.isTest ? 'manual' : 'activate',
			webhookData(stage, { description: describe('default'), isTest: call.isTest }),
		);
		try {
			return await logged(async () => await node.webhookMethods.default[name].call(context));
		} finally {
			keepStaticData({ node, staticData: call.staticData }, stage);
		}
	}

	const productionData: IDataObject = {};
	let testData: IDataObject = {};

	async function register(kind: 'production' | 'test'): Promise<void> {
		const isTest = kind === 'test';
		// A test run starts with empty static data and keeps its own to the end.
		if (isTest) testData = {};
		const staticData = isTest ? testData : productionData;
		registered[kind] = true;
		try {
			if (!(await hook('checkExists', { isTest, staticData }))) await hook('create', { isTest, staticData });
		} catch (error) {
			await deregister(kind);
			throw error;
		}
	}

	async function deregister(kind: 'production' | 'test'): Promise<boolean> {
		const isTest = kind === 'test';
		const result = await hook('delete', { isTest, staticData: isTest ? testData : productionData });
		registered[kind] = false;
		return result;
	}

	return {
		productionUrl: `${options.publicUrl ?? base}/webhook/${webhookId}/webhook`,
		testUrl: `${options.publicUrl ?? base}/webhook-test/${webhookId}/webhook`,
		nodeId: stageFor({ isTest: false }).node.id,
		executions,
		logs,
		publish: async () => await register('production'),
		unpublish: async () => {
			await deregister('production');
		},
		startTest: async () => await register('test'),
		endTest: async () => await deregister('test'),
		checkExists: async (isTest = false) =>
			await hook('checkExists', { isTest, staticData: isTest ? testData : productionData }),
		serve: (changes) => {
			Object.assign(registered, changes);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
