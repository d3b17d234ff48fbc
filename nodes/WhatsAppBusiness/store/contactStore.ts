import { applyObservation, type Move, type Observation } from '../../../core/contact/observe';
import {
	isSamePerson,
	mergeContacts,
	newContact,
	type ContactIds,
	type ContactRecord,
} from '../../../core/contact/record';
import { fromContact, toContact } from './contactRow';
import { moveRecords } from './moveRecords';
import type { RecordStore } from './recordStore';

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
		for (const move of input.moves) await moveRecords(this.store, move);
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
}

/** The records with those of one person made one. */
function joined(contacts: readonly ContactRecord[]): ContactRecord[] {
	return contacts.reduce<ContactRecord[]>((people, contact) => {
		const own = people.filter((person) => isSamePerson(person, contact));
		if (own.length === 0) return [...people, contact];
		return [...people.filter((person) => !own.includes(person)), mergeContacts([contact, ...own])];
	}, []);
}
