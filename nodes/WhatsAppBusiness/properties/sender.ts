import type { INodeProperties } from 'n8n-workflow';

/** The phone number that sends; empty means the credential's. */
export const sender: INodeProperties = {
	displayName: 'Sender',
	name: 'phoneNumberId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Business phone number to send from. Leave empty for the one in the credential.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Phone number of the credential',
			typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540352242922',
			validation: [
				{ type: 'regex', properties: { regex: '^\\s*\\d*\\s*$', errorMessage: 'A phone number ID has digits only' } },
			],
		},
	],
};
