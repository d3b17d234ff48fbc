import { mergeContacts, newContact, type ContactRecord } from '../../../../core/contact/record';
import type { OperationContext } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { ContactStore } from '../../store/contactStore';
import { openStore } from '../../store/openStore';
import type { RecordStore } from '../../store/recordStore';
import { readContact, type Contact } from '../optOut/readContact';

/** Who the item is about. */
export function readItemContact({ n8n, itemIndex }: Pick<OperationContext, 'n8n' | 'itemIndex'>): Contact {
	const options = readObject(n8n, { name: 'options', itemIndex });
	return readContact({
		value: n8n.getNodeParameter('contact', itemIndex),
		field: 'Contact',
		defaultCountry: textOf(options.defaultCountry),
	});
}

/** The record of a contact, a new one when there is none. */
export async function recordOf(store: RecordStore, about: Contact): Promise<ContactRecord> {
	const ids = [about.phone, about.userId].filter((id) => id !== '');
	const [known] = await new ContactStore(store).find(ids);
	const fresh = newContact({ phone: about.phone, userId: about.userId });
	return known === undefined ? fresh : mergeContacts([fresh, known]);
}

/** Changes the record of the item's contact, or begins one. */
export async function changeContact(
	context: Pick<OperationContext, 'n8n' | 'itemIndex'>,
	change: (contact: ContactRecord) => ContactRecord,
): Promise<{ store: RecordStore; contact: ContactRecord }> {
	const about = readItemContact(context);
	const store = await openStore(context.n8n);
	const before = await recordOf(store, about);
	const contact = { ...change(before), changedAt: new Date().toISOString() };
	await new ContactStore(store).put([contact]);
	if (before.contactKey !== contact.contactKey) {
		await store.remove({ collection: 'contacts', keys: [before.contactKey] });
	}
	return { store, contact };
}
