import type { Customer } from '../customer';
import { newId } from '../ids';
import { LIMITS } from '../limits';
import type { StoredMessage } from '../records';
import type { State } from '../state';

interface Pair {
	state: State;
	customer: Customer;
	phoneNumberId: string;
}

/** End of the customer service window between a customer and a number (24 h after the last message, cloud-api 8), or `undefined`. */
export function windowEnd({ state, customer, phoneNumberId }: Pair): number | undefined {
	const opened = customer.lastInbound.get(phoneNumberId);
	if (opened === undefined || state.clock.now() - opened >= LIMITS.window) return undefined;
	return opened + LIMITS.window;
}

/** True while free-form messages reach this customer from this number. */
export function isWindowOpen(pair: Pair): boolean {
	return windowEnd(pair) !== undefined;
}

/** End of the free entry point between a customer and a number, or `undefined`. */
export function freeEntryEnd({ state, customer, phoneNumberId }: Pair): number | undefined {
	const end = customer.adEntries.get(phoneNumberId)?.freeUntil;
	return end !== undefined && state.clock.now() < end ? end : undefined;
}

/** A message that an advertisement led to; the free entry point begins when the business answers. */
export function enterByAd({ state, customer, phoneNumberId }: Pair): void {
	customer.adEntries.set(phoneNumberId, { at: state.clock.now(), conversationId: newId.urlToken() });
}

/**
 * What a message of the business gets of the free entry point: its first answer within 24 h of the message from the
 * advertisement opens 72 h (cloud-api 8).
 */
export function answerAd(pair: Pair): StoredMessage['freeEntryPoint'] {
	const { state, customer, phoneNumberId } = pair;
	const entry = customer.adEntries.get(phoneNumberId);
	if (!entry) return undefined;
	const now = state.clock.now();
	if (entry.freeUntil === undefined && now - entry.at < LIMITS.window) entry.freeUntil = now + LIMITS.freeEntryPoint;
	const until = freeEntryEnd(pair);
	return until === undefined ? undefined : { conversationId: entry.conversationId, until };
}
