import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

const DAYS = [
	{ name: 'Monday', value: 1 },
	{ name: 'Tuesday', value: 2 },
	{ name: 'Wednesday', value: 3 },
	{ name: 'Thursday', value: 4 },
	{ name: 'Friday', value: 5 },
	{ name: 'Saturday', value: 6 },
	{ name: 'Sunday', value: 7 },
];

const counts: INodeProperties = {
	displayName: 'Count',
	name: 'counts',
	type: 'options',
	options: [
		{ name: 'All Messages', value: 'all', description: 'Marketing and utility together' },
		{ name: 'Same Category', value: 'category', description: 'Only messages of the category that is about to be sent' },
	],
	default: 'category',
};

const cap: INodePropertyCollection = {
	displayName: 'Frequency Cap',
	name: 'cap',
	values: [
		{
			displayName: 'Messages',
			name: 'most',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'At most so many messages to one person',
		},
		{
			displayName: 'Days',
			name: 'days',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 90 },
			default: 7,
			description: 'In any stretch of so many days, at most 90',
		},
		counts,
		{
			displayName: 'When Reached',
			name: 'whenReached',
			type: 'options',
			options: [
				{ name: 'Suppress', value: 'suppress' },
				{ name: 'Wait Until It Is Free Again', value: 'wait' },
			],
			default: 'suppress',
			description: 'What happens to a message over the cap',
		},
	],
};

const gap: INodePropertyCollection = {
	displayName: 'Minimum Gap',
	name: 'gap',
	values: [
		{
			displayName: 'Hours',
			name: 'hours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description: 'Waits until so many hours after the message before',
		},
		counts,
	],
};

const goal: INodePropertyCollection = {
	displayName: 'Goal Met or Cancelled',
	name: 'goal',
	values: [
		{
			displayName: 'Is Met',
			name: 'isMet',
			type: 'boolean',
			default: false,
			description:
				'Whether the message has lost its point: the order was cancelled, the cart bought, the rating given. Use an expression.',
		},
	],
};

const handOver: INodePropertyCollection = {
	displayName: 'Hand-Over',
	name: 'handOver',
	values: [
		{
			displayName: 'Respect',
			name: 'respect',
			type: 'boolean',
			default: true,
			description: 'Whether to wait while somebody of the business has the conversation',
		},
	],
};

const holidays: INodePropertyCollection = {
	displayName: 'Holidays',
	name: 'holidays',
	values: [
		{
			displayName: 'Dates',
			name: 'dates',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12-25, 2026-04-05',
			description: 'Days without messages, separated by commas; 12-25 is 25 December of every year',
		},
	],
};

const quietDays: INodePropertyCollection = {
	displayName: 'Quiet Days',
	name: 'quietDays',
	values: [
		{
			displayName: 'Days',
			name: 'days',
			type: 'multiOptions',
			options: DAYS,
			default: [7],
			description: 'Days of the week without messages',
		},
	],
};

/** Hours without messages, on the recipient's clock. */
export const quietHours: INodePropertyCollection = {
	displayName: 'Quiet Hours',
	name: 'quietHours',
	values: [
		{
			displayName: 'From',
			name: 'from',
			type: 'string',
			default: '21:00',
			placeholder: 'e.g. 21:00',
			description: "Time in the recipient's own time zone",
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '08:00',
			placeholder: 'e.g. 08:00',
			description: "Time in the recipient's own time zone; on the next day when it is before From",
		},
		{
			displayName: 'Days',
			name: 'days',
			type: 'multiOptions',
			options: DAYS,
			default: [1, 2, 3, 4, 5, 6, 7],
			description: 'Days on which these quiet hours begin',
		},
	],
};

const samePurpose: INodePropertyCollection = {
	displayName: 'Same Purpose',
	name: 'samePurpose',
	values: [
		{
			displayName: 'Days',
			name: 'days',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 90 },
			default: 30,
			description: 'Suppresses what was sent for the same purpose in so many days, at most 90',
		},
	],
};

const window: INodePropertyCollection = {
	displayName: 'Customer Service Window',
	name: 'window',
	values: [
		{
			displayName: 'Required',
			name: 'required',
			type: 'boolean',
			default: true,
			description:
				'Whether to suppress while the customer service window is closed: for all messages but templates. It needs the contact record, which the trigger keeps.',
		},
	],
};

/** The rules that people add one by one; what is not added is off. */
export const gateRules: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Rule',
	default: { quietHours: [{ from: '21:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] }] },
	description: 'What is not added is not checked. Opt-outs have a field of their own.',
	options: [window, cap, goal, handOver, holidays, gap, quietDays, quietHours, samePurpose],
};
