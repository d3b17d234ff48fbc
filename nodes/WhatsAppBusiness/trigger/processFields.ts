import type { INodeProperties } from 'n8n-workflow';

/** Fields of the collection Options. Names and values are stored in workflows and never change. */
export const processFields: INodeProperties[] = [
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: true,
		description:
			'Whether to get the file of each message into the binary field "data". Without a file the item passes on with the reason in "mediaError".',
	},
	{
		displayName: 'Further App Secrets',
		name: 'furtherAppSecrets',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'App secrets that are accepted besides the one in the credential, separated by commas or line breaks: while a secret is changed, or when several Meta apps call this address',
	},
	{
		displayName: 'Ignore Duplicates',
		name: 'ignoreDuplicates',
		type: 'boolean',
		default: true,
		description:
			'Whether an event that Meta sends again is dropped. On also without this option; what was processed is kept for 8 days in the Data Table whatsapp_processed.',
	},
	{
		displayName: 'Ignore Outrun Statuses',
		name: 'ignoreOutrunStatuses',
		type: 'boolean',
		default: true,
		description:
			'Whether to drop a status that comes after a later one of the same message: delivered after read. Works together with Ignore Duplicates.',
	},
	{
		displayName: 'Internal Base URL',
		name: 'internalBaseUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. http://n8n:5678',
		description:
			'Where this n8n reaches itself to pass on answers to questions that a workflow waits for. Needed when it cannot call its own public address.',
	},
	{
		displayName: 'Late Answer Text',
		name: 'lateAnswerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Thank you, this question has been answered or has expired.',
		description:
			'What to write to a person who taps a button of a question that no workflow waits for any more. Without this option: nothing.',
	},
	{
		displayName: 'Maximum Media Size (MB)',
		name: 'maxMediaSize',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 16,
		description: 'Larger files are not downloaded. Without this option up to 100 MB, the most that people may send.',
	},
	{
		displayName: 'Separate Outputs',
		name: 'separateOutputs',
		type: 'boolean',
		default: true,
		description:
			'Whether messages, replies, orders, statuses, consent, templates, account and other events leave by an output each, as far as they are chosen',
	},
	{
		displayName: 'Start on Answers',
		name: 'startOnAnswers',
		type: 'boolean',
		default: true,
		description:
			'Whether an answer that a waiting workflow took also starts this workflow. Without this option it does not.',
	},
	{
		displayName: 'Update Contact Record',
		name: 'updateContacts',
		type: 'boolean',
		default: true,
		description:
			'Whether to note who wrote and when, so that other nodes know the customer service window, the name and a changed number. On also without this option; kept in the Data Table whatsapp_contacts.',
	},
];
