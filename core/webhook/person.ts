import { defined } from '../shared/defined';
import { objectOf, type JsonObject } from '../shared/json';
import { canonicalDigits } from '../phone/contactKey';
import type { WebhookEvent } from './events';
import { objects, text } from './values';

/** Form of a business-scoped user ID (cloud-api 1.9). */
const USER_ID = /^([A-Z]{2})\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** The ids by which one element of a webhook names a person; each field of Meta has its own member names. */
export interface PersonIds {
	phone?: unknown;
	userId?: unknown;
	parentUserId?: unknown;
	username?: unknown;
	name?: unknown;
}

export type Person = Pick<
	WebhookEvent,
	'contactKey' | 'phone' | 'userId' | 'parentUserId' | 'username' | 'name' | 'country'
>;

/** Digits of a WhatsApp ID or phone number; undefined for group ids and BSUIDs. */
export function phoneDigits(value: unknown): string | undefined {
	const digits = text(value)?.replace(/^\+|[\s().-]/g, '');
	return digits !== undefined && /^\d{4,20}$/.test(digits) ? digits : undefined;
}

/** Digits with leading +. */
export function phoneText(value: unknown): string | undefined {
	const digits = phoneDigits(value);
	return digits === undefined ? undefined : `+${digits}`;
}

/** Key of a person: the BSUID, else the canonical digits (cloud-api 1.9, "Rule for the node"). */
export function keyOf(ids: { userId: string | undefined; digits: string | undefined }): string | undefined {
	return ids.userId ?? (ids.digits === undefined ? undefined : canonicalDigits(ids.digits));
}

/**
 * The person an element is about, completed from the `contacts` that Meta sends beside it. A contact is taken when an id
 * agrees, or when it is the only one and no id disagrees.
 */
export function personOf(ids: PersonIds, contacts: unknown): Person {
	const phone = phoneDigits(ids.phone);
	const ownId = text(ids.userId);
	const contact = findContact(contacts, { phone, userId: ownId });
	const profile = objectOf(contact?.profile);
	const userId = ownId ?? text(contact?.user_id);
	const digits = phone ?? phoneDigits(contact?.wa_id);
	return defined<Person>({
		contactKey: keyOf({ userId, digits }),
		phone: digits === undefined ? undefined : `+${digits}`,
		userId,
		parentUserId: text(ids.parentUserId) ?? text(contact?.parent_user_id),
		username: (text(ids.username) ?? text(profile.username))?.replace(/^@/, ''),
		name: text(ids.name) ?? text(profile.name),
		country: userId === undefined ? undefined : USER_ID.exec(userId)?.[1],
	});
}

function findContact(
	contacts: unknown,
	ids: { phone: string | undefined; userId: string | undefined },
): JsonObject | undefined {
	const { only, byUserId, byPhone } = bookOf(contacts);
	if (only !== undefined) return agrees(only, ids) === false ? undefined : only;
	const sameId = ids.userId === undefined ? undefined : byUserId.get(ids.userId);
	if (sameId !== undefined || ids.phone === undefined) return sameId;
	return byPhone.get(canonicalDigits(ids.phone))?.find((contact) => agrees(contact, ids));
}

/** The contacts of one change by what they are found by, or the only one there is. */
interface ContactBook {
	only?: JsonObject;
	byUserId: ReadonlyMap<string, JsonObject>;
	byPhone: ReadonlyMap<string, JsonObject[]>;
}

const NOBODY: ContactBook = { byUserId: new Map(), byPhone: new Map() };

/** By the list that Meta sent: with a thousand messages come a thousand contacts, and each message looks for one. */
const books = new WeakMap<object, ContactBook>();

function bookOf(contacts: unknown): ContactBook {
	if (typeof contacts !== 'object' || contacts === null) return NOBODY;
	const found = books.get(contacts);
	if (found !== undefined) return found;
	const all = objects(contacts);
	const book = all.length > 1 ? indexed(all) : { ...NOBODY, only: all[0] };
	if (all.length > 1) books.set(contacts, book);
	return book;
}

function indexed(contacts: JsonObject[]): ContactBook {
	const byUserId = new Map<string, JsonObject>();
	const byPhone = new Map<string, JsonObject[]>();
	for (const contact of contacts) {
		const userId = text(contact.user_id);
		if (userId !== undefined && !byUserId.has(userId)) byUserId.set(userId, contact);
		const digits = phoneDigits(contact.wa_id);
		if (digits === undefined) continue;
		const key = canonicalDigits(digits);
		const same = byPhone.get(key);
		if (same === undefined) byPhone.set(key, [contact]);
		else same.push(contact);
	}
	return { byUserId, byPhone };
}

/** True: the same person; false: another one; undefined: the ids do not tell. */
function agrees(
	contact: JsonObject,
	ids: { phone: string | undefined; userId: string | undefined },
): boolean | undefined {
	const userId = text(contact.user_id);
	if (userId !== undefined && ids.userId !== undefined) return userId === ids.userId;
	const phone = phoneDigits(contact.wa_id);
	if (phone !== undefined && ids.phone !== undefined) return canonicalDigits(phone) === canonicalDigits(ids.phone);
	return undefined;
}
