import type { IDataObject } from 'n8n-workflow';
import { buildContacts } from '../../../../core/message/contacts/build';
import type { ContactCard } from '../../../../core/message/contacts/card';
import { contactCards } from '../../properties/contactCards';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readRows, textOf } from '../../shared/parameters';
import { groupIn, nestedRows } from './nestedRows';
import { sendMessage } from './sendMessage';

function toCard(row: IDataObject): ContactCard {
	const rowsOf = (name: string) => nestedRows(row, { name, entry: 'entry' });
	const more = groupIn(row, 'additionalFields');
	return {
		fullName: textOf(row.fullName) ?? '',
		phones: rowsOf('phones').map(({ phone, waId, type }) => ({
			phone: textOf(phone) ?? '',
			waId: textOf(waId),
			type: textOf(type),
		})),
		emails: rowsOf('emails').map(({ email, type }) => ({ email: textOf(email) ?? '', type: textOf(type) })),
		addresses: rowsOf('addresses').map((address) => ({
			street: textOf(address.street),
			city: textOf(address.city),
			state: textOf(address.state),
			zip: textOf(address.zip),
			country: textOf(address.country),
			countryCode: textOf(address.countryCode),
			type: textOf(address.type),
		})),
		urls: rowsOf('urls').map(({ url, type }) => ({ url: textOf(url) ?? '', type: textOf(type) })),
		birthday: more.birthday,
		company: textOf(more.company),
		department: textOf(more.department),
		firstName: textOf(more.firstName),
		jobTitle: textOf(more.jobTitle),
		lastName: textOf(more.lastName),
		middleName: textOf(more.middleName),
		prefix: textOf(more.prefix),
		suffix: textOf(more.suffix),
	};
}

export const sendContacts: ItemOperation = {
	value: 'sendContacts',
	name: 'Send Contacts',
	action: 'Send contact cards',
	description: 'Send one or more contact cards, which the recipient can save or write to',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, contactCards, messageOptions],
	async execute(context) {
		const contacts = readRows(context.n8n, { name: 'contacts.contact', itemIndex: context.itemIndex }).map(toCard);
		return await sendMessage(context, { build: () => buildContacts({ contacts }) });
	},
};
