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
	const contact = findContact(objects(contacts), { phone, userId: ownId });
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
	contacts: JsonObject[],
	ids: { phone: string | undefined; userId: string | undefined },
): JsonObject | undefined {
	const same = contacts.find((contact) => agrees(contact, ids) === true);
	if (same !== undefined) return same;
	const [only, ...others] = contacts;
	return only !== undefined && others.length === 0 && agrees(only, ids) === undefined ? only : undefined;
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
