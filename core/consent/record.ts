/** What a consent record covers. `all` is every message; `marketing` and `utility` are template categories. */
export const CONSENT_CATEGORIES = ['all', 'marketing', 'utility'] as const;
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number];

/** What the contact decided. */
export const CONSENT_STATES = ['opted_in', 'opted_out'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** What we know about one contact and one category: the newest decision, with where it came from. */
export interface ConsentRecord {
	/** BSUID where Meta gave one, else the phone's canonical digits. */
	contactKey: string;
	/** Canonical digits without a plus; '' when unknown. */
	phone: string;
	/** BSUID; '' when unknown. */
	userId: string;
	category: ConsentCategory;
	state: ConsentState;
	/** Why, in the operator's words; '' when none was given. */
	reason: string;
	/** Where it came from, such as `Stop updates button`. */
	source: string;
	/** The message that proves it; '' when none. */
	messageId: string;
	/** ISO time of the decision. */
	recordedAt: string;
	/** ISO time at which an opt-out ends; '' means for good. */
	until: string;
}
