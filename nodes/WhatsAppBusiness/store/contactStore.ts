import { applyObservation, type Move, type Observation } from '../../../core/contact/observe';
import {
	isSamePerson,
	keyOfIds,
	mergeContacts,
	newContact,
	type ContactIds,
	type ContactRecord,
} from '../../../core/contact/record';
import { parseJsonObject } from '../../../core/shared/json';
import { COLLECTION_NAMES, collectionOf, keyOf } from './collections';
import type { RecordStore, Row } from './recordStore';

function text(row: Row, column: string): string {
	return String(row[column] ?? '');
}

/** Labels are kept as a person would write them: separated by commas. */
function labelsOf(cell: string): string[] {
	return [...new Set(cell.split(',').map((label) => label.trim()))].filter((label) => label !== '');
}

function attributesOf(cell: string): Record<string, string> {
	return Object.fromEntries(Object.entries(parseJsonObject(cell) ?? {}).map(([name, value]) => [name, String(value)]));
}

export function toContact(row: Row): ContactRecord {
	const ids = { phone: text(row, 'phone'), userId: text(row, 'userId') };
	return {
		...ids,
		contactKey: text(row, 'contactKey') || keyOfIds(ids),
		waId: text(row, 'waId'),
		username: text(row, 'username'),
		name: text(row, 'name'),
		language: text(row, 'language'),
		country: text(row, 'country'),
		timeZone: text(row, 'timeZone'),
		labels: labelsOf(text(row, 'labels')),
		attributes: attributesOf(text(row, 'attributes')),
		lastInboundAt: text(row, 'lastInboundAt'),
		freeEntryUntil: text(row, 'freeEntryUntil'),
		handOverUntil: text(row, 'handOverUntil'),
		handOverTeam: text(row, 'handOverTeam'),
		handOverNote: text(row, 'handOverNote'),
		changedAt: text(row, 'changedAt'),
	};
}

export function fromContact(contact: ContactRecord): Row {
	return {
		...contact,
		labels: contact.labels.join(', '),
		attributes: Object.keys(contact.attributes).length === 0 ? '' : JSON.stringify(contact.attributes),
	};
}

function idsOf({ phone, userId }: ContactIds): string[] {
	return [phone, userId].filter((id) => id !== '');
}

/** Who contacts are and what was last heard of them, in the contact record. */
export class ContactStore {
	constructor(private readonly store: RecordStore) {}

	/**
	 * One record per person, of all that have one of the ids (canonical digits or BSUIDs). Several rows of a person, one
	 * by phone and one by BSUID, come as one.
	 */
	async find(ids: readonly string[]): Promise<ContactRecord[]> {
		const [rows = []] = await this.store.find([{ collection: 'contacts', by: 'contact', values: ids }]);
		return joined(rows.map(toContact));
	}

	/** Writes records over those of the same contact keys. */
	async put(contacts: readonly ContactRecord[]): Promise<void> {
		if (contacts.length > 0) await this.store.put({ collection: 'contacts', rows: contacts.map(fromContact) });
	}

	/**
	 * Writes down what was observed, each person once, and moves what belongs to people whose number or BSUID changed.
	 *
	 * @param input.now ISO time of the change
	 * @returns the records of all who were observed
	 */
	async observe(input: {
		observations: readonly Observation[];
		moves: readonly Move[];
		now: string;
	}): Promise<ContactRecord[]> {
		for (const move of input.moves) await this.move(move);
		const people = input.observations.flatMap(idsOf);
		if (people.length === 0) return [];
		const [rows = []] = await this.store.find([{ collection: 'contacts', by: 'contact', values: [...new Set(people)] }]);
		const known = rows.map(toContact);
		const before = joined(known);
		const after = input.observations.reduce<ContactRecord[]>((records, observation) => {
			const own = records.filter((record) => isSamePerson(record, observation));
			const [first = newContact(observation), ...others] = own;
			const seen = applyObservation(mergeContacts([first, ...others]), observation);
			return [...records.filter((record) => !own.includes(record)), seen];
		}, before);
		const changed = after
			.filter((record) => !before.includes(record))
			.map((record) => ({ ...record, changedAt: input.now }));
		await this.put(changed);
		const gone = known.filter(
			({ contactKey, ...ids }) => changed.some((record) => isSamePerson(record, ids) && record.contactKey !== contactKey),
		);
		if (gone.length > 0) {
			await this.store.remove({ collection: 'contacts', keys: gone.map(({ contactKey }) => contactKey) });
		}
		return changed;
	}

	/** Everything that stands under the old ids, consent above all, stands under the new ones afterwards. */
	async move({ from, to }: Move): Promise<void> {
		const contactKey = keyOfIds(to);
		const values = idsOf(from);
		const queries = COLLECTION_NAMES.filter((name) => collectionOf(name).contactColumns.length > 0).map(
			(collection) => ({ collection, by: 'contact' as const, values }),
		);
		const answers = await this.store.find(queries);
		for (const [index, { collection }] of queries.entries()) {
			const rows = answers[index] ?? [];
			const { columns } = collectionOf(collection);
			const has = (column: string) => columns.some(({ name }) => name === column);
			const moved = rows.map((row) => ({
				...row,
				contactKey,
				...(has('phone') ? { phone: to.phone } : {}),
				...(has('userId') ? { userId: to.userId } : {}),
				...(collection === 'sends' ? { sendKey: `${contactKey}|${row.number ?? 0}` } : {}),
			}));
			if (moved.length === 0) continue;
			await this.store.put({ collection, rows: moved });
			const kept = new Set(moved.map((row) => keyOf(collection, row)));
			const keys = rows.map((row) => keyOf(collection, row)).filter((key) => !kept.has(key));
			if (keys.length > 0) await this.store.remove({ collection, keys });
		}
	}
}

/** The records with those of one person made one. */
function joined(contacts: readonly ContactRecord[]): ContactRecord[] {
	return contacts.reduce<ContactRecord[]>((people, contact) => {
		const own = people.filter((person) => isSamePerson(person, contact));
		if (own.length === 0) return [...people, contact];
		return [...people.filter((person) => !own.includes(person)), mergeContacts([contact, ...own])];
	}, []);
}
