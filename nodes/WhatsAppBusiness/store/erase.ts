import { keyOfIds, type ContactIds } from '../../../core/contact/record';
import type { ConsentRecord } from '../../../core/consent/record';
import { COLLECTION_NAMES, COLLECTIONS, collectionOf, keyOf, type CollectionName } from './collections';
import { ConsentStore, toConsentRecord } from './consentStore';
import { findPeople } from './people';
import type { RecordStore, Row } from './recordStore';

/** What was found and removed. */
export interface Erasure {
	/** All ids of the person that the record knew; they are what was looked for. */
	ids: string[];
	/** Records that were removed, by collection. */
	removed: Record<string, number>;
	/** Records that are still found under the ids after the removal, without those that were kept; 0, or the erasure is not complete. */
	remaining: number;
	/** Decisions of which something was kept. */
	kept: ConsentRecord[];
}

/**
 * Removes everything that the contact record holds of a person, by whatever ids some record links to theirs, and looks again.
 *
 * @param person.keep what remains of a decision; nothing when undefined. It is written over the decision, so that an opt-out
 * stands at every moment
 */
export async function erasePerson(
	store: RecordStore,
	{ keep, ...person }: ContactIds & { keep: (record: ConsentRecord) => ConsentRecord | undefined },
): Promise<Erasure> {
	const collections = COLLECTION_NAMES.filter((name) => collectionOf(name).contactColumns.length > 0);
	const [found] = await findPeople(store, { people: [person], collections });
	const ids = [...new Set([keyOfIds(person), ...(found?.ids ?? [])])];
	const kept = (found?.rows.consent ?? []).flatMap((row) => keep(toConsentRecord(row)) ?? []);
	const keptKeys = new Set(kept.map((record) => keyOf('consent', { ...record })));
	const isKept = (name: CollectionName) => (row: Row) => name === 'consent' && keptKeys.has(keyOf(name, row));
	if (kept.length > 0) await new ConsentStore(store).put(kept);
	const removed: Record<string, number> = {};
	for (const collection of collections) {
		const rows = found?.rows[collection] ?? [];
		const keys = rows.filter((row) => !isKept(collection)(row)).map((row) => keyOf(collection, row));
		if (keys.length === rows.length && keys.length > 0) await store.remove({ collection, contacts: ids });
		else if (keys.length > 0) await store.remove({ collection, keys });
		removed[COLLECTIONS[collection].table] = rows.length;
	}
	const left = await store.find(collections.map((collection) => ({ collection, by: 'contact' as const, values: ids })));
	const remaining = collections.flatMap((collection, index) => (left[index] ?? []).filter((row) => !isKept(collection)(row))).length;
	return { ids, removed, remaining, kept };
}
