import type { INodeProperties } from 'n8n-workflow';
import { defaultCountry } from '../../properties/defaultCountry';

export const recordOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		defaultCountry,
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			default: '',
			description: 'ID of the message that proves the decision',
		},
		{
			displayName: 'Phone Number',
			name: 'phone',
			type: 'string',
			default: '',
			description: 'Links the phone number when Contact is a user ID, so that a check by phone finds the record',
		},
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. too many messages',
			description: 'Why, for the people who read the table',
		},
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description: 'When an opt-out ends by itself. Empty: never.',
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			description: 'Links the business-scoped user ID when Contact is a phone number',
		},
	],
};
