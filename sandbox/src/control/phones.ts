import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { newId } from '../ids';
import { compact } from '../json';
import { toPhoneMessage } from '../phone/view';
import { createCustomer } from '../state';
import { keysOf } from '../webhooks/progress';
import { customerOf, describeCustomer, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

const customerSchema = z
	.object({
		phone: z
			.string()
			.transform((text) => text.replace(/\D/g, ''))
			.pipe(z.string().regex(/^\d{7,15}$/))
			.optional(),
		name: z.string().min(1),
		userId: z
			.string()
			.regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/)
			.optional(),
		username: z
			.string()
			.transform((text) => text.replace(/^@/, ''))
			.optional(),
		country: z
			.string()
			.regex(/^[A-Z]{2}$/)
			.default('US'),
	})
	.strict();

/** `phones` and `phones/{key}/messages`. */
export function phoneRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.get('/phones', () => [...state.customers.values()].map((customer) => describeCustomer(context, customer)));
	app.post('/phones', (request) => {
		const body = readBody(customerSchema, request.body);
		if (body.phone === undefined && body.userId === undefined && body.username === undefined)
			throw new ControlError(400, 'phone, userId or username is needed');
		const customer = createCustomer(compact({ ...body, userId: body.userId ?? newId.user(body.country) }));
		state.customers.set(customer.key, customer);
		const described = describeCustomer(context, customer);
		state.events.emit('phones', described);
		return described;
	});
	app.get<Keyed>('/phones/:key/messages', (request) => {
		const { key } = customerOf(context, request.params.key);
		return state.messages
			.filter((message) => message.customerKey === key || keysOf(state, message).includes(key))
			.map((message) => toPhoneMessage({ state, message }));
	});
}
