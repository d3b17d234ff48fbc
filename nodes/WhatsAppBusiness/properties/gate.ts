import type { INodeProperties } from 'n8n-workflow';
import { messageCategory } from './consentChoices';
import { gateRules } from './gateRules';

/** What a gate is asked about a message, wherever it is asked. */
export const gateFields: INodeProperties[] = [
	{
		...messageCategory,
		default: 'marketing',
		description: 'What you want to send: opt-outs and frequency are kept by category',
	},
	{
		displayName: 'Purpose',
		name: 'purpose',
		type: 'string',
		default: '',
		placeholder: 'e.g. review-request',
		description: 'A name of your own for what the message is about, such as order-1001-shipped; for the rule Same Purpose',
	},
	{
		displayName: 'Priority',
		name: 'priority',
		type: 'options',
		options: [
			{
				name: 'High',
				value: 'high',
				description: 'Goes out in quiet hours, over caps and during a hand-over, but never against an opt-out',
			},
			{ name: 'Low', value: 'low', description: 'Is suppressed where a normal message would wait' },
			{ name: 'Normal', value: 'normal' },
		],
		default: 'normal',
	},
	{
		displayName: 'Consent',
		name: 'consent',
		type: 'options',
		options: [
			{ name: 'Do Not Check', value: 'off', description: 'Opt-outs are not looked at' },
			{ name: 'Require Opt-In', value: 'requireOptIn', description: 'Only who opted in; a pending double opt-in is none' },
			{ name: 'Respect Opt-Outs', value: 'respectOptOuts', description: 'Everyone who did not opt out' },
		],
		default: 'respectOptOuts',
		description: 'Whom to leave out',
	},
	gateRules,
];

/** Options of a gate, in the order of their names. */
export const gateOptions: INodeProperties[] = [
	{
		displayName: 'Count This Send',
		name: 'countThisSend',
		type: 'boolean',
		default: true,
		description: 'Whether a message that passes is counted, so that frequency rules of all workflows see it',
	},
	{
		displayName: 'Countries with Several Time Zones',
		name: 'zoneChoice',
		type: 'options',
		options: [
			{ name: 'Earliest Clock', value: 'earliest', description: 'The zone furthest west' },
			{ name: 'Latest Clock', value: 'latest', description: 'The zone furthest east' },
			{ name: 'Main Zone', value: 'main', description: 'The zone of most people' },
		],
		default: 'main',
		description: 'Which zone to take when the phone tells the country alone',
	},
	{
		displayName: 'During a Cool-Off',
		name: 'duringCoolOff',
		type: 'options',
		options: [
			{ name: 'Suppress', value: 'suppress' },
			{ name: 'Wait Until It Ends', value: 'wait' },
		],
		default: 'suppress',
		description: 'What happens while an opt-out with an end lasts',
	},
	{
		displayName: 'If the Store Fails',
		name: 'storeFailure',
		type: 'options',
		options: [
			{ name: 'Send Utility Messages', value: 'sendUtility', description: 'Marketing is suppressed all the same' },
			{ name: 'Suppress', value: 'suppress' },
		],
		default: 'suppress',
		description: 'What happens when the contact record cannot be read or written',
	},
	{
		displayName: 'Longest Wait (Hours)',
		name: 'longestWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'What would have to wait longer is suppressed',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description: "The recipient's time zone. Empty: of the contact record, else of the phone's country, else the workflow's own.",
	},
];
