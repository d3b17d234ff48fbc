import type { ConsentCategory, ConsentRecord, ConsentState } from '../../../core/consent/record';

/** Who is asked about: one person may be known by a phone, a BSUID or both. */
export interface ContactLookup {
	/** BSUID, or canonical digits. */
	contactKey: string;
}

export interface ConsentFilter {
	state?: ConsentState;
	category?: ConsentCategory;
	/** At most so many, newest first; all when left out. */
	limit?: number;
}

/**
 * The port behind which consent records are kept. Every method fails loudly when the store cannot be reached or has
 * been damaged: "no record" is an answer only from a store that is whole.
 */
export interface ConsentStore {
	/** All records of the contacts, in one query, found by contact key, phone or BSUID. */
	find(contacts: readonly ContactLookup[]): Promise<ConsentRecord[]>;
	/** Writes each record over the one of the same contact key and category. */
	put(records: readonly ConsentRecord[]): Promise<void>;
	list(filter: ConsentFilter): Promise<ConsentRecord[]>;
}
