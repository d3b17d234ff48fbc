import type { INodeProperties } from 'n8n-workflow';
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

/** What counts as an answer, and by which outputs answers leave. */
export const answerFields: INodeProperties[] = [accepts, alsoAccept, answerOutputs, quickReplies];
