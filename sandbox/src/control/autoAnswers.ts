import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { ANSWERS, isAnswerName, type AnswerName } from './answers';
import { customerOf, describeCustomer, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

/** Kinds that answer a message, and so get the ID of the one that came. */
const TO_A_MESSAGE: readonly AnswerName[] = [
	'address',
	'call-permission',
	'contact-info',
	'flow',
	'location',
	'reaction',
	'tap',
];

const autoSchema = z
	.object({
		kind: z.string(),
		/** The body of the answer, without the message's ID. */
		body: z.record(z.unknown()).default({}),
		times: z.number().int().min(1).default(1),
		delayMs: z.number().int().min(0).max(600_000).default(0),
	})
	.strict();

/**
 * `phones/{key}/auto-answer`: the customer answers the next messages by themselves, as soon as these are delivered. A message that
 * has nothing to be answered so is left alone and uses up nothing.
 */
export function autoAnswerRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	function answer(key: string, messageId: string): void {
		const customer = state.customers.get(key);
		const [next] = customer?.autoAnswers ?? [];
		if (!customer || !next || !isAnswerName(next.kind)) return;
		const body = TO_A_MESSAGE.includes(next.kind) ? { ...next.body, messageId } : next.body;
		try {
			ANSWERS[next.kind].perform({ context, customer, body });
		} catch (error) {
			if (error instanceof ControlError) return;
			throw error;
		}
		next.times -= 1;
		customer.autoAnswers = customer.autoAnswers.filter(({ times }) => times > 0);
	}
	state.events.on('status', ({ key, messageId, status }: { key?: string; messageId: string; status: string }) => {
		const [next] = key === undefined ? [] : (state.customers.get(key)?.autoAnswers ?? []);
		if (key === undefined || !next || status !== 'delivered') return;
		setTimeout(() => answer(key, messageId), next.delayMs).unref();
	});
	app.post<Keyed>('/phones/:key/auto-answer', (request) => {
		const customer = customerOf(context, request.params.key);
		const auto = readBody(autoSchema, request.body);
		if (!isAnswerName(auto.kind)) throw new ControlError(400, `kind: one of ${Object.keys(ANSWERS).join(', ')}`);
		customer.autoAnswers.push(auto);
		return describeCustomer(context, customer);
	});
	app.delete<Keyed>('/phones/:key/auto-answer', (request) => {
		const customer = customerOf(context, request.params.key);
		customer.autoAnswers = [];
		return describeCustomer(context, customer);
	});
}
