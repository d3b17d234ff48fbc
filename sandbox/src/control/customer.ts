import type { Context } from '../context';
import { usualNumber } from '../phone/inbound';
import type { Customer } from '../customer';
import { freeEntryEnd, windowEnd } from '../rules/window';
import type { State } from '../state';
import { ControlError } from './refuse';

/** A path below `/phones/{key}`. */
export interface Keyed {
	Params: { key: string };
}

/** Phone number ID to a moment (ISO), for the numbers that have one. */
function moments(state: State, momentOn: (phoneNumberId: string) => number | undefined): Record<string, string> {
	const entries = state.seed.phoneNumbers.map(({ id }) => [id, momentOn(id)] as const);
	return Object.fromEntries(
		entries.flatMap(([id, moment]) => (moment === undefined ? [] : [[id, new Date(moment).toISOString()]])),
	);
}

/**
 * A customer as the control API tells it: `windows` and `freeEntryPoints` have the end of each open customer service
 * window and free entry point, `blockedOn` the numbers on which the business has blocked the customer.
 */
export function describeCustomer({ state }: Context, customer: Customer): object {
	const { lastInbound, adEntries, ...rest } = customer;
	const thread = state.messages.on(customer.key);
	const inbound = thread.filter(({ direction }) => direction === 'inbound').length;
	return {
		...rest,
		windows: moments(state, (phoneNumberId) => windowEnd({ state, customer, phoneNumberId })),
		freeEntryPoints: moments(state, (phoneNumberId) => freeEntryEnd({ state, customer, phoneNumberId })),
		blockedOn: [...state.blockLists].filter(([, { keys }]) => keys.has(customer.key)).map(([id]) => id),
		counts: { inbound, outbound: thread.length - inbound },
	};
}

/** The customer of a key. Throws 404. */
export function customerOf(context: Context, key: string): Customer {
	const customer = context.state.customers.get(key);
	if (!customer) throw new ControlError(404, `no phone ${key}`);
	return customer;
}

/** The business number a customer writes to: the one asked for, or the usual one. Throws 400 for an unknown ID. */
export function numberOf(input: { context: Context; customer: Customer; asked: string | undefined }): string {
	const { context, customer, asked } = input;
	if (asked === undefined) return usualNumber(context, customer);
	if (context.state.seed.phoneNumbers.some(({ id }) => id === asked)) return asked;
	throw new ControlError(400, `no phone number ID ${asked}`);
}
