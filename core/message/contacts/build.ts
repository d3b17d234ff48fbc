import { Problems } from '../../errors/invalidInput';
import { LIMITS } from '../limits';
import type { ContactCard, ContactObject } from './card';
import { checkCard } from './checkCard';

export interface ContactsMessage {
	type: 'contacts';
	contacts: ContactObject[];
}

/**
 * One or more contact cards (cloud-api 1.3); needs an open customer service window.
 *
 * @throws {InvalidInput} naming `Contacts`, or a field of a card such as `Contact 2 Full Name`, `Contact 1 Phone 2
 * WhatsApp ID` or `Contact 1 Birthday`
 */
export function buildContacts(input: { contacts: readonly ContactCard[] }): ContactsMessage {
	const problems = new Problems();
	const { length } = input.contacts;
	if (length === 0) problems.add('Contacts', 'must not be empty; add at least one contact');
	if (length > LIMITS.contacts) {
		problems.add('Contacts', `has ${length} contacts, at most ${LIMITS.contacts} are allowed`);
	}
	const contacts = input.contacts.map((card, index) => checkCard(problems, { name: `Contact ${index + 1}`, value: card }));
	problems.throwIfAny();
	return { type: 'contacts', contacts };
}
