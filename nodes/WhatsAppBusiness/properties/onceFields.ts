import type { INodeProperties } from 'n8n-workflow';

/** Options by which a message is sent once, however often the workflow runs. Names are stored: they never change. */
export const onceFields: INodeProperties[] = [
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-1001/shipped',
		description:
			'What this message is about, at most 200 characters. A second send with the same key, in any workflow, sends nothing and gives the first message ID.',
	},
	{
		displayName: 'Idempotency: If the Outcome Is Unclear',
		name: 'unclearOutcome',
		type: 'options',
		options: [
			{ name: 'Fail the Item', value: 'fail', description: 'Somebody looks into it' },
			{ name: 'Send Again', value: 'sendAgain', description: 'After the time below; the customer may get it twice' },
			{ name: 'Take It as Sent', value: 'skip', description: 'The customer may not have got it' },
		],
		default: 'fail',
		description:
			'What to do when an earlier send with the key got no answer, or n8n was stopped in the middle. A status of that message settles it by itself, when a trigger with Message Statuses runs.',
	},
	{
		displayName: 'Idempotency: Keep Key for (Days)',
		name: 'keepKeyDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3650 },
		default: 90,
		description: 'After that the key is forgotten, and the message could be sent again',
	},
	{
		displayName: 'Idempotency: Send Again After (Minutes)',
		name: 'sendAgainAfter',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'How long ago an unclear send must be. It serves "Send Again" only.',
	},
];
