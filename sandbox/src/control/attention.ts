import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { bareMimeType } from '../rules/media';
import { deliver, setStatus } from '../webhooks/progress';
import { customerOf, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

const readSchema = z.object({ messageId: z.string().optional() }).strict();
const onlineSchema = z.object({ online: z.boolean() }).strict();

/** `phones/{key}/read` and `online`, and the files that a phone shows (`media/{id}`). */
export function attentionRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.post<Keyed>('/phones/:key/read', (request) => {
		const { key } = customerOf(context, request.params.key);
		const { messageId } = readBody(readSchema, request.body);
		const unread = state.messages
			.on(key)
			.filter(
				(message) =>
					message.customerKey === key &&
					message.direction === 'outbound' &&
					message.type !== 'reaction' &&
					message.withheld !== true &&
					(message.status === 'sent' || message.status === 'delivered') &&
					(messageId === undefined || message.id === messageId),
			);
		for (const message of unread) setStatus({ context, message, status: 'read' });
		return { read: unread.map(({ id }) => id) };
	});
	app.post<Keyed>('/phones/:key/online', (request) => {
		const customer = customerOf(context, request.params.key);
		customer.online = readBody(onlineSchema, request.body).online;
		const waiting = state.messages
			.on(customer.key)
			.filter(({ direction, status, customerKey: of }) => direction === 'outbound' && status === 'sent' && of !== undefined);
		if (customer.online) for (const message of waiting) deliver(context, message);
		state.events.emit('phones', {});
		return { online: customer.online };
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
