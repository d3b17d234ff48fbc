import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from './defaultCountry';
import { messageGate } from './messageGate';
import { onceFields } from './onceFields';
import { rememberUploads } from './rememberUploads';

/** Options that every send shares. */
export const messageOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Callback Data',
			name: 'callbackData',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-1001',
			description: 'Text or JSON that comes back in every status of this message, at most 512 characters',
		},
		messageGate,
		{
			displayName: 'Concurrent Requests',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 200 },
			default: 40,
			description: 'How many messages may be under way at once',
		},
		defaultCountry,
		...onceFields,
		{
			displayName: 'Identity Key Hash',
			name: 'identityKeyHash',
			type: 'string',
			default: '',
			description: 'Delivers only while this is still the identity hash of the recipient',
		},
		{
			displayName: 'Messages per Minute',
			name: 'messagesPerMinute',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 60000 },
			default: 4800,
			description:
				'Pace of this node for one phone number. Meta allows 4800 (80 a second), or 60000 for numbers with high throughput.',
		},
		rememberUploads,
		{
			displayName: 'Reply To Message ID',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. wamid.HBgL...',
			description: 'ID of the message to quote',
		},
		{
			displayName: 'Retry for (Seconds)',
			name: 'retryFor',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 120,
			description:
				'How long a message waits at most when Meta says "too fast" or has a passing fault. A message that may have been sent is never repeated.',
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	],
};
