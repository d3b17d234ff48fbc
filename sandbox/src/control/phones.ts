import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { createCustomer, type Customer } from '../customer';
import { newId } from '../ids';
import { compact } from '../json';
import { customerOf, describeCustomer, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

const country = z.string().regex(/^[A-Z]{2}$/);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const number = z
	.string()
	.transform((text) => text.replace(/\D/g, ''))
	.pipe(z.string().regex(/^\d{7,15}$/));
/** 3 to 35 of a-z, 0-9, dot and underscore, one letter at least, no dot at an edge or twice (cloud-api 1.9). */
const username = z
	.string()
	.transform((text) => text.replace(/^@/, ''))
	.pipe(z.string().regex(/^(?=.*[a-z])(?!.*\.\.)(?!www)[a-z0-9_](?:[a-z0-9._]{1,33}[a-z0-9_])$/));

const customerSchema = z
	.object({
		name: z.string().min(1),
		phone: number.optional(),
		hiddenPhone: number.optional(),
		userId: z
			.string()
			.regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/)
			.optional(),
		username: username.optional(),
		country: country.optional(),
		language: language.optional(),
	})
	.strict();

const manySchema = z
	.object({
		count: z.number().int().min(1).max(100_000),
		/** Names are this and a number. */
		name: z.string().min(1).default('Customer'),
		/** Numbers are these digits and six more. */
		prefix: z
			.string()
			.regex(/^\d{1,9}$/)
			.default('15552'),
		/** They have user IDs only. */
		withoutPhone: z.boolean().default(false),
		/** They have just written to the first number. */
		windowOpen: z.boolean().default(false),
		country: country.default('US'),
		language: language.optional(),
	})
	.strict();

/** The language that most people of a country have their phone in, as far as Unicode's data tell. */
function usualLanguage(of: string): string {
	return `${new Intl.Locale(`und-${of}`).maximize().language}-${of}`;
}

function one(body: z.output<typeof customerSchema>): Customer {
	if (body.phone === undefined && body.userId === undefined && body.username === undefined)
		throw new ControlError(400, 'phone, userId or username is needed');
	const home = body.country ?? body.userId?.slice(0, 2) ?? 'US';
	const userId = body.userId ?? newId.user(home);
	return createCustomer(compact({ ...body, userId, country: home, language: body.language ?? usualLanguage(home) }));
}

function several({ state }: Context, body: z.output<typeof manySchema>): Customer[] {
	const [first] = state.seed.phoneNumbers;
	return Array.from({ length: body.count }, (_each, index) => {
		const phone = body.withoutPhone ? undefined : `${body.prefix}${String(index).padStart(6, '0')}`;
		const customer = createCustomer(
			compact({
				name: `${body.name} ${index + 1}`,
				phone,
				userId: newId.user(body.country),
				country: body.country,
				language: body.language ?? usualLanguage(body.country),
			}),
		);
		if (body.windowOpen && first) customer.lastInbound.set(first.id, state.clock.now());
		return customer;
	});
}

/** `phones`: who there is, one more, many more. */
export function phoneRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.get('/phones', () => state.customers.all().map((customer) => describeCustomer(context, customer)));
	app.get<Keyed>('/phones/:key', (request) => describeCustomer(context, customerOf(context, request.params.key)));
	app.post('/phones', (request) => {
		const customer = one(readBody(customerSchema, request.body));
		state.customers.add(customer);
		const described = describeCustomer(context, customer);
		state.events.emit('phones', described);
		return described;
	});
	app.post('/phones/many', (request) => {
		const customers = several(context, readBody(manySchema, request.body));
		for (const customer of customers) state.customers.add(customer);
		state.events.emit('phones', {});
		return { keys: customers.map(({ key }) => key) };
	});
}
