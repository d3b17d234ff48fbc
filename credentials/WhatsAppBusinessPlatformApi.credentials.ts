import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * One credential for everything: sending, forms, webhooks. Only the access token and the WABA ID are needed to send; the
 * app ID and app secret serve the trigger (signature check, registration).
 */
export class WhatsAppBusinessPlatformApi implements ICredentialType {
	name = 'whatsAppBusinessPlatformApi';

	displayName = 'WhatsApp Business Platform API';

	icon: Icon = {
		light: 'file:../icons/whatsAppBusiness.svg',
		dark: 'file:../icons/whatsAppBusiness.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-whatsapp-journeys/n8n-nodes-whatsapp-journeys/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Permanent token of a system user with the permissions whatsapp_business_messaging and whatsapp_business_management',
		},
		{
			displayName: 'WhatsApp Business Account ID',
			name: 'wabaId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 102290129340398',
			description: 'WABA ID, shown under WhatsApp > API Setup in the Meta app dashboard',
		},
		{
			displayName: 'Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			description:
				'Sender that nodes use when they choose none. It is not the phone number itself: see WhatsApp > API Setup.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			description: 'Needed by the trigger to register its webhook, and by Upload Sample. See App Settings > Basic.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Needed by the trigger: every incoming webhook is checked against it. See App Settings > Basic.',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Any text of your own that Meta repeats when it verifies the webhook. Leave empty to let the trigger make one up.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: 'v26.0',
			description: 'Version of the Graph API, such as v26.0',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			description: 'Change it only for the sandbox or for a proxy of your own',
		},
		{
			displayName: 'Contact Record',
			name: 'contactStore',
			type: 'options',
			options: [
				{
					name: 'n8n Data Tables',
					value: 'dataTable',
					description: 'Made on first use, nothing to set up; good for some ten thousand contacts',
				},
				{
					name: 'Store Workflow',
					value: 'workflow',
					description: 'A workflow of yours over Postgres, Redis or another database',
				},
			],
			default: 'dataTable',
			description: 'Where consent, contacts, frequency caps, idempotency keys and open questions are kept',
		},
		{
			displayName: 'Store Workflow ID',
			name: 'storeWorkflowId',
			type: 'string',
			default: '',
			displayOptions: { show: { contactStore: ['workflow'] } },
			placeholder: 'e.g. 8Tq3vXfYbLkS2nWd',
			description:
				'The last part of the address of that workflow in the editor. Import it from workflows/store-postgres or workflows/store-redis of this package, publish it, and check it with the operation Contact > Test Store.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{$credentials.accessToken}}',
			},
		},
	};
}
