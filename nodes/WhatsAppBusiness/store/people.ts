import { keyOfIds, mergeContacts, type ContactIds, type ContactRecord } from '../../../core/contact/record';
import type { CollectionName } from './collections';
import { toContact } from './contactRow';
import type { RecordStore, Row } from './recordStore';

/** What the store knows of one person, by whatever of the ids it was found. */
export interface Person {
	/** The key under which the person's sends are numbered: the same for everyone who knows the same ids. */
	contactKey: string;
	/** All ids of the person: phones' canonical digits and BSUIDs. */
	ids: readonly string[];
	contact?: ContactRecord;
	/** Rows of the collections that were asked. */
	rows: Partial<Record<CollectionName, readonly Row[]>>;
}

const ID_COLUMNS = ['contactKey', 'phone', 'userId'] as const;

function idsIn(row: Row): string[] {
	return [...new Set(ID_COLUMNS.map((column) => String(row[column] ?? '')))].filter((id) => id !== '');
}

/** Ids that belong together because some row names both, joined step by step. */
class Kinship {
	private readonly parents = new Map<string, string>();

	rootOf(id: string): string {
		let root = id;
		for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent;
		if (root !== id) this.parents.set(id, root);
		return root;
	}

	join(ids: readonly string[]): void {
		const [first, ...others] = ids;
		if (first === undefined) return;
		for (const other of others) {
			const [from, to] = [this.rootOf(other), this.rootOf(first)];
			if (from !== to) this.parents.set(from, to);
		}
	}
}

function byRoot<T>(entries: readonly T[], { kinship, idOf }: { kinship: Kinship; idOf: (entry: T) => string }): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const entry of entries) {
		const root = kinship.rootOf(idOf(entry));
		const group = groups.get(root);
		if (group === undefined) groups.set(root, [entry]);
		else group.push(entry);
	}
	return groups;
}

/** Contact records are matched by their ids, not by what their key says. */
function contactOf(rows: readonly Row[]): ContactRecord | undefined {
	const [first, ...others] = rows.map(toContact);
	return first === undefined ? undefined : mergeContacts([first, ...others]);
}

/** Digits before letters would make a phone the key; a BSUID comes first, and of several the lowest. */
function keyOf(ids: readonly string[]): string {
	const sorted = [...ids].sort();
	return keyOfIds({ userId: sorted.find((id) => !/^\d+$/.test(id)) ?? '', phone: sorted[0] ?? '' });
}

/**
 * Everything that some collections hold about people: one look-up of all collections together, and a second one only when
 * rows name ids of a person (a phone beside the BSUID) that were not asked for.
 *
 * @param question.people the ids that are known
 * @param question.collections those with rows of contacts
 * @returns a person for each of the people; the same one for two ids of one person
 */
export async function findPeople(
	store: RecordStore,
	question: { people: readonly ContactIds[]; collections: readonly CollectionName[] },
): Promise<Person[]> {
	const { people, collections } = question;
	const asked = new Set(people.flatMap(({ phone, userId }) => [phone, userId]).filter((id) => id !== ''));
	const kinship = new Kinship();
	for (const { phone, userId } of people) kinship.join([phone, userId].filter((id) => id !== ''));

	const ask = async (values: readonly string[]): Promise<Row[][]> => {
		const answers = await store.find(collections.map((collection) => ({ collection, by: 'contact', values })));
		for (const row of answers.flat()) kinship.join(idsIn(row));
		return answers;
	};
	const answers = await ask([...asked]);
	const others = new Set(answers.flat().flatMap(idsIn).filter((id) => !asked.has(id)));
	const more = others.size === 0 ? [] : await ask([...others]);

	const ids = byRoot([...asked, ...others], { kinship, idOf: (id) => id });
	const rowsOf = collections.map((_, index) =>
		byRoot([...(answers[index] ?? []), ...(more[index] ?? [])], { kinship, idOf: (row) => idsIn(row)[0] ?? '' }),
	);
	const known = new Map<string, Person>();
	for (const [root, own] of ids) {
		const rows = Object.fromEntries(collections.map((name, index) => [name, distinctIf(others.size > 0, rowsOf[index]?.get(root) ?? [])]));
		const contact = contactOf((rows.contacts as Row[] | undefined) ?? []);
		known.set(root, { contactKey: keyOf(own), ids: own, ...(contact === undefined ? {} : { contact }), rows });
	}
	return people.map((person) => {
		const id = keyOfIds(person);
		return known.get(kinship.rootOf(id)) ?? { contactKey: id, ids: [id], rows: {} };
	});
}

/** A row that both look-ups found comes once. */
function distinctIf(wereTwo: boolean, rows: readonly Row[]): Row[] {
	if (!wereTwo || rows.length < 2) return [...rows];
	return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
