import type { INodeProperties } from 'n8n-workflow';
import { journeyKey } from './sendAndWaitLimitField';
import { WITH_CHOICES } from './sendAndWaitOutputs';

const quickReplies: INodeProperties = {
	displayName: 'Quick Replies',
	name: 'quickReplies',
	type: 'string',
	noDataExpression: true,
	default: '',
	required: true,
	placeholder: 'e.g. Confirm, Cancel order',
	displayOptions: { show: { responseType: ['template'], answerOutputs: ['separate'] } },
	description: 'Texts of the quick replies of the template, in their order and separated by commas: they name the outputs',
};

const WAYS = [
	{ name: 'Contact Card', value: 'contact' },
	{ name: 'Location', value: 'location' },
	{ name: 'Media', value: 'media', description: 'Image, video, audio, document or sticker' },
	{ name: 'Order', value: 'order', description: 'A cart from the catalog' },
	{ name: 'Text', value: 'text' },
];

const accepts: INodeProperties = {
	displayName: 'Accept',
	name: 'accepts',
	type: 'multiOptions',
	noDataExpression: true,
	required: true,
	default: ['text'],
	displayOptions: { show: { responseType: ['freeText'] } },
	options: WAYS,
	description: 'What counts as an answer. Other messages of the person start your other workflows as usual.',
};

const alsoAccept: INodeProperties = {
	displayName: 'Also Accept',
	name: 'alsoAccept',
	type: 'multiOptions',
	noDataExpression: true,
	default: [],
	displayOptions: { hide: { responseType: ['freeText'] } },
	options: WAYS,
	description:
		'What else counts as an answer. The words of a button, typed, always do. Other messages of the person start your other workflows as usual.',
};

const answerOutputs: INodeProperties = {
	displayName: 'Outputs',
	name: 'answerOutputs',
	type: 'options',
	noDataExpression: true,
	default: 'separate',
	displayOptions: { show: { responseType: WITH_CHOICES } },
	options: [
		{ name: 'One for All Answers', value: 'single', description: 'Every answer leaves by the output Replied' },
		{ name: 'One per Choice', value: 'separate', description: 'Each button or row has an output of its own, named like it' },
	],
	description: 'By which outputs answers leave. Timed Out, Undeliverable and Opted Out are always there.',
};

const textRule: INodeProperties = {
	displayName: 'Text Must Be',
	name: 'textRule',
	type: 'options',
	noDataExpression: true,
	default: 'any',
	options: [
		{ name: 'Anything', value: 'any' },
		{ name: 'Date', value: 'date', description: 'A day: "tomorrow", "next Friday", "31.12."' },
		{ name: 'Email Address', value: 'email' },
		{ name: 'Number', value: 'number', description: 'In digits or words' },
		{ name: 'Order Number', value: 'orderNumber' },
		{ name: 'Rating', value: 'rating', description: 'From 1 to 5, in digits, words or stars' },
		{ name: 'Regular Expression', value: 'pattern', description: 'The whole text fits it' },
		{ name: 'Yes or No', value: 'yesNo', description: 'True or false in the answer' },
	],
	description: 'What a typed answer must mean, in 29 languages. The answer carries it as its value.',
};

const textPattern: INodeProperties = {
	displayName: 'Regular Expression',
	name: 'textPattern',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. [A-Z]{2}-\\d+',
	description: 'For the whole text; case does not matter',
};

/** The fields about texts, where the question takes texts: plain questions name it in one field, all others in another. */
function forTexts(property: INodeProperties, show: Record<string, string[]> = {}): INodeProperties[] {
	return [
		{ ...property, displayOptions: { show: { ...show, responseType: ['freeText'], accepts: ['text'] } } },
		{ ...property, displayOptions: { show: { ...show, alsoAccept: ['text'] }, hide: { responseType: ['freeText'] } } },
	];
}

/** What counts as an answer, and by which outputs answers leave. */
export const answerFields: INodeProperties[] = [
	accepts,
	alsoAccept,
	...forTexts(textRule),
	...forTexts(textPattern, { textRule: ['pattern'] }),
	answerOutputs,
	quickReplies,
];

/** Options about answers, which every kind of question has. */
export const answerOptions: INodeProperties[] = [
	{
		displayName: 'Ask Again At Most',
		name: 'askAgainMost',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 5 },
		default: 2,
		description: 'How often a person is asked again whose text is not what it must be. After that the text starts your other workflows.',
	},
	{
		displayName: 'Ask Again Text',
		name: 'askAgainText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Sorry, I did not get that. How many stars, from 1 to 5?',
		description: 'What a person is told whose text is not what it must be. Without it nobody is asked again.',
	},
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: true,
		description: 'Whether to get the file of an answer into the binary field "data". On also without this option.',
	},
	{
		displayName: 'Highest Number',
		name: 'maxNumber',
		type: 'number',
		default: 10,
		description: 'For numbers and ratings. Without it ratings go up to 5.',
	},
	journeyKey,
	{
		displayName: 'Language',
		name: 'answerLanguage',
		type: 'string',
		default: '',
		placeholder: 'e.g. pt_BR',
		description: 'Language of the person, for dates and words that mean something else elsewhere. Empty: found by the words.',
	},
	{
		displayName: 'Lowest Number',
		name: 'minNumber',
		type: 'number',
		default: 1,
		description: 'For numbers and ratings. Without it ratings begin with 1.',
	},
];
