import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { testPlatformCredential } from './methods/credentialTest';
import { searchPhoneNumbers } from './methods/listSearch';
import { outputsExpression } from './trigger/outputs';
import { processItems } from './trigger/process';
import { triggerProperties } from './trigger/properties';
import { receive } from './trigger/receive';
import { checkExists, create, remove } from './trigger/registration';

export class WhatsAppBusinessTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business Trigger',
		name: 'whatsAppBusinessTrigger',
		icon: {
			light: 'file:../../icons/whatsAppBusiness.svg',
			dark: 'file:../../icons/whatsAppBusiness.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when people write or tap, and when statuses, preferences, templates or the account change',
		eventTriggerDescription: 'Waiting for you to write to your WhatsApp Business number',
		activationMessage: 'Messages to your WhatsApp Business number now start this workflow.',
		defaults: { name: 'WhatsApp Business Trigger' },
		inputs: [],
		outputs: outputsExpression,
		credentials: [
			{ name: 'whatsAppBusinessPlatformApi', required: true, testedBy: 'testPlatformCredential' },
		],
		webhooks: [
			// First, because n8n stores and registers them in this order, and Meta's challenge comes while the second registers.
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' },
		],
		properties: triggerProperties,
	};

	methods = { credentialTest: { testPlatformCredential }, listSearch: { searchPhoneNumbers } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists.call(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create.call(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove.call(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await processItems.call(this);
	}
}
