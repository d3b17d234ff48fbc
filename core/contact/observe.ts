import { canonicalDigits } from '../phone/contactKey';
import type { WebhookEvent } from '../webhook/events';
import { keyOfIds, mergeContacts, newContact, type ContactIds, type ContactRecord } from './record';

/** What the events of one webhook tell about a person. */
export interface Observation extends ContactIds {
	/** Only what was told; times in ISO. */
	seen: Partial<Pick<ContactRecord, 'waId' | 'username' | 'name' | 'country' | 'lastInboundAt' | 'freeEntryUntil'>>;
}

/** A person's number or BSUID changed: what stands under the old ids belongs under the new ones. */
export interface Move {
	from: ContactIds;
	to: ContactIds;
}

/** Edits and deletions are no messages, and a system message is Meta's. */
const NOT_WRITTEN = ['system', 'edit', 'revoke'];

function digitsOf(phone: string | undefined): string {
	return phone?.replace(/^\+/, '') ?? '';
}

function idsOf(ids: { phone?: string; userId?: string }): ContactIds {
	const digits = digitsOf(ids.phone);
	return { phone: digits === '' ? '' : canonicalDigits(digits), userId: ids.userId ?? '' };
}

function isInbound({ kind, type, groupId }: WebhookEvent): boolean {
	return kind === 'message' && groupId === undefined && !NOT_WRITTEN.includes(type ?? '');
}

/** Statuses name the end of a free entry point, which is opened by an answer to a click-to-WhatsApp ad (cloud-api 10). */
function freeEntryOf({ kind, conversation }: WebhookEvent): string | undefined {
	return kind === 'status' && conversation?.origin === 'referral_conversion' ? conversation.expiresAt : undefined;
}

function observe(event: WebhookEvent, now: string): Observation | undefined {
	const ids = idsOf(event);
	const freeEntryUntil = freeEntryOf(event);
	if (keyOfIds(ids) === '' || (!isInbound(event) && freeEntryUntil === undefined)) return undefined;
	const { username, name, country } = event;
	const waId = digitsOf(event.phone);
	return {
		...ids,
		seen: {
			...(waId === '' ? {} : { waId }),
			...(username === undefined ? {} : { username }),
			...(name === undefined ? {} : { name }),
			...(country === undefined ? {} : { country }),
			...(isInbound(event) ? { lastInboundAt: event.timestamp ?? now } : {}),
			...(freeEntryUntil === undefined ? {} : { freeEntryUntil }),
		},
	};
}

function moveOf({ kind, type, system, ...event }: WebhookEvent): Move | undefined {
	if (kind !== 'message' || type !== 'system' || system?.type === 'customer_identity_changed') return undefined;
	const from = idsOf(event);
	const to = idsOf({ phone: system?.phone, userId: system?.userId });
	if (keyOfIds(from) === '' || keyOfIds(to) === '') return undefined;
	// A new BSUID alone comes when no phone may be told: then the old phone stays.
	return { from, to: { phone: to.phone === '' ? from.phone : to.phone, userId: to.userId } };
}

/**
 * What the events tell about people, in their order. Messages in groups open no window.
 *
 * @param input.now ISO time, for messages without one
 */
export function observeAll(input: { events: readonly WebhookEvent[]; now: string }): {
	observations: Observation[];
	moves: Move[];
} {
	return {
		observations: input.events.flatMap((event) => observe(event, input.now) ?? []),
		moves: input.events.flatMap((event) => moveOf(event) ?? []),
	};
}

/** The record with what was observed; a time never goes back, since webhooks come in any order. */
export function applyObservation(record: ContactRecord, { phone, userId, seen }: Observation): ContactRecord {
	return mergeContacts([record, { ...newContact({ phone, userId }), ...seen, changedAt: record.changedAt }]);
}
