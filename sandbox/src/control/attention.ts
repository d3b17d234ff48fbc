import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { bareMimeType } from '../rules/media';
import { preferenceBody } from '../webhooks/payloads';
import { setStatus } from '../webhooks/progress';
import { customerOf, describeCustomer, numberOf, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

const readSchema = z.object({ messageId: z.string().optional() }).strict();
const preferenceSchema = z.object({ value: z.enum(['stop', 'resume']), phoneNumberId: z.string().optional() }).strict();

/** `phones/{key}/read` and `preference`, and the files that a phone shows (`media/{id}`). */
export function attentionRoutes(app: FastifyInstance, context: Context): void {
	const { state, webhooks } = context;
	app.post<Keyed>('/phones/:key/read', (request) => {
		const { key } = customerOf(context, request.params.key);
		const { messageId } = readBody(readSchema, request.body);
		const unread = state.messages.filter(
			(message) =>
				message.customerKey === key &&
				message.direction === 'outbound' &&
				message.type !== 'reaction' &&
				(message.status === 'sent' || message.status === 'delivered') &&
				(messageId === undefined || message.id === messageId),
		);
		for (const message of unread) setStatus({ context, message, status: 'read' });
		return { read: unread.map(({ id }) => id) };
	});
	app.post<Keyed>('/phones/:key/preference', (request) => {
		const customer = customerOf(context, request.params.key);
		const { value, phoneNumberId } = readBody(preferenceSchema, request.body);
		customer.preference = value;
		const to = numberOf({ context, customer, asked: phoneNumberId });
		const body = () => preferenceBody({ state, customer, phoneNumberId: to });
		webhooks.publish({ field: 'user_preferences', body, lane: customer.key });
		const described = describeCustomer(context, customer);
		state.events.emit('phones', described);
		return described;
	});
	app.get<{ Params: { id: string } }>('/media/:id', (request, reply) => {
		const media = state.media.get(request.params.id);
		if (!media) throw new ControlError(404, `no file ${request.params.id}`);
		// Customers' files may be pages or pictures with script; the phone page must not run them.
		return reply
			.header('Content-Security-Policy', 'sandbox')
			.header('X-Content-Type-Options', 'nosniff')
			.type(bareMimeType(media.mimeType))
			.send(media.bytes);
	});
}
