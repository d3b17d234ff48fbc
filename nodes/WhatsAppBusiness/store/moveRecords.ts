import { standingOf } from '../../../core/consent/decide';
import type { Move } from '../../../core/contact/observe';
import { keyOfIds, mergeContacts, type ContactIds } from '../../../core/contact/record';
import { COLLECTION_NAMES, collectionOf, keyOf, type CollectionName } from './collections';
import { toConsentRecord } from './consentStore';
import { fromContact, toContact } from './contactRow';
import type { RecordStore, Row } from './recordStore';
import { ownNumber, sendKeyOf } from './sendLog';

function idsOf({ phone, userId }: ContactIds): string[] {
	return [phone, userId].filter((id) => id !== '');
}

/** The row as it is about the person with the new ids. */
function readdressed(name: CollectionName, { row, to }: { row: Row; to: ContactIds }): Row {
	const ids: Row = { contactKey: keyOfIds(to), ...to };
	const columns = collectionOf(name).columns.filter((column) => column.name in ids);
	return { ...row, ...Object.fromEntries(columns.map((column) => [column.name, ids[column.name] ?? ''])) };
}

/** Tells whether a row is about one of the old ids, and does not have all the new ones yet. */
function mustMove(name: CollectionName, { from, to }: Move): (row: Row) => boolean {
	const old = new Set(idsOf(from));
	return (row) => {
		if (!collectionOf(name).contactColumns.some((column) => old.has(String(row[column])))) return false;
		const moved = readdressed(name, { row, to });
		return Object.keys(moved).some((column) => moved[column] !== row[column]);
	};
}

/** A counted message keeps its place in time and leaves the order: a number is the person's own, and may be taken by now. */
function renumbered(row: Row): Row {
	const number = ownNumber();
	return { ...row, number, sendKey: sendKeyOf({ contactKey: String(row.contactKey), number }) };
}

/** Two rows under one key as one, so that neither writes over what the other says. */
function merged(name: CollectionName, rows: readonly [Row, ...Row[]]): Row {
	const [first, ...others] = rows;
	if (name === 'contacts') return fromContact(mergeContacts([toContact(first), ...others.map(toContact)]));
	if (name === 'consent') return { ...standingOf([toConsentRecord(first), ...others.map(toConsentRecord)]) };
	return rows.at(-1) ?? first;
}

/** What stands under its new key already goes into the row that comes there. */
function joinedWith(name: CollectionName, { moving, staying }: { moving: readonly Row[]; staying: readonly Row[] }): Row[] {
	const byKey = new Map<string, [Row, ...Row[]]>();
	for (const row of moving) byKey.set(keyOf(name, row), [row, ...(byKey.get(keyOf(name, row)) ?? [])]);
	for (const row of staying) byKey.get(keyOf(name, row))?.push(row);
	return [...byKey.values()].map((group) => merged(name, group));
}

/**
 * Everything that stands under the old ids, consent and counted sends above all, stands under the new ones afterwards, beside
 * what stood there already.
 */
export async function moveRecords(store: RecordStore, move: Move): Promise<void> {
	const { from, to } = move;
	const names = COLLECTION_NAMES.filter((name) => collectionOf(name).contactColumns.length > 0);
	const values = [...new Set([...idsOf(from), ...idsOf(to)])];
	const answers = await store.find(names.map((collection) => ({ collection, by: 'contact' as const, values })));
	for (const [index, collection] of names.entries()) {
		const rows = answers[index] ?? [];
		const old = rows.filter(mustMove(collection, move));
		if (old.length === 0) continue;
		const staying = rows.filter((row) => !old.includes(row));
		const moving = old.map((row) => readdressed(collection, { row, to }));
		const areNew = collection === 'sends';
		const moved = areNew ? moving.map(renumbered) : joinedWith(collection, { moving, staying });
		await store.put({ collection, rows: moved, areNew });
		const kept = new Set(moved.map((row) => keyOf(collection, row)));
		const keys = old.map((row) => keyOf(collection, row)).filter((key) => !kept.has(key));
		if (keys.length > 0) await store.remove({ collection, keys });
	}
}
