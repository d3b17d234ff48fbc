import { mergeContacts, newContact, type ContactIds, type ContactRecord } from '../../../core/contact/record';
import { ContactStore } from './contactStore';
import type { RecordStore } from './recordStore';

/** The record of a person, a new one when there is none. */
async function recordOf(store: RecordStore, { phone, userId }: ContactIds): Promise<ContactRecord> {
	const [known] = await new ContactStore(store).find([phone, userId].filter((id) => id !== ''));
	const fresh = newContact({ phone, userId });
	return known === undefined ? fresh : mergeContacts([fresh, known]);
}

/**
 * Changes the record of a person, or begins one. When the change gives the record another key, the old one goes.
 *
 * @param change.now ISO time
 */
export async function changeContact(
	store: RecordStore,
	change: { about: ContactIds; now: string; apply: (contact: ContactRecord) => ContactRecord },
): Promise<ContactRecord> {
	const before = await recordOf(store, change.about);
	const contact = { ...change.apply(before), changedAt: change.now };
	await new ContactStore(store).put([contact]);
	if (before.contactKey !== contact.contactKey) {
		await store.remove({ collection: 'contacts', keys: [before.contactKey] });
	}
	return contact;
}
