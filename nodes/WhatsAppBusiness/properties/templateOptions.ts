import type { INodeProperties } from 'n8n-workflow';

/** How the variables of a template are written and in which language it goes out: for sends and previews. */
export const contentOptions: INodeProperties[] = [
	{
		displayName: 'Fallback Languages',
		name: 'fallbackLanguages',
		type: 'string',
		default: '',
		placeholder: 'e.g. es, en_US',
		description:
			'Languages to send in, in this order, when the template is not approved in the language and its base language (pt for pt_BR). The language that was chosen with the template is the last.',
	},
	{
		displayName: 'Format Variables',
		name: 'formatVariables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Format',
		default: {},
		description: 'Variables to write as money or dates, the way the language does: 1234.5 becomes 1.234,50 €',
		options: [
			{
				displayName: 'Format',
				name: 'rule',
				values: [
					{
						displayName: 'Variable',
						name: 'variable',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. total',
						description: 'Name or number of the variable, as it stands in the template',
					},
					{
						displayName: 'Write As',
						name: 'format',
						type: 'options',
						default: 'money',
						options: [
							{ name: 'Date', value: 'date' },
							{ name: 'Date and Time', value: 'dateTime' },
							{ name: 'Money', value: 'money' },
							{ name: 'Time', value: 'time' },
						],
						description: 'Dates are read as 2026-12-31 or 2026-12-31T18:00, in the time zone of the workflow',
					},
					{
						displayName: 'Currency',
						name: 'currency',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. EUR',
						displayOptions: { show: { format: ['money'] } },
						description: 'Three-letter code of the currency',
					},
				],
			},
		],
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. pt_BR',
		description: 
			'Language of the recipient, in the place of the one chosen with the template. With Language Fallback, an empty value, as of a contact whose language is not known, stands for the language of the phone number.',
	},
	{
		displayName: 'Language Fallback',
		name: 'languageFallback',
		type: 'boolean',
		default: false,
		description:
			'Whether to send in another language when the template is not approved in the one wanted: its base language (pt for pt_BR) or another region, then the fallback languages, then the language chosen with the template. The output says which.',
	},
	{
		displayName: 'Locale',
		name: 'locale',
		type: 'string',
		default: '',
		placeholder: 'e.g. de_DE',
		description: 'How money and dates of Format Variables are written. Empty: as in the language of the template.',
	},
];

/** Options of a template send beside those of every send. */
export const templateOptions: INodeProperties[] = [
	...contentOptions,
	{
		displayName: 'Product Policy',
		name: 'productPolicy',
		type: 'options',
		default: 'CLOUD_API_FALLBACK',
		options: [
			{ name: 'Let Meta Fall Back to the Cloud API', value: 'CLOUD_API_FALLBACK' },
			{ name: 'Marketing Messages API Only', value: 'STRICT' },
		],
		description: 'What the Marketing Messages API does with a message that it cannot deliver itself',
	},
	{
		displayName: 'Send Marketing Through',
		name: 'sendMarketingThrough',
		type: 'options',
		default: 'cloudApi',
		options: [
			{ name: 'Cloud API', value: 'cloudApi' },
			{
				name: 'Cloud API, Else Marketing Messages API',
				value: 'cloudApiFirst',
				description: 'By the second when the account takes no marketing templates on the first',
			},
			{
				name: 'Marketing Messages API',
				value: 'marketingMessages',
			},
			{
				name: 'Marketing Messages API, Else Cloud API',
				value: 'marketingMessagesFirst',
				description: 'By the second when the account is not ready for the first, or the template not yet',
			},
		],
		description: 'Endpoint for templates of the category Marketing; all others go through the Cloud API',
	},
	{
		displayName: 'Share Message Activity',
		name: 'shareMessageActivity',
		type: 'boolean',
		default: true,
		description: 'Whether the Marketing Messages API may use reads and clicks of this message to improve delivery',
	},
	{
		displayName: 'Tap Target Title',
		name: 'tapTargetTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Offer details',
		description: 'Title beside the Tap Target URL',
	},
	{
		displayName: 'Tap Target URL',
		name: 'tapTargetUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example/offer',
		description:
			'Page that opens when the message itself is tapped. For verified accounts of high quality that Meta has enabled.',
	},
];

/** One collection of all options, in the order that n8n wants. */
export function withOptions(base: INodeProperties, added: readonly INodeProperties[]): INodeProperties {
	const options = [...(base.options ?? []), ...added] as INodeProperties[];
	return { ...base, options: options.sort((one, other) => one.displayName.localeCompare(other.displayName)) };
}
