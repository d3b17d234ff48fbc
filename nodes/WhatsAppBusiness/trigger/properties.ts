import type { INodeProperties } from 'n8n-workflow';
import { filterFields } from './filterFields';
import { processFields } from './processFields';

// The editor shows no tags but links in a notice.
const BY_HAND_STEPS = [
	'1. Publish this workflow.',
	'2. In the <a href="https://developers.facebook.com/apps" target="_blank">Meta App Dashboard</a> open your app, go to WhatsApp > Configuration and edit the webhook.',
	'3. Callback URL: the Production URL under "Webhook URLs" above. Verify token: the text below (the Verify Token of your credential works too).',
	'4. After "Verify and save" subscribe to the field "messages", to "user_preferences" for marketing preferences, and to the fields of the other events that you chose.',
].join(' ');

/** Parameters of the trigger. Values are stored in workflows and never change. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'By Hand',
				value: 'manual',
				description: 'You copy callback URL and verify token into the Meta App Dashboard',
			},
			{
				name: 'The Whole App',
				value: 'app',
				description: 'All numbers and all events of the Meta app; only one workflow can have them',
			},
			{
				name: 'This Number Only',
				value: 'phoneNumber',
				description: 'One phone number; other workflows can have the other numbers of the same Meta app',
			},
			{
				name: 'This WhatsApp Account',
				value: 'waba',
				description: 'All numbers of the WhatsApp Business Account in the credential, except those with a workflow of their own',
			},
		],
		default: 'app',
		description: 'Whose events come here. Publishing the workflow tells Meta, and unpublishing puts back what was there before.',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumberId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		displayOptions: { show: { registration: ['phoneNumber'] } },
		description: 'Business phone number whose events come here. Leave empty for the one in the credential.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Phone number of the credential',
				typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 106540352242922',
				validation: [
					{ type: 'regex', properties: { regex: '^\\s*\\d*\\s*$', errorMessage: 'A phone number ID has digits only' } },
				],
			},
		],
	},
	{
		displayName:
			'Marketing Preferences, Template Events and Account Events always go to the callback of the whole app: remove them under Events here, and receive them in another workflow with Registration "The Whole App".',
		name: 'overrideNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['phoneNumber', 'waba'], events: ['account', 'preferences', 'templates'] } },
	},
	{
		displayName: 'Take Over',
		name: 'takeOver',
		type: 'boolean',
		default: false,
		displayOptions: { show: { registration: ['app', 'phoneNumber', 'waba'] } },
		description:
			'Whether to replace a callback URL that belongs to something else. It is put back when this workflow is unpublished, if it still answers.',
	},
	{
		displayName: BY_HAND_STEPS,
		name: 'byHandNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['manual'] } },
	},
	{
		displayName: 'Verify Token',
		name: 'verification',
		type: 'string',
		// The node's ID: there from the start, the same in every copy of the panel, and not part of the callback URL.
		default: '={{ $nodeId }}',
		displayOptions: { show: { registration: ['manual'] } },
		description: 'Made up for you; any other text of your own will do. Meta repeats it when it verifies the callback URL.',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		options: [
			{
				name: 'Account Events',
				value: 'account',
				description: 'Restrictions, reviews, quality, limits, names and security of the account and its numbers',
			},
			{
				name: 'Marketing Preferences',
				value: 'preferences',
				description: 'A person stops or resumes marketing messages in WhatsApp',
			},
			{
				name: 'Message Statuses',
				value: 'statuses',
				description:
					'Sent, delivered, read and failed, about three per message that you send. Choose statuses under Filters.',
			},
			{
				name: 'Messages',
				value: 'messages',
				description: 'Everything that people send, button and list replies included',
			},
			{
				name: 'Other Events',
				value: 'other',
				description: 'Calls, Flows, groups, messages written in the WhatsApp Business app, and whatever Meta adds',
			},
			{
				name: 'Template Events',
				value: 'templates',
				description: 'A template is approved, rejected, paused, or changes category or quality',
			},
		],
		default: ['messages', 'preferences'],
		required: true,
		description: 'Only these start an execution; the rest is answered and dropped',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filterFields,
	},
	{
		displayName: 'Options',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: processFields,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		// n8n reads this name for nodes of version 1 (cli/webhooks/webhook-helpers.js, parseRequestBody): it leaves the body
		// unread, so that the signature is checked before anything parses, and malformed JSON is answered by us.
		default: { binaryData: true },
	},
];
