import type { Context } from '../context';
import { LIMITS } from '../limits';
import { usualNumber } from '../phone/inbound';
import type { Customer } from '../records';
import { isWindowOpen } from '../webhooks/progress';
import { ControlError } from './refuse';

/** A path below `/phones/{key}`. */
export interface Keyed {
	Params: { key: string };
}

/** A customer as the control API tells it: `windows` has the end (ISO) of each open customer service window. */
export function describeCustomer(context: Context, customer: Customer): object {
	const { state } = context;
	const { lastInbound, ...rest } = customer;
	const openOn = state.seed.phoneNumbers.filter(({ id }) => isWindowOpen({ state, customer, phoneNumberId: id }));
	const windows = openOn.map(({ id }) => [id, new Date((lastInbound.get(id) ?? 0) + LIMITS.window).toISOString()]);
	return { ...rest, windows: Object.fromEntries(windows) };
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
