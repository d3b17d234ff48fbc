import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../../properties/defaultCountry';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { template, templateVariables } from '../../properties/template';
import { templateOptions, withOptions } from '../../properties/templateOptions';
import { shownFor } from '../../shared/shownFor';
import { callbackData, journeyKey, limitWaitTime } from './sendAndWaitLimitField';

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		callbackData,
		defaultCountry,
		journeyKey,
		limitWaitTime,
	],
};

/** Fields of Send and Wait for Status. */
export const statusFields: INodeProperties[] = [
	sender,
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		default: 'template',
		options: [
			{ name: 'Template', value: 'template', description: 'An approved template, at any time' },
			{ name: 'Text', value: 'text', description: 'Within 24 hours after the person last wrote' },
		],
	},
	shownFor({ messageType: ['template'] }, template),
	recipient,
	...templateVariables.map((field) => shownFor({ messageType: ['template'] }, field)),
	shownFor({ messageType: ['text'] }, {
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Your parcel arrives today',
		description: 'At most 4096 characters. *bold*, _italic_ and links work as in WhatsApp.',
	}),
	{
		displayName: 'Wait For',
		name: 'waitFor',
		type: 'options',
		noDataExpression: true,
		default: 'delivered',
		options: [
			{ name: 'Delivered', value: 'delivered', description: 'It is on the phone' },
			{
				name: 'Read',
				value: 'read',
				description: 'The person has opened the chat. People can switch this off: then it leaves by Timed Out.',
			},
			{ name: 'Sent', value: 'sent', description: 'Meta has passed it on' },
		],
		description: 'The status at which the workflow goes on. A failure always does.',
	},
	shownFor({ messageType: ['text'] }, options),
	shownFor({ messageType: ['template'] }, withOptions(options, templateOptions)),
];
