/** What a consent record covers. `all` is every message; `marketing` and `utility` are template categories. */
export const CONSENT_CATEGORIES = ['all', 'marketing', 'utility'] as const;
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number];

/** What the contact decided. `pending`: asked to confirm an opt-in (double opt-in), and has not yet. */
export const CONSENT_STATES = ['opted_in', 'opted_out', 'pending'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/**
 * Source of what the contact chose in WhatsApp itself: "Offers and announcements" in the business's profile. Meta keeps to
 * it (131050), so nothing but the contact's own change there lifts it. Stored: never changes.
 */
export const NATIVE_SOURCE = 'WhatsApp setting';

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
