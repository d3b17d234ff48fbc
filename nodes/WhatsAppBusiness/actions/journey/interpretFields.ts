import type { INodeProperties } from 'n8n-workflow';

export const interpretText: INodeProperties = {
	displayName: 'Answer',
	name: 'text',
	type: 'string',
	default: '={{ $json.text }}',
	required: true,
	description: 'What the person wrote, or the title of the button tapped: text of a message from the trigger',
};

/** Values are those of ANSWER_KINDS. */
export const interpretKind: INodeProperties = {
	displayName: 'Read As',
	name: 'as',
	type: 'options',
	options: [
		{ name: 'Any Text', value: 'any', description: 'Clear as soon as something was written' },
		{ name: 'Date', value: 'date', description: 'A day such as "tomorrow" or "next Friday", with the time or part of the day if said' },
		{ name: 'Email Address', value: 'email', description: 'One address, also "ana at example dot com"' },
		{ name: 'Net Promoter Score', value: 'nps', description: '0 to 10, with promoter, passive or detractor' },
		{ name: 'Number', value: 'number', description: 'In digits of any script or in words' },
		{ name: 'One of the Choices', value: 'choice', description: 'Which of the answers offered is meant: by title, position or a typing slip' },
		{ name: 'Order Number', value: 'orderNumber', description: 'Such as #1001 or ORD-2024-5' },
		{ name: 'Rating', value: 'rating', description: '1 to 5, in digits, words, stars or praise' },
		{ name: 'Yes or No', value: 'yesNo', description: 'Gives true or false; "yes, but …" is not clear' },
	],
	default: 'yesNo',
	description: 'What the answer should be',
};

export const interpretChoices: INodeProperties = {
	displayName: 'Choices',
	name: 'choices',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Choice',
	default: {},
	required: true,
	displayOptions: { show: { as: ['choice'] } },
	description: 'The answers that were offered, in their order',
	options: [
		{
			displayName: 'Choice',
			name: 'choice',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. Morning (9-12)',
					description: 'As the person saw it',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. morning',
					description: 'What the result gives as value. Empty: the title.',
				},
			],
		},
	],
};

export const interpretOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Answered At',
			name: 'answeredAt',
			type: 'dateTime',
			default: '',
			description: 'The moment from which "tomorrow" is counted. Empty: now.',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: '',
			placeholder: 'e.g. pt_BR',
			description:
				'Language of the conversation, as a template code. It is tried first, other languages are understood too. Empty: found by the words.',
		},
		{
			displayName: 'Maximum',
			name: 'maximum',
			type: 'number',
			default: 5,
			description: 'Greatest rating or number that counts. 5 for ratings when not set.',
		},
		{
			displayName: 'Minimum',
			name: 'minimum',
			type: 'number',
			default: 1,
			description: 'Least rating or number that counts. 1 for ratings when not set.',
		},
		{
			displayName: 'Minimum Confidence',
			name: 'minimumConfidence',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0.7,
			description: 'Answers that are less sure leave by Unclear, from 0 to 1',
		},
		{
			displayName: 'Order Number Pattern',
			name: 'orderNumberPattern',
			type: 'string',
			default: '',
			placeholder: 'e.g. ORD-\\d{4}-\\d+',
			description: 'Regular expression for the whole order number of your shop. Case does not matter.',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description: 'Zone in which the person counts days. Empty: that of the workflow.',
		},
	],
};
