/** What is known about a person. Texts are '' and times '' when unknown; times are ISO in UTC. */
export interface ContactRecord {
	/** BSUID where Meta gave one, else the phone's canonical digits. */
	contactKey: string;
	/** Canonical digits: for matching only. */
	phone: string;
	/** BSUID. */
	userId: string;
	/** The phone's digits as Meta writes them: what messages are sent to. */
	waId: string;
	/** Without the leading @. */
	username: string;
	/** Profile name, or what the operator wrote. */
	name: string;
	/** BCP 47, such as `pt-BR`. */
	language: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** IANA name, such as `America/Sao_Paulo`. */
	timeZone: string;
	labels: string[];
	/** Whatever else the operator keeps: city, size, birthday. */
	attributes: Record<string, string>;
	/** Time of the last message from the person: the customer service window is open for 24 hours from here. */
	lastInboundAt: string;
	/** End of the free entry point after a click-to-WhatsApp ad. */
	freeEntryUntil: string;
	/** A person answers until then, and the bot stays silent. */
	handOverUntil: string;
	handOverTeam: string;
	handOverNote: string;
	changedAt: string;
}

/** The ids by which a person may be known; '' when unknown. */
export interface ContactIds {
	/** Canonical digits. */
	phone: string;
	userId: string;
}

/** The key under which a person with these ids is kept. */
export function keyOfIds({ phone, userId }: ContactIds): string {
	return userId === '' ? phone : userId;
}

/** A person of whom nothing but the ids is known. */
export function newContact(ids: ContactIds): ContactRecord {
	return {
		...ids,
		contactKey: keyOfIds(ids),
		waId: '',
		username: '',
		name: '',
		language: '',
		country: '',
		timeZone: '',
		labels: [],
		attributes: {},
		lastInboundAt: '',
		freeEntryUntil: '',
		handOverUntil: '',
		handOverTeam: '',
		handOverNote: '',
		changedAt: '',
	};
}

/** Whether both records are of one person: they share a phone or a BSUID. */
export function isSamePerson(a: ContactIds, b: ContactIds): boolean {
	return (a.userId !== '' && a.userId === b.userId) || (a.phone !== '' && a.phone === b.phone);
}

/** ISO times compare as text. */
function later(a: string, b: string): string {
	return a > b ? a : b;
}

/**
 * One record of several of the same person: of each text the newest that is not empty, of each time the latest, all
 * labels and attributes. An end of a hand-over stands with its team and note.
 */
export function mergeContacts(records: readonly [ContactRecord, ...ContactRecord[]]): ContactRecord {
	const [first, ...others] = [...records].sort((a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0)) as [
		ContactRecord,
		...ContactRecord[],
	];
	return others.reduce((older, newer): ContactRecord => {
		const text = (name: 'phone' | 'userId' | 'waId' | 'username' | 'name' | 'language' | 'country' | 'timeZone') =>
			newer[name] === '' ? older[name] : newer[name];
		const ids = { phone: text('phone'), userId: text('userId') };
		const handOver = newer.handOverUntil >= older.handOverUntil ? newer : older;
		return {
			...ids,
			contactKey: keyOfIds(ids),
			waId: text('waId'),
			username: text('username'),
			name: text('name'),
			language: text('language'),
			country: text('country'),
			timeZone: text('timeZone'),
			labels: [...new Set([...older.labels, ...newer.labels])],
			attributes: { ...older.attributes, ...newer.attributes },
			lastInboundAt: later(older.lastInboundAt, newer.lastInboundAt),
			freeEntryUntil: later(older.freeEntryUntil, newer.freeEntryUntil),
			handOverUntil: handOver.handOverUntil,
			handOverTeam: handOver.handOverTeam,
			handOverNote: handOver.handOverNote,
			changedAt: later(older.changedAt, newer.changedAt),
		};
	}, first);
}
