import { keyOfIds, type ContactIds } from '../../../core/contact/record';
import { COLLECTION_NAMES, COLLECTIONS, collectionOf, keyOf } from './collections';
import { ContactStore } from './contactStore';
import type { RecordStore } from './recordStore';

/** What was found and removed. */
export interface Erasure {
	/** All ids of the person that the record knew; they are what was looked for. */
	ids: string[];
	/** Records that were removed, by collection. */
	removed: Record<string, number>;
	/** Records that are still found under the ids after the removal; 0, or the erasure is not complete. */
	remaining: number;
}

/** A person's own ids, and those that the contact record links to them. */
async function idsOf(store: RecordStore, person: ContactIds): Promise<string[]> {
	const given = [person.phone, person.userId].filter((id) => id !== '');
	const known = await new ContactStore(store).find(given);
	const linked = known.flatMap(({ contactKey, phone, userId }) => [contactKey, phone, userId]);
	return [...new Set([keyOfIds(person), ...given, ...linked])].filter((id) => id !== '');
}

/** Removes everything that the contact record holds of a person, and looks again. */
export async function erasePerson(store: RecordStore, person: ContactIds): Promise<Erasure> {
	const ids = await idsOf(store, person);
	const collections = COLLECTION_NAMES.filter((name) => collectionOf(name).contactColumns.length > 0);
	const queries = collections.map((collection) => ({ collection, by: 'contact' as const, values: ids }));
	const found = await store.find(queries);
	const removed: Record<string, number> = {};
	for (const [index, collection] of collections.entries()) {
		const keys = [...new Set((found[index] ?? []).map((row) => keyOf(collection, row)))];
		if (keys.length > 0) await store.remove({ collection, contacts: ids });
		removed[COLLECTIONS[collection].table] = found[index]?.length ?? 0;
	}
	const left = await store.find(queries);
	return { ids, removed, remaining: left.reduce((sum, rows) => sum + rows.length, 0) };
}
