import type { INodeProperties } from 'n8n-workflow';
import { listSections } from '../../properties/listSections';

/** Kinds of questions that are answered by tapping a choice. */
const WITH_CHOICES = ['approval', 'buttons', 'list'];

/** How the question is put. Names and values as in n8n's own "send and wait", whose tools for agents set them. */
const responseType: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	noDataExpression: true,
	default: 'buttons',
	options: [
		{ name: 'Approval', value: 'approval', description: 'Asks with one button, or two: approve and decline' },
		{ name: 'List', value: 'list', description: 'Asks with a button that opens a list of up to ten rows' },
		{ name: 'Reply Buttons', value: 'buttons', description: 'Asks with one to three buttons' },
	],
	description: 'How the person answers, in the chat',
};

const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Shall we deliver your order #1001 for cash on delivery?',
	description:
		'The question, at most 1024 characters (4096 for a list). *bold*, _italic_ and links work as in WhatsApp. It can be sent within 24 hours after the person last wrote; at other times ask by a template.',
};

const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { responseType: ['approval'] } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					default: 'double',
					options: [
						{ name: 'Approve Only', value: 'single' },
						{ name: 'Approve and Disapprove', value: 'double' },
					],
				},
				{
					displayName: 'Approve Button Label',
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
					description: 'At most 20 characters',
				},
				{
					displayName: 'Disapprove Button Label',
					name: 'disapproveLabel',
					type: 'string',
					default: 'Decline',
					displayOptions: { show: { approvalType: ['double'] } },
					description: 'At most 20 characters',
				},
			],
		},
	],
};

const buttons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	required: true,
	displayOptions: { show: { responseType: ['buttons'] } },
	description: 'One to three buttons',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. Confirm',
					description: 'At most 20 characters, unlike the other titles',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. confirm',
					description: 'What the answer carries as its ID. Empty: the title.',
				},
			],
		},
	],
};

const listButton: INodeProperties = {
	displayName: 'Button Text',
	name: 'buttonText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Choose a time',
	displayOptions: { show: { responseType: ['list'] } },
	description: 'Text of the button that opens the list, at most 20 characters',
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

/** As n8n's own nodes have it. */
const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 24, resumeUnit: 'hours' } },
	description: 'How long to wait before the item leaves by Timed Out. Without this option: 7 days.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval', description: 'Waits for a certain amount of time' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime', description: 'Waits until a date and time' },
					],
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 24,
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					description: 'The time to wait; n8n looks once a minute',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					default: 'hours',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					options: [
						{ name: 'Minutes', value: 'minutes' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					description: 'Goes on after this date and time',
				},
			],
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. DE',
			description: 'Two-letter country code for phone numbers written without one',
		},
		{
			displayName: 'Footer',
			name: 'footer',
			type: 'string',
			default: '',
			placeholder: 'e.g. Example Shop',
			description: 'Small text below the question, at most 60 characters',
		},
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order #1001',
			description: 'Bold text above the question, at most 60 characters',
		},
		limitWaitTime,
		{
			displayName: 'Reply To Message ID',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. wamid.HBgL...',
			description: 'ID of the message to quote',
		},
	],
};

/** Fields of the question, after sender and recipient. */
export const questionFields: INodeProperties[] = [
	responseType,
	message,
	approvalOptions,
	buttons,
	listButton,
	{ ...listSections, displayOptions: { show: { responseType: ['list'] } } },
	answerOutputs,
	options,
];
