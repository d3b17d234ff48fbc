import type { INodeProperties } from 'n8n-workflow';

/** What Update can set. Names are stored: they never change. */
export const updateFields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		{
			displayName: 'Attributes',
			name: 'attributes',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add attribute',
			default: {},
			description: 'Whatever else you want to keep, such as city or shoe size. An empty value removes one.',
			options: [
				{
					name: 'attribute',
					displayName: 'Attribute',
					values: [
						{ displayName: 'Name', name: 'name', type: 'string', default: '' },
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
		{ displayName: 'Country', name: 'country', type: 'string', default: '', placeholder: 'e.g. BR', description: 'Two-letter country code' },
		{ displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. pt_BR' },
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		{ displayName: 'Order', name: 'order', type: 'string', default: '', placeholder: 'e.g. 1001', description: 'Links an order to the contact, so that Resolve finds them by it' },
		{ displayName: 'Phone Number', name: 'phone', type: 'string', default: '', description: 'Links a phone number to a contact that is known by user ID' },
		{ displayName: 'Time Zone', name: 'timeZone', type: 'string', default: '', placeholder: 'e.g. America/Sao_Paulo', description: 'For quiet hours; without it the country decides' },
		{ displayName: 'User ID', name: 'userId', type: 'string', default: '', description: 'Links a business-scoped user ID to a contact that is known by phone number' },
	],
};
