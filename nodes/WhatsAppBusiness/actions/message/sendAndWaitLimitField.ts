import type { INodeProperties } from 'n8n-workflow';
import { quietHours as quietHoursRule } from '../../properties/gateRules';

/** As other sends have it, a little shorter. */
export const callbackData: INodeProperties = {
	displayName: 'Callback Data',
	name: 'callbackData',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-1001',
	description: 'Text or JSON that comes back in every status of this message, at most about 400 characters',
};

/** What a wait belongs to. */
export const journeyKey: INodeProperties = {
	displayName: 'Journey Key',
	name: 'journeyKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-1001',
	description:
		'What this belongs to, so that Cancel Pending can end it together with everything else of the journey. Without callback data it comes back in every status.',
};

/** As n8n's own nodes have it. */
export const limitWaitTime: INodeProperties = {
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

/** When no reminder goes out. */
export const quietHours: INodeProperties = {
	displayName: 'Quiet Hours',
	name: 'quietHours',
	type: 'fixedCollection',
	default: { values: { from: '21:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] } },
	description:
		'When no reminder goes out, on the clock of the recipient: it is sent when they end, unless the wait is over by then. The question itself is not held back; put Check Before Sending before it.',
	options: [{ displayName: 'Values', name: 'values', values: quietHoursRule.values }],
};

/** A second message while nobody has answered. */
export const reminder: INodeProperties = {
	displayName: 'Reminder',
	name: 'reminder',
	type: 'fixedCollection',
	default: { values: { amount: 4, unit: 'hours', send: 'text', text: '' } },
	description:
		'What to send when there is no answer after some time. Not sent once the 24 hours after the last message of the person are over, unless it is a template.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'After',
					name: 'amount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 4,
					description: 'Counted from the question; n8n looks once a minute',
				},
				{
					displayName: 'Unit',
					name: 'unit',
					type: 'options',
					default: 'hours',
					options: [
						{ name: 'Minutes', value: 'minutes' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
				},
				{
					displayName: 'Send',
					name: 'send',
					type: 'options',
					default: 'text',
					options: [
						{ name: 'A Text', value: 'text', description: 'The buttons of the question go on working' },
						{ name: 'The Question Again', value: 'question', description: 'With the same buttons' },
					],
				},
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					typeOptions: { rows: 2 },
					default: '',
					placeholder: 'e.g. May we remind you of our question?',
					displayOptions: { show: { send: ['text'] } },
				},
			],
		},
	],
};
