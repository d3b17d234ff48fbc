import {
	CONSENT_CATEGORIES,
	CONSENT_STATES,
	type ConsentCategory,
	type ConsentRecord,
	type ConsentState,
} from '../../../core/consent/record';
import type { RecordStore, Row } from './recordStore';

export interface ConsentFilter {
	state?: ConsentState;
	category?: ConsentCategory;
	/** At most so many, newest first; all when left out. */
	limit?: number;
}

function text(row: Row, column: string): string {
	return String(row[column] ?? '');
}

/**
 * A row as a record. Operators edit rows by hand: a state or category that is neither of ours is read in the way that
 * sends least (an unknown state is an opt-out, an unknown category covers everything).
 */
export function toConsentRecord(row: Row): ConsentRecord {
	const state = text(row, 'state').toLowerCase();
	const category = text(row, 'category').toLowerCase();
	return {
		contactKey: text(row, 'contactKey'),
		phone: text(row, 'phone'),
		userId: text(row, 'userId'),
		category: CONSENT_CATEGORIES.find((known) => known === category) ?? 'all',
		state: CONSENT_STATES.find((known) => known === state) ?? 'opted_out',
		reason: text(row, 'reason'),
		source: text(row, 'source'),
		messageId: text(row, 'messageId'),
		recordedAt: text(row, 'recordedAt'),
		until: text(row, 'until'),
	};
}

/** Consent in the contact record. Fails loudly: "no record" is an answer only from a store that is whole. */
export class ConsentStore {
	constructor(private readonly store: RecordStore) {}

	/** All records of the contacts (contact keys, phones' canonical digits or BSUIDs), in one query. */
	async find(contacts: readonly string[]): Promise<ConsentRecord[]> {
		const [rows = []] = await this.store.find([{ collection: 'consent', by: 'contact', values: contacts }]);
		return rows.map(toConsentRecord);
	}

	/** Writes each record over the one of the same contact key and category. */
	async put(records: readonly ConsentRecord[]): Promise<void> {
		await this.store.put({ collection: 'consent', rows: records.map((record) => ({ ...record })) });
	}

	async list({ state, category, limit }: ConsentFilter): Promise<ConsentRecord[]> {
		const records: ConsentRecord[] = [];
		let after: string | undefined;
		do {
			const page = await this.store.list({
				collection: 'consent',
				where: { ...(state === undefined ? {} : { state }), ...(category === undefined ? {} : { category }) },
				after,
			});
			for (const row of page.rows) records.push(toConsentRecord(row));
			after = page.next;
		} while (after !== undefined);
		const newestFirst = records.sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : a.recordedAt > b.recordedAt ? -1 : 0));
		return limit === undefined ? newestFirst : newestFirst.slice(0, limit);
	}
}
