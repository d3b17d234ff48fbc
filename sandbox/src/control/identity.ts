import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { customerKey, identityKeyHash, type Customer } from '../customer';
import { newId } from '../ids';
import type { State } from '../state';
import { systemBody } from '../webhooks/personPayloads';
import { customerOf, describeCustomer, numberOf, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

const changeSchema = z
	.object({
		phone: z
			.string()
			.transform((text) => text.replace(/\D/g, ''))
			.pipe(z.string().regex(/^\d{7,15}$/)),
	})
	.strict();

/** Puts the new key where the old one stood. */
function rename(state: State, from: string, to: string): void {
	state.messages.rename(from, to);
	for (const list of state.blockLists.values()) if (list.keys.delete(from)) list.keys.add(to);
	for (const group of state.groups.values())
		group.participants = group.participants.map((key) => (key === from ? to : key));
}

function moved(customer: Customer, phone: string): Customer {
	const number = customer.phone === undefined ? { hiddenPhone: phone } : { phone };
	const userId = newId.user(customer.country);
	const next = { ...customer, ...number, userId, identityKeyHash: identityKeyHash(userId, 2) };
	return { ...next, key: customerKey(next) };
}

/** `phones/{key}/change-number`: the same person under another number, so with another user ID (cloud-api 1.9). */
export function identityRoutes(app: FastifyInstance, context: Context): void {
	const { state, webhooks } = context;
	app.post<Keyed>('/phones/:key/change-number', (request) => {
		const former = customerOf(context, request.params.key);
		const { phone } = readBody(changeSchema, request.body);
		if (state.customers.withNumber(phone)) throw new ControlError(409, `${phone} is somebody's number`);
		const customer = moved(former, phone);
		const phoneNumberId = numberOf({ context, customer: former, asked: undefined });
		state.customers.remove(former.key);
		state.customers.add(customer);
		rename(state, former.key, customer.key);
		const body = () => systemBody({ state, customer, former, phoneNumberId });
		webhooks.publish({ field: 'messages', phoneNumberId, body, lane: customer.key });
		state.events.emit('phones', {});
		return describeCustomer(context, customer);
	});
}
