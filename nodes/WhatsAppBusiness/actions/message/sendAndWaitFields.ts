import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../../properties/defaultCountry';
import { flow } from '../../properties/flow';
import { listSections } from '../../properties/listSections';
import { recipient } from '../../properties/recipient';
import { replyButtons } from '../../properties/replyButtons';
import { template, templateVariables } from '../../properties/template';
import { templateOptions, withOptions } from '../../properties/templateOptions';
import { shownFor } from '../../shared/shownFor';
import { answerFields, answerOptions } from './sendAndWaitAnswerFields';
import { callbackData, limitWaitTime, quietHours, reminder } from './sendAndWaitLimitField';

/** Shows a field for these response types only, keeping its own rule. */
function shownAs(responseTypes: string[], property: INodeProperties): INodeProperties {
	return shownFor({ responseType: responseTypes }, property);
}

/** How the question is put. Names and values as in n8n's own "send and wait", whose tools for agents set them. */
const responseType: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	noDataExpression: true,
	default: 'buttons',
	options: [
		{ name: 'Approval', value: 'approval', description: 'Asks with one button, or two: approve and decline' },
		{ name: 'Contact Request', value: 'contact', description: 'Asks for the phone number, with a button that shares it' },
		{ name: 'Flow', value: 'flow', description: 'Asks with a button that opens a WhatsApp Flow' },
		{ name: 'List', value: 'list', description: 'Asks with a button that opens a list of up to ten rows' },
		{ name: 'Location Request', value: 'location', description: 'Asks with a button that sends the location' },
		{ name: 'Plain Question', value: 'freeText', description: 'Asks by text, answered by writing or sending something' },
		{ name: 'Reply Buttons', value: 'buttons', description: 'Asks with one to three buttons' },
		{
			name: 'Template',
			value: 'template',
			description: 'Asks by an approved template with quick replies, which can be sent at any time',
		},
	],
	description: 'How the person answers, in the chat',
};

const RESPONSE_TYPES = (responseType.options ?? []).flatMap((option) => ('value' in option ? [String(option.value)] : []));

const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	displayOptions: { hide: { responseType: ['template'] } },
	placeholder: 'e.g. Shall we deliver your order #1001 for cash on delivery?',
	description:
		'The question, at most 1024 characters (4096 for a list or a plain question). *bold*, _italic_ and links work as in WhatsApp. It can be sent within 24 hours after the person last wrote; at other times ask by a template.',
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

const listButton: INodeProperties = {
	displayName: 'Button Text',
	name: 'buttonText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Choose a time',
	description: 'Text of the button that opens the list (at most 20 characters) or the Flow (30)',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		callbackData,
		defaultCountry,
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
		quietHours,
		reminder,
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

const LIST_AND_FLOW = ['flow', 'list'];

/** Fields of the question, after the sender. */
export const questionFields: INodeProperties[] = [
	responseType,
	// Before the recipient: n8n makes no variable fields while a field above holds an expression without data.
	shownAs(['template'], template),
	recipient,
	message,
	...templateVariables.map((field) => shownAs(['template'], field)),
	approvalOptions,
	shownAs(['buttons'], replyButtons),
	...flow
		.filter(({ name }) => name !== 'flowReference' && name !== 'buttonText')
		.map((field) => shownAs(['flow'], field)),
	shownAs(LIST_AND_FLOW, listButton),
	shownAs(['list'], listSections),
	...answerFields,
	shownAs(RESPONSE_TYPES.filter((type) => type !== 'template'), withOptions(options, answerOptions)),
	shownAs(['template'], withOptions({ ...options, options: [callbackData, defaultCountry, limitWaitTime, quietHours, reminder, ...answerOptions] }, templateOptions)),
];
