import { isTimeZone } from '../../../../core/contact/timeZone';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { keyOfIds, type ContactRecord } from '../../../../core/contact/record';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readObject, readRows, textOf } from '../../shared/parameters';
import { LinkStore, orderLink } from '../../store/linkStore';
import { readContact, readItemContact } from '../../shared/readContact';
import { changeContact } from '../../store/changeContact';
import { openStore } from '../../store/openStore';
import { contactItem } from '../../../../core/contact/item';
import { updateFields } from './updateFields';

/** What the item wants to set; what it leaves out stays. */
async function readChange(context: OperationContext) {
	const { n8n, itemIndex } = context;
	const fields = readObject(n8n, { name: 'fields', itemIndex });
	const linked = (name: 'phone' | 'userId', field: string) => {
		if (textOf(fields[name]) === undefined) return undefined;
		const id = readContact({ value: fields[name], field })[name];
		if (id !== '') return id;
		throw new InvalidInput([{ field, message: `"${String(fields[name])}" is no ${field.toLowerCase()}` }]);
	};
	return await checkTogether({
		about: () => readItemContact(context),
		phone: () => linked('phone', 'Phone Number'),
		userId: () => linked('userId', 'User ID'),
		country: () => {
			const country = textOf(fields.country)?.trim().toUpperCase();
			if (country === undefined || /^[A-Z]{2}$/.test(country)) return country;
			throw new InvalidInput([{ field: 'Country', message: `"${country}" is no two-letter country code` }]);
		},
		timeZone: () => {
			const zone = textOf(fields.timeZone)?.trim();
			if (zone === undefined || isTimeZone(zone)) return zone;
			throw new InvalidInput([{ field: 'Time Zone', message: `"${zone}" is no time zone; write it as Europe/Berlin` }]);
		},
		name: () => textOf(fields.name),
		language: () => textOf(fields.language),
		order: () => textOf(fields.order),
		attributes: () =>
			readRows(n8n, { name: 'fields.attributes.attribute', itemIndex }).map((row) => [String(row.name ?? ''), String(row.value ?? '')] as const),
	});
}

function changed(before: ContactRecord, change: Awaited<ReturnType<typeof readChange>>): ContactRecord {
	const { attributes, phone, userId, country, timeZone, name, language } = change;
	const texts = { phone, userId, country, timeZone, name, language };
	const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
	const after = { ...before, ...given };
	const all = Object.entries({ ...before.attributes, ...Object.fromEntries(attributes.filter(([name]) => name !== '')) });
	return { ...after, contactKey: keyOfIds(after), attributes: Object.fromEntries(all.filter(([, value]) => value !== '')) };
}

export const update: ItemOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a contact',
	description: 'Set what is known of a contact, or begin their record. What is left out stays as it is.',
	properties: [contact, updateFields, contactOptions],
	async execute(context) {
		const change = await readChange(context);
		const store = await openStore(context.n8n);
		const now = new Date().toISOString();
		const after = await changeContact(store, { about: change.about, now, apply: (before) => changed(before, change) });
		const links = change.order === undefined ? [] : [orderLink(change.order)];
		await new LinkStore(store).put({ links, contactKey: after.contactKey, now });
		return { json: contactItem(after, Date.now()) };
	},
};
