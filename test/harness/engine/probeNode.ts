import { createHmac } from 'node:crypto';
import {
	NodeConnectionTypes,
	NodeOperationError,
	type IBinaryData,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type IWorkflowBase,
} from 'n8n-workflow';

/** A credential whose header is a template, as ours is. */
export class GenericCredential implements ICredentialType {
	name = 'probeApi';

	displayName = 'Probe API';

	properties: INodeProperties[] = [
		{ displayName: 'Token', name: 'token', type: 'string', default: '' },
		{ displayName: 'Prefix', name: 'prefix', type: 'string', default: 'Bearer' },
	];

	authenticate: ICredentialType['authenticate'] = {
		type: 'generic',
		properties: { headers: { Authorization: '={{$credentials.prefix}} {{$credentials.token}}' } },
	};
}

/** The same with a function. */
export class FunctionCredential extends GenericCredential {
	override authenticate = async (credentials: IDataObject, options: IHttpRequestOptions): Promise<IHttpRequestOptions> => ({
		...options,
		headers: { ...options.headers, Authorization: `Signed ${String(credentials.token)}` },
	});
}

function options(...values: string[]) {
	return values.map((value) => ({ name: value, value }));
}

async function insertRow(n8n: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const code = n8n.getNodeParameter('workflow', 0) as unknown as IWorkflowBase;
	const { data } = await n8n.executeWorkflow({ code }, n8n.getInputData());
	return data[0] ?? [];
}

/** A node that uses one part of the engine per operation, to prove the harness. */
export class ProbeNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Probe',
		name: 'probe',
		group: ['trigger'],
		version: [1, 2],
		description: 'Proves the harness',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'probeApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				options: options('echo', 'call', 'upload', 'download', 'subworkflow', 'log'),
				default: 'echo',
			},
			{ displayName: 'Text', name: 'text', type: 'string', default: 'fallback' },
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Workflow', name: 'workflow', type: 'json', default: {} },
		],
	};

	methods = {
		listSearch: {
			async find(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
				const url = String(this.getCurrentNodeParameter('url'));
				const found = (await this.helpers.httpRequestWithAuthentication.call(this, 'probeApi', { url, json: true })) as {
					authorization: string;
				};
				return { results: [{ name: `${filter}/${paginationToken}`, value: found.authorization }] };
			},
		},
		credentialTest: {
			async check(credential: { data?: IDataObject }) {
				const ok = credential.data?.token === 'secret';
				return ok ? { status: 'OK' as const, message: 'fine' } : { status: 'Error' as const, message: 'wrong token' };
			},
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions) {
				return this.getWorkflowStaticData('node').registered === this.getNodeWebhookUrl('default');
			},
			async create(this: IHookFunctions) {
				this.getWorkflowStaticData('node').registered = this.getNodeWebhookUrl('default');
				this.logger.info(`registered for ${this.getActivationMode()}`);
				return true;
			},
			async delete(this: IHookFunctions) {
				delete this.getWorkflowStaticData('node').registered;
				return true;
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as string;
		if (operation === 'subworkflow') return [await insertRow(this)];
		const output: INodeExecutionData[] = [];
		for (const [itemIndex, item] of this.getInputData().entries()) {
			const text = this.getNodeParameter('text', itemIndex) as string;
			const url = this.getNodeParameter('url', itemIndex) as string;
			const pairedItem = { item: itemIndex };
			if (text === 'details') {
				output.push({ json: { error: 'refused', details: { code: 100 } }, pairedItem });
			} else if (text === 'fail') {
				const error = new NodeOperationError(this.getNode(), 'told to fail', { itemIndex });
				if (!this.continueOnFail()) throw error;
				output.push({ json: { error: error.message }, error, pairedItem });
			} else if (operation === 'call') {
				const request: IHttpRequestOptions = { url, method: 'POST', body: { text }, json: true };
				const json = (await this.helpers.httpRequestWithAuthentication.call(this, 'probeApi', request)) as IDataObject;
				output.push({ json, pairedItem });
			} else if (operation === 'download') {
				const stream = (await this.helpers.httpRequest({ url, encoding: 'stream' })) as Parameters<
					typeof this.helpers.prepareBinaryData
				>[0];
				const file: IBinaryData = await this.helpers.prepareBinaryData(stream, 'file.pdf', 'application/pdf');
				output.push({ json: { stored: file.id !== undefined, size: file.bytes }, binary: { data: file }, pairedItem });
			} else if (operation === 'upload') {
				const file = this.helpers.assertBinaryData(itemIndex, 'data');
				const bytes = await this.helpers.getBinaryDataBuffer(itemIndex, 'data');
				const form = new FormData();
				form.append('file', new Blob([bytes], { type: file.mimeType }), file.fileName);
				const body = form as unknown as IDataObject;
				const request: IHttpRequestOptions = { url, method: 'POST', body, json: true };
				const json = (await this.helpers.httpRequestWithAuthentication.call(this, 'probeApi', request)) as IDataObject;
				output.push({ json, pairedItem });
			} else {
				if (operation === 'log') this.logger.warn('watch out', { itemIndex });
				output.push({ json: { text, seen: item.json }, pairedItem });
			}
		}
		return [output];
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const request = this.getRequestObject() as { rawBody: Buffer; headers: Record<string, string> };
		const signature = createHmac('sha256', 'secret').update(request.rawBody).digest('hex');
		if (request.headers['x-signature'] !== signature) {
			const response = this.getResponseObject() as { status(code: number): { send(text: string): void } };
			response.status(401).send('wrong signature');
			return { noWebhookResponse: true };
		}
		if (this.getQueryData() instanceof Object && 'crash' in (this.getQueryData() as object)) throw new Error('crashed');
		return { workflowData: [[{ json: this.getBodyData() }]], webhookResponse: 'EVENT_RECEIVED' };
	}
}
