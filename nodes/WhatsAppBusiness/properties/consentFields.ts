import type { INodeProperties } from 'n8n-workflow';
import { coverage } from './consentChoices';

const words = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add' },
	default: [],
	description,
});

/** How consent is read from incoming messages. Names are stored: they never change. */
export const consentFields: INodeProperties[] = [
	{
		...coverage,
		description:
			'What a stop covers. "No more offers" covers marketing whatever is chosen, and so does the setting in WhatsApp.',
	},
	{
		displayName: 'Stop Lasts',
		name: 'lasts',
		type: 'options',
		options: [
			{ name: 'A Number of Days', value: 'days', description: 'A cool-off: updates again after that' },
			{ name: 'For Good', value: 'forever', description: 'Until the contact opts in again' },
		],
		default: 'forever',
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3650 },
		default: 30,
		displayOptions: { show: { lasts: ['days'] } },
		description: 'How long a stop by button or words lasts. The setting in WhatsApp always lasts for good.',
	},
	{
		displayName: 'Send Confirmation',
		name: 'confirm',
		type: 'boolean',
		default: false,
		description: 'Whether to answer once when something changed. Nothing is sent for the setting in WhatsApp.',
	},
	{
		displayName: 'Confirmation of a Stop',
		name: 'stopText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: 'You will not get any more of these messages. Write START to get them again.',
		displayOptions: { show: { confirm: [true] } },
	},
	{
		displayName: 'Confirmation of a Start',
		name: 'startText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: 'You will get these messages again. Write STOP at any time.',
		displayOptions: { show: { confirm: [true] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			words('Ignore Words', 'remove', 'Words or phrases that shall mean nothing, built in or not'),
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: '',
				placeholder: 'e.g. pt_BR',
				description: 'Language of the contact, preferred where a word means different things. Without it the contact record is asked.',
			},
			{
				displayName: 'Minimum Confidence',
				name: 'minConfidence',
				type: 'number',
				typeOptions: { minValue: 0.5, maxValue: 1, numberPrecision: 2 },
				default: 0.6,
				description: 'Words that are less sure than this change nothing; the item tells what was read',
			},
			words('Start Button IDs', 'optInIds', 'IDs or payloads of buttons and list rows that opt in; one that ends in * is a beginning'),
			words('Start Words', 'addOptIn', 'Further words or phrases that opt in'),
			words('Stop Button IDs', 'optOutIds', 'IDs or payloads of buttons and list rows that opt out; one that ends in * is a beginning'),
			words('Stop Words', 'addOptOut', 'Further words or phrases that opt out'),
		],
	},
];
