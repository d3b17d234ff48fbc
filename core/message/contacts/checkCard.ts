import { DateTime } from 'luxon';
import type { Problems } from '../../errors/invalidInput';
import { defined } from '../../shared/defined';
import { checkText } from '../check';
import type { ContactAddress, ContactCard, ContactObject } from './card';

/** A piece of a card and how problems call it, such as `Contact 1 Phone 2`. */
interface Named<T> {
	name: string;
	value: T;
}

type Take = (label: string, value: unknown) => string | undefined;

/** One card as Meta takes it. */
export function checkCard(problems: Problems, { name, value: card }: Named<ContactCard>): ContactObject {
	const take = taker(problems, name);
	const named = checkName(problems, { name, value: card });
	const phones = rowsOf(card.phones, `${name} Phone`).map((row) => checkPhone(problems, row));
	const emails = rowsOf(card.emails, `${name} Email`).map((row) => ({
		email: need(problems, { field: `${row.name} Email`, value: row.value.email }),
		...typeOf(problems, row),
	}));
	const addresses = rowsOf(card.addresses, `${name} Address`).map((row) => checkAddress(problems, row));
	const urls = rowsOf(card.urls, `${name} URL`).map((row) => ({
		url: need(problems, { field: `${row.name} URL`, value: row.value.url }),
		...typeOf(problems, row),
	}));
	const birthday = checkBirthday(problems, { name, value: card.birthday });
	const org = defined({
		company: take('Company', card.company),
		department: take('Department', card.department),
		title: take('Job Title', card.jobTitle),
	});
	return {
		name: named,
		...(phones.length > 0 && { phones }),
		...(emails.length > 0 && { emails }),
		...(addresses.length > 0 && { addresses }),
		...(Object.keys(org).length > 0 && { org }),
		...(urls.length > 0 && { urls }),
		...(birthday !== undefined && { birthday }),
	};
}

/** Reads a text that may be blank, as undefined then. */
function taker(problems: Problems, name: string): Take {
	return (label, value) => checkText(problems, { field: `${name} ${label}`, value, optional: true }).trim() || undefined;
}

function need(problems: Problems, input: { field: string; value: unknown }): string {
	return checkText(problems, input).trim();
}

function typeOf(problems: Problems, { name, value }: Named<{ type?: string }>): { type?: string } {
	return defined({ type: taker(problems, name)('Type', value.type) });
}

function rowsOf<T>(rows: readonly T[] | undefined, name: string): Array<Named<T>> {
	return (rows ?? []).map((value, index) => ({ name: `${name} ${index + 1}`, value }));
}

/**
 * Meta is said to refuse a card without one more part of the name (unverified), so the full name stands for the first
 * name when there is no part.
 */
function checkName(problems: Problems, { name, value }: Named<ContactCard>): ContactObject['name'] {
	const take = taker(problems, name);
	const fullName = need(problems, { field: `${name} Full Name`, value: value.fullName });
	const parts = defined({
		first_name: take('First Name', value.firstName),
		last_name: take('Last Name', value.lastName),
		middle_name: take('Middle Name', value.middleName),
		prefix: take('Name Prefix', value.prefix),
		suffix: take('Name Suffix', value.suffix),
	});
	return { formatted_name: fullName, ...(Object.keys(parts).length > 0 ? parts : { first_name: fullName }) };
}

function checkPhone(
	problems: Problems,
	row: Named<{ phone: string; type?: string; waId?: string }>,
): { phone: string; type?: string; wa_id?: string } {
	const { name, value } = row;
	const phone = need(problems, { field: `${name} Phone Number`, value: value.phone });
	const waId = taker(problems, name)('WhatsApp ID', value.waId)?.replace(/[\s+().-]/g, '');
	if (waId !== undefined && !/^[0-9]+$/.test(waId)) {
		problems.add(`${name} WhatsApp ID`, `must be the digits of a phone number, not "${waId}"`);
	}
	return { phone, ...typeOf(problems, row), ...(waId !== undefined && { wa_id: waId }) };
}

function checkAddress(problems: Problems, { name, value }: Named<ContactAddress>) {
	const take = taker(problems, name);
	const countryCode = take('Country Code', value.countryCode);
	if (countryCode !== undefined && !/^[a-z]{2}$/i.test(countryCode)) {
		problems.add(`${name} Country Code`, `must have two letters such as DE, not "${countryCode}"`);
	}
	const address = defined({
		street: take('Street', value.street),
		city: take('City', value.city),
		state: take('State', value.state),
		zip: take('ZIP Code', value.zip),
		country: take('Country', value.country),
		country_code: countryCode,
		type: take('Type', value.type),
	});
	if (Object.keys(address).length === 0) problems.add(name, 'must not be empty; fill in the address or delete it');
	return address;
}

/** The date as it is written: a zone must not move a birthday to the day before. */
function checkBirthday(problems: Problems, { name, value }: Named<unknown>): string | undefined {
	const given = Object.prototype.toString.call(value) === '[object Date]' ? (value as Date).toJSON() : value;
	const text = taker(problems, name)('Birthday', given);
	if (text === undefined) return undefined;
	const date = /^(\d{4}-\d{2}-\d{2})([T ].*)?$/.exec(text)?.[1];
	if (date === undefined || !DateTime.fromISO(date).isValid) {
		problems.add(`${name} Birthday`, `"${text}" is not a date; write it as 1990-12-31`);
	}
	return date;
}
