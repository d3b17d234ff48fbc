import { contactLink as linkTo } from '../../../../core/link/contactLink';
import type { ItemOperation } from '../../shared/operation';
import { contactOptions } from '../../properties/contactOptions';
import { readObject, readString, textOf } from '../../shared/parameters';

export const contactLink: ItemOperation = {
	value: 'contactLink',
	name: 'Contact Link',
	action: 'Make a contact link',
	description: 'Make a wa.me link that opens a chat with a number, a text typed in already. Nothing is sent and nothing is kept at Meta.',
	properties: [
		{
			displayName: 'Phone Number',
			name: 'phoneNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +1 555 010 0200',
			description: 'The number that the customer shall write to, with country code: the number itself, not its ID',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. Tell me when the blue mug is back',
			description: 'What the customer finds typed in. Empty: nothing.',
		},
		contactOptions,
	],
	async execute({ n8n, itemIndex }) {
		const defaultCountry = textOf(readObject(n8n, { name: 'options', itemIndex }).defaultCountry);
		const text = readString(n8n, { name: 'text', itemIndex });
		const { url, phone } = linkTo({
			phone: n8n.getNodeParameter('phoneNumber', itemIndex),
			text,
			...(defaultCountry === undefined ? {} : { defaultCountry }),
		});
		return { json: { url, phone, text } };
	},
};
