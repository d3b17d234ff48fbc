import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { BLOCK_EFFECTS, type Customer } from '../customer';
import { preferenceBody } from '../webhooks/personPayloads';
import { customerOf, describeCustomer, numberOf, type Keyed } from './customer';
import { readBody } from './refuse';

const preferenceSchema = z.object({ value: z.enum(['stop', 'resume']), phoneNumberId: z.string().optional() }).strict();
const blockSchema = z.object({ blocked: z.boolean(), effect: z.enum(BLOCK_EFFECTS).default('undeliverable') }).strict();
const reportSchema = z.object({ block: z.boolean().default(false) }).strict();
const capSchema = z.object({ perDay: z.number().int().min(0).nullable() }).strict();
const windowSchema = z.object({ open: z.boolean(), phoneNumberId: z.string().optional() }).strict();
const failSchema = z
	.object({
		code: z.number().int(),
		title: z.string().optional(),
		details: z.string().optional(),
		times: z.number().int().min(1).default(1),
		after: z.enum(['accepted', 'sent']).default('accepted'),
	})
	.strict();

/** `phones/{key}/…`: how a customer stands to the business: `preference`, `block`, `report`, `marketing-cap`, `window`, `fail`. */
export function relationRoutes(app: FastifyInstance, context: Context): void {
	const { state, webhooks } = context;
	/** A route that changes a customer and tells how the customer is now. */
	function change<T extends z.ZodTypeAny>(
		name: string,
		schema: T,
		apply: (customer: Customer, body: z.output<T>) => void,
	): void {
		app.post<Keyed>(`/phones/:key/${name}`, (request) => {
			const customer = customerOf(context, request.params.key);
			apply(customer, readBody(schema, request.body));
			const described = describeCustomer(context, customer);
			state.events.emit('phones', described);
			return described;
		});
	}
	change('preference', preferenceSchema, (customer, { value, phoneNumberId }) => {
		customer.preference = value;
		const to = numberOf({ context, customer, asked: phoneNumberId });
		const body = () => preferenceBody({ state, customer, phoneNumberId: to });
		webhooks.publish({ field: 'user_preferences', body, lane: customer.key });
	});
	change('block', blockSchema, (customer, { blocked, effect }) => {
		customer.blocks = blocked ? effect : undefined;
	});
	change('report', reportSchema, (customer, { block }) => {
		customer.reports += 1;
		if (block) customer.blocks = 'undeliverable';
	});
	change('marketing-cap', capSchema, (customer, { perDay }) => {
		customer.marketingPerDay = perDay;
	});
	change('window', windowSchema, (customer, { open, phoneNumberId }) => {
		const on = numberOf({ context, customer, asked: phoneNumberId });
		if (open) customer.lastInbound.set(on, state.clock.now());
		else customer.lastInbound.delete(on);
	});
	change('fail', failSchema, (customer, failure) => {
		customer.failures.push(failure);
	});
	app.delete<Keyed>('/phones/:key/fail', (request) => {
		const customer = customerOf(context, request.params.key);
		customer.failures = [];
		return describeCustomer(context, customer);
	});
}
