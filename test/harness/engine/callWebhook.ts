import { WebhookContext } from 'n8n-core';
import type {
	INodeExecutionData,
	IWebhookData,
	IRunExecutionData,
	IWebhookDescription,
	IWebhookResponseData,
	WebhookType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { engineReady, withLogs, type LogLine } from './core';
import { keepStaticData, setStage, type Scene, type Stage } from './scene';
import { callOverHttp, type HttpAnswer, type HttpCall } from './webhookServer';

/** One call of a node's webhook. */
export interface CallWebhookOptions extends Scene, HttpCall {
	/** Which of the description's webhooks. Default: the one for this HTTP method. */
	webhookName?: WebhookType;
	/** Default `webhook`; `manual` is what a test run uses. */
	mode?: WorkflowExecuteMode;
	/** The execution that waits for this call: `run.data` of a `NodeRun`. */
	waiting?: IRunExecutionData;
}

export interface WebhookRun extends HttpAnswer {
	/** The items that would start an execution; undefined when none is started. */
	workflowData?: INodeExecutionData[][];
	/** What `webhook()` threw, if it did; n8n then answers 500. */
	error?: Error;
	logs: LogLine[];
}

/** The description that n8n would route this call to; methods given as an expression are evaluated. */
export function webhookOf(stage: Stage, wanted: { name?: WebhookType; method?: string }): IWebhookDescription {
	const { node, workflow } = stage;
	const { webhooks = [] } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion).description;
	const found = webhooks.find(({ name, httpMethod }) => {
		if (wanted.name !== undefined && name !== wanted.name) return false;
		if (wanted.method === undefined) return true;
		const methods = workflow.expression.getSimpleParameterValue(node, httpMethod, 'internal', {}, undefined, 'GET');
		return [methods].flat().includes(wanted.method);
	});
	if (found === undefined) throw new Error(`The node has no webhook ${wanted.name ?? ''} ${wanted.method ?? ''}`);
	return found;
}

/** What n8n keeps about a registered webhook. */
export function webhookDataOf(
	stage: Stage,
	webhook: { description: IWebhookDescription; isTest: boolean },
): IWebhookData {
	return {
		httpMethod: 'POST',
		node: stage.node.name,
		path: `${stage.node.webhookId}/webhook`,
		webhookDescription: webhook.description,
		workflowId: stage.workflow.id,
		workflowExecuteAdditionalData: stage.additionalData,
		isTest: webhook.isTest,
	};
}

/** n8n's answer when the node gave none itself (cli/webhooks/webhook-helpers.js). */
function answerFor(response: IWebhookResponseData): unknown {
	if (response.webhookResponse !== undefined) return response.webhookResponse;
	return { message: response.workflowData === undefined ? 'Webhook call received' : 'Workflow was started' };
}

/**
 * Calls a node's `webhook()` over real HTTP through n8n-core's WebhookContext: `req.rawBody` holds the very bytes that were
 * sent, `res` is the live response. The answer is what the caller received, whoever wrote it.
 */
export async function callWebhook(options: CallWebhookOptions): Promise<WebhookRun> {
	await engineReady();
	const mode = options.mode ?? 'webhook';
	const stage = setStage({ active: mode !== 'manual', ...options }, { mode });
	const method = options.method ?? (options.body === undefined && options.rawBody === undefined ? 'GET' : 'POST');
	const description = webhookOf(stage, { name: options.webhookName, method });
	const { node: nodeType } = options;
	if (nodeType.webhook === undefined) throw new Error('The node has no webhook()');
	let given: IWebhookResponseData | undefined;
	let failure: Error | undefined;
	const { result: answer, logs } = await withLogs(
		async () =>
			await callOverHttp({ ...options, method }, async (request, response) => {
				Object.assign(stage.additionalData, { httpRequest: request, httpResponse: response });
				const data = webhookDataOf(stage, { description, isTest: mode === 'manual' });
				const context = new WebhookContext(stage.workflow, stage.node, stage.additionalData, mode, data, [], options.waiting ?? null);
				try {
					given = await nodeType.webhook?.call(context);
				} catch (error) {
					failure = error instanceof Error ? error : new Error(String(error));
					response.status(500).json({ message: 'Error in workflow' });
					return;
				}
				if (given === undefined || given.noWebhookResponse === true) return;
				const body = answerFor(given);
				response.status(200);
				if (typeof body === 'string') response.send(body);
				else response.json(body);
			}),
	);
	keepStaticData(options, stage);
	return {
		...answer,
		...(given?.workflowData === undefined ? {} : { workflowData: given.workflowData }),
		...(failure === undefined ? {} : { error: failure }),
		logs,
	};
}
