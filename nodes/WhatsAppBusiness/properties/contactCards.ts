import type { INodeProperties } from 'n8n-workflow';

function text(field: { displayName: string; name: string; placeholder: string; description?: string }): INodeProperties {
	return { ...field, type: 'string', default: '' };
}

const type = text({
	displayName: 'Type',
	name: 'type',
	placeholder: 'e.g. WORK',
	description: 'Label in the card, such as CELL, HOME or WORK',
});

function rows(list: { displayName: string; name: string; row: string; values: INodeProperties[] }): INodeProperties {
	const { displayName, name, row, values } = list;
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: `Add ${row}`,
		default: {},
		options: [{ displayName: row, name: 'entry', values: [...values, type] }],
	};
}

const phones = rows({
	displayName: 'Phones',
	name: 'phones',
	row: 'Phone',
	values: [
		{ ...text({ displayName: 'Phone Number', name: 'phone', placeholder: 'e.g. +1 555 010 0200' }), required: true },
		text({
			displayName: 'WhatsApp ID',
			name: 'waId',
			placeholder: 'e.g. 15550100200',
			description: 'Digits of the number on WhatsApp, so that the card offers a chat. Empty: it offers an invitation.',
		}),
	],
});

const emails = rows({
	displayName: 'Emails',
	name: 'emails',
	row: 'Email',
	values: [{ ...text({ displayName: 'Email', name: 'email', placeholder: 'e.g. name@shop.example' }), required: true }],
});

const addresses = rows({
	displayName: 'Addresses',
	name: 'addresses',
	row: 'Address',
	values: [
		text({ displayName: 'Street', name: 'street', placeholder: 'e.g. 1 Main Street' }),
		text({ displayName: 'City', name: 'city', placeholder: 'e.g. Springfield' }),
		text({ displayName: 'State', name: 'state', placeholder: 'e.g. OR' }),
		text({ displayName: 'ZIP Code', name: 'zip', placeholder: 'e.g. 97477' }),
		text({ displayName: 'Country', name: 'country', placeholder: 'e.g. United States' }),
		text({ displayName: 'Country Code', name: 'countryCode', placeholder: 'e.g. US', description: 'Two letters' }),
	],
});

const urls = rows({
	displayName: 'URLs',
	name: 'urls',
	row: 'URL',
	values: [{ ...text({ displayName: 'URL', name: 'url', placeholder: 'e.g. https://shop.example' }), required: true }],
});

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Birthday',
			name: 'birthday',
			type: 'dateTime',
			default: '',
			description: 'Only the date counts; an expression may give it as 1990-12-31',
		},
		text({ displayName: 'Company', name: 'company', placeholder: 'e.g. Shop Example' }),
		text({ displayName: 'Department', name: 'department', placeholder: 'e.g. Support' }),
		text({ displayName: 'First Name', name: 'firstName', placeholder: 'e.g. Ana' }),
		text({ displayName: 'Job Title', name: 'jobTitle', placeholder: 'e.g. Head of Support' }),
		text({ displayName: 'Last Name', name: 'lastName', placeholder: 'e.g. Silva' }),
		text({ displayName: 'Middle Name', name: 'middleName', placeholder: 'e.g. Maria' }),
		text({ displayName: 'Name Prefix', name: 'prefix', placeholder: 'e.g. Dr.' }),
		text({ displayName: 'Name Suffix', name: 'suffix', placeholder: 'e.g. Jr.' }),
	],
};

/** Contact cards with all that WhatsApp can show (cloud-api 1.3). */
export const contactCards: INodeProperties = {
	displayName: 'Contacts',
	name: 'contacts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Contact',
	default: {},
	required: true,
	description: 'One or more contact cards, at most 257',
	options: [
		{
			displayName: 'Contact',
			name: 'contact',
			values: [
				{
					...text({ displayName: 'Full Name', name: 'fullName', placeholder: 'e.g. Ana Silva' }),
					required: true,
					description: 'As the card shows it',
				},
				phones,
				emails,
				addresses,
				urls,
				additionalFields,
			],
		},
	],
};
