import type { INodeProperties } from 'n8n-workflow';

/** Fields of the collection Filters. Names and values are stored in workflows and never change. */
export const filterFields: INodeProperties[] = [
	{
		displayName: 'Account IDs',
		name: 'wabaIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 102290129340398',
		description:
			'IDs of the WhatsApp Business accounts whose events pass, separated by commas. For apps that serve several accounts.',
	},
	{
		displayName: 'Button ID Starts With',
		name: 'buttonIdPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. order_',
		description:
			'Of the messages, only taps on a button or list row whose ID begins so pass; for a quick reply of a template its payload counts',
	},
	{
		displayName: 'Groups',
		name: 'groupChats',
		type: 'options',
		options: [
			{ name: 'Leave Out Groups', value: 'none' },
			{ name: 'Only Groups', value: 'only' },
		],
		default: 'none',
		description: 'Whether messages and statuses of group chats pass alone or not at all',
	},
	{
		displayName: 'Ignore Echoes',
		name: 'ignoreEchoes',
		type: 'boolean',
		default: true,
		displayOptions: { show: { '/events': ['other'] } },
		description:
			'Whether to leave out what the business itself wrote in the WhatsApp Business app, which comes among the other events',
	},
	{
		displayName: 'Ignore Messages Older Than (Minutes)',
		name: 'maxAgeMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'Meta delivers late what could not be delivered while n8n was away, for up to 7 days',
	},
	{
		displayName: 'Message Statuses',
		name: 'statuses',
		type: 'multiOptions',
		displayOptions: { show: { '/events': ['statuses'] } },
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Played', value: 'played', description: 'A voice message was played for the first time' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		default: ['failed'],
		description: 'Statuses that pass; each is looked at by itself, also when Meta sends several at once',
	},
	{
		displayName: 'Message Types',
		name: 'messageTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Audio or Voice Message', value: 'audio' },
			{ name: 'Button of a Template', value: 'button' },
			{ name: 'Button, List or Flow Reply', value: 'interactive' },
			{ name: 'Chat Opened', value: 'request_welcome' },
			{ name: 'Contacts', value: 'contacts' },
			{ name: 'Deleted Message', value: 'revoke' },
			{ name: 'Document', value: 'document' },
			{ name: 'Edited Message', value: 'edit' },
			{ name: 'Image', value: 'image' },
			{ name: 'Location', value: 'location' },
			{ name: 'Order', value: 'order' },
			{ name: 'Reaction', value: 'reaction' },
			{ name: 'Sticker', value: 'sticker' },
			{ name: 'System', value: 'system', description: 'A person changed the number or user ID' },
			{ name: 'Text', value: 'text' },
			{ name: 'Unsupported', value: 'unsupported' },
			{ name: 'Video', value: 'video' },
		],
		default: ['text'],
		description: 'Of the messages, only these pass',
	},
	{
		displayName: 'Phone Number IDs',
		name: 'phoneNumberIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 106540352242922, 106540352242923',
		description:
			'IDs of the business numbers whose events pass, separated by commas. Events that belong to no number always pass.',
	},
	{
		displayName: 'Text Contains',
		name: 'textContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. order',
		description: 'Of the messages, only those with these words pass; upper and lower case are the same',
	},
	{
		displayName: 'Text Matches',
		name: 'textPattern',
		type: 'string',
		default: '',
		placeholder: 'e.g. ^(hi|hello)\\b',
		description:
			'Regular expression for the first 500 characters of a message; upper and lower case are the same. At most two repetitions such as .* and none within another.',
	},
];
