import type { Cell, Row } from './recordStore';

export interface Column {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
}

/** One kind of record. Names of tables and columns are stored: they never change once shipped. */
export interface Collection {
	/** The Data Table's name, and the collection's in the contract of store workflows. */
	table: string;
	columns: readonly Column[];
	/** Together they tell one record from another. */
	keyColumns: readonly string[];
	/** In these a contact is looked for; none where records are found by key alone. */
	contactColumns: readonly string[];
	/** Whether people write into it by hand, phones in any spelling. */
	isEditedByHand: boolean;
	/** Whether a record is about the same person for good, whoever writes it again. */
	isPersonFixed: boolean;
	/** Whether an empty collection would allow what the lost one forbade: then it is never made anew in silence. */
	isGuarded: boolean;
}

const text = (...names: string[]): Column[] => names.map((name) => ({ name, type: 'string' }));
const dates = (...names: string[]): Column[] => names.map((name) => ({ name, type: 'date' }));

/** By these a Data Table decides who of several has a key (dataTable/claims.ts); they are no part of the record. */
export const CLAIM_COLUMNS: readonly Column[] = [...text('ticket', 'openTicket', 'takenBy'), { name: 'ticketsSeen', type: 'number' }];

const IDENTITY = text('contactKey', 'phone', 'userId');
const BY_ANY_ID = ['contactKey', 'phone', 'userId'];

/** The contact record, split by use, so that what is read before every send stays small. */
export const COLLECTIONS = {
	/** The newest decision of a contact for a category. */
	consent: {
		table: 'whatsapp_consent',
		columns: [...IDENTITY, ...text('category', 'state', 'reason', 'source', 'messageId'), ...dates('recordedAt', 'until')],
		keyColumns: ['contactKey', 'category'],
		contactColumns: BY_ANY_ID,
		isEditedByHand: true,
		isPersonFixed: false,
		isGuarded: true,
	},
	/** Every decision that was ever made. */
	consentHistory: {
		table: 'whatsapp_consent_history',
		columns: [
			...text('entryKey'),
			...IDENTITY,
			...text('category', 'state', 'previousState', 'reason', 'source', 'messageId', 'recordedBy'),
			...dates('recordedAt', 'until'),
		],
		keyColumns: ['entryKey'],
		contactColumns: BY_ANY_ID,
		isEditedByHand: false,
		isPersonFixed: false,
		isGuarded: false,
	},
	/** Who a contact is, and what was last heard. */
	contacts: {
		table: 'whatsapp_contacts',
		columns: [
			...IDENTITY,
			...text('waId', 'username', 'name', 'language', 'country', 'timeZone', 'labels', 'attributes'),
			...dates('lastInboundAt', 'freeEntryUntil', 'handOverUntil'),
			...text('handOverTeam', 'handOverNote'),
			...dates('changedAt'),
		],
		keyColumns: ['contactKey'],
		contactColumns: BY_ANY_ID,
		isEditedByHand: true,
		isPersonFixed: false,
		isGuarded: false,
	},
	/** Other names of a contact, such as `order:1001`. */
	links: {
		table: 'whatsapp_links',
		columns: [...text('link', 'contactKey'), ...dates('changedAt')],
		keyColumns: ['link'],
		contactColumns: ['contactKey'],
		isEditedByHand: false,
		isPersonFixed: false,
		isGuarded: false,
	},
	/** What was sent or is about to be, for the frequency cap; numbered per contact, and each number claimed once. */
	sends: {
		table: 'whatsapp_sends',
		columns: [
			...text('sendKey'),
			...IDENTITY,
			...text('category', 'purpose', 'state', 'owner'),
			{ name: 'number', type: 'number' },
			...dates('sentAt', 'expiresAt'),
			...CLAIM_COLUMNS,
		],
		keyColumns: ['sendKey'],
		contactColumns: BY_ANY_ID,
		isEditedByHand: false,
		isPersonFixed: true,
		isGuarded: true,
	},
	/** Idempotency keys with the message that was sent under them. */
	keys: {
		table: 'whatsapp_send_keys',
		columns: [
			...text('idempotencyKey', 'contactKey', 'owner', 'state', 'messageId', 'result'),
			...dates('claimedAt', 'expiresAt'),
			...CLAIM_COLUMNS,
		],
		keyColumns: ['idempotencyKey'],
		contactColumns: ['contactKey'],
		isEditedByHand: false,
		isPersonFixed: false,
		isGuarded: true,
	},
	/** Questions that wait for an answer. */
	waits: {
		table: 'whatsapp_waits',
		columns: [
			...text('waitKey'),
			...IDENTITY,
			...text('phoneNumberId', 'messageId', 'resumeUrl', 'journeyKey', 'accepts', 'state'),
			...dates('askedAt', 'expiresAt'),
		],
		keyColumns: ['waitKey'],
		contactColumns: BY_ANY_ID,
		isEditedByHand: false,
		isPersonFixed: false,
		isGuarded: false,
	},
	/** Webhook events that were processed. */
	claims: {
		table: 'whatsapp_processed',
		columns: [...text('claimKey', 'owner'), ...dates('at', 'expiresAt'), ...CLAIM_COLUMNS],
		keyColumns: ['claimKey'],
		contactColumns: [],
		isEditedByHand: false,
		isPersonFixed: true,
		isGuarded: false,
	},
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof COLLECTIONS;

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** The collection as a plain definition, without its literal types. */
export function collectionOf(name: CollectionName): Collection {
	return COLLECTIONS[name];
}

function textOf(cell: Cell | undefined): string {
	return cell === null || cell === undefined ? '' : String(cell);
}

/** The key under which a record stands: its key columns, joined by `|`. */
export function keyOf(collection: CollectionName, row: Row): string {
	return collectionOf(collection)
		.keyColumns.map((column) => textOf(row[column]))
		.join('|');
}

/** Whether the record no longer counts at that time; one without an end always does. */
export function hasExpired(row: Row, now: number): boolean {
	const end = Date.parse(textOf(row.expiresAt));
	return !Number.isNaN(end) && end <= now;
}
