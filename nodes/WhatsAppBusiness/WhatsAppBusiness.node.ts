import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { resources } from './actions/resources';
import { router } from './actions/router';
import { testPlatformCredential } from './methods/credentialTest';
import { searchPhoneNumbers, searchTemplates } from './methods/listSearch';
import { getTemplateVariables } from './methods/resourceMapping';
import { describeResources, outputsExpression, subtitleExpression } from './shared/describe';
import { recordHeard } from './waiting/heard';
import { receiveAnswer } from './waiting/receiveAnswer';
import { resumeWebhooks } from './waiting/webhooks';

export class WhatsAppBusiness implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Business',
		name: 'whatsAppBusiness',
		icon: {
			light: 'file:../../icons/whatsAppBusiness.svg',
			dark: 'file:../../icons/whatsAppBusiness.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitleExpression(resources),
		description:
			'Send WhatsApp templates, interactive messages and media, and respect opt-outs, with the WhatsApp Business Platform',
		defaults: { name: 'WhatsApp Business' },
		// The template's variables are labelled with the text around them, which the narrow panel cuts off.
		parameterPane: 'wide',
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(resources),
		credentials: [
			{ name: 'whatsAppBusinessPlatformApi', required: true, testedBy: 'testPlatformCredential' },
		],
		webhooks: resumeWebhooks,
		waitingNodeTooltip: 'Waiting for the answer in WhatsApp',
		properties: describeResources({ resources, defaultResource: 'message' }),
	};

	methods = {
		credentialTest: { testPlatformCredential },
		listSearch: { searchPhoneNumbers, searchTemplates },
		resourceMapping: { getTemplateVariables },
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveAnswer.call(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		await recordHeard(this);
		return await router.call(this);
	}
}
