import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { mediaUrl, storeMedia } from '../graph/mediaStore';
import { newId } from '../ids';
import { compact } from '../json';
import { LIMITS } from '../limits';
import { bareMimeType } from '../rules/media';
import { receive, usualNumber } from '../phone/inbound';
import { tapEffect } from '../phone/tap';
import { toPhoneMessage } from '../phone/view';
import { createCustomer, type Customer } from '../state';
import { preferenceBody } from '../webhooks/payloads';
import { isWindowOpen, setStatus } from '../webhooks/progress';
import { ControlError, readBody } from './refuse';

type Keyed = { Params: { key: string } };

const customerSchema = z
	.object({
		phone: z.string().transform((text) => text.replace(/\D/g, '')).pipe(z.string().regex(/^\d{7,15}$/)).optional(),
		name: z.string().min(1),
		userId: z.string().regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/).optional(),
		username: z.string().transform((text) => text.replace(/^@/, '')).optional(),
		country: z.string().regex(/^[A-Z]{2}$/).default('US'),
	})
	.strict();
const textSchema = z.object({ text: z.string().min(1).max(LIMITS.text.body), replyTo: z.string().optional(), phoneNumberId: z.string().optional() }).strict();
const tapSchema = z.object({ messageId: z.string(), title: z.string().optional(), id: z.string().optional(), index: z.number().int().min(0).optional() }).strict();
const mediaSchema = z
	.object({
		kind: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
		mimeType: z.string(),
		base64: z.string().base64(),
		filename: z.string().optional(),
		caption: z.string().optional(),
		voice: z.boolean().optional(),
		phoneNumberId: z.string().optional(),
	})
	.strict();
const readSchema = z.object({ messageId: z.string().optional() }).strict();
const preferenceSchema = z.object({ value: z.enum(['stop', 'resume']), phoneNumberId: z.string().optional() }).strict();

function describe(context: Context, customer: Customer): object {
	const { state } = context;
	const { lastInbound, ...rest } = customer;
	const openOn = state.seed.phoneNumbers.filter(({ id }) => isWindowOpen({ state, customer, phoneNumberId: id }));
	const windows = openOn.map(({ id }) => [id, new Date((lastInbound.get(id) ?? 0) + LIMITS.window).toISOString()]);
	return { ...rest, windows: Object.fromEntries(windows) };
}

function customerOf(context: Context, key: string): Customer {
	const customer = context.state.customers.get(key);
	if (!customer) throw new ControlError(404, `no phone ${key}`);
	return customer;
}

function numberOf(context: Context, customer: Customer, asked: string | undefined): string {
	if (asked === undefined) return usualNumber(context, customer);
	if (context.state.seed.phoneNumbers.some(({ id }) => id === asked)) return asked;
	throw new ControlError(400, `no phone number ID ${asked}`);
}

function listRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.get('/phones', () => [...state.customers.values()].map((customer) => describe(context, customer)));
	app.post('/phones', (request) => {
		const body = readBody(customerSchema, request.body);
		if (body.phone === undefined && body.userId === undefined && body.username === undefined) throw new ControlError(400, 'phone, userId or username is needed');
		const customer = createCustomer(compact({ ...body, userId: body.userId ?? newId.user(body.country) }));
		state.customers.set(customer.key, customer);
		const described = describe(context, customer);
		state.events.emit('phones', described);
		return described;
	});
	app.get<Keyed>('/phones/:key/messages', (request) => {
		const { key } = customerOf(context, request.params.key);
		return state.messages.filter(({ customerKey }) => customerKey === key).map((message) => toPhoneMessage({ state, message }));
	});
}

function writingRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.post<Keyed>('/phones/:key/text', (request) => {
		const customer = customerOf(context, request.params.key);
		const { text, replyTo, phoneNumberId } = readBody(textSchema, request.body);
		const to = numberOf(context, customer, phoneNumberId);
		return { message: receive({ context, customer, phoneNumberId: to, type: 'text', content: { body: text }, contextMessageId: replyTo }) };
	});
	app.post<Keyed>('/phones/:key/tap', (request) => {
		const customer = customerOf(context, request.params.key);
		const { messageId, ...target } = readBody(tapSchema, request.body);
		const message = state.messages.find(({ id, customerKey, direction }) => id === messageId && customerKey === customer.key && direction === 'outbound');
		if (!message) throw new ControlError(404, `no message ${messageId} on this phone`);
		if (message.status === 'failed') throw new ControlError(409, 'the message never reached this phone');
		const effect = tapEffect({ state, message, target });
		if (!effect) throw new ControlError(400, 'the message has no such button or row');
		if (effect.kind === 'open') return { url: effect.url };
		if (effect.kind === 'use') return { type: effect.type, value: effect.value };
		const { type, content } = effect;
		return { message: receive({ context, customer, phoneNumberId: message.phoneNumberId, type, content, contextMessageId: messageId }) };
	});
	app.post<Keyed>('/phones/:key/media', (request) => {
		const customer = customerOf(context, request.params.key);
		const { kind, mimeType, base64, filename, caption, voice, phoneNumberId } = readBody(mediaSchema, request.body);
		const to = numberOf(context, customer, phoneNumberId);
		const media = storeMedia({ state, phoneNumberId: to, bytes: Buffer.from(base64, 'base64'), mimeType, filename, life: LIMITS.media.receivedLife });
		const content = compact({
			mime_type: mimeType,
			sha256: media.sha256.toString('base64'),
			id: media.id,
			url: mediaUrl(state, media),
			caption,
			filename: kind === 'document' ? filename : undefined,
			voice: kind === 'audio' ? (voice ?? false) : undefined,
			animated: kind === 'sticker' ? false : undefined,
		});
		return { message: receive({ context, customer, phoneNumberId: to, type: kind, content }) };
	});
}

function otherRoutes(app: FastifyInstance, context: Context): void {
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
		const body = preferenceBody({ state, customer, phoneNumberId: numberOf(context, customer, phoneNumberId) });
		webhooks.publish({ field: 'user_preferences', body, lane: customer.key });
		const described = describe(context, customer);
		state.events.emit('phones', described);
		return described;
	});
	app.get<{ Params: { id: string } }>('/media/:id', (request, reply) => {
		const media = state.media.get(request.params.id);
		if (!media) throw new ControlError(404, `no file ${request.params.id}`);
		// Customers' files may be pages or pictures with script; the phone page must not run them.
		return reply.header('Content-Security-Policy', 'sandbox').header('X-Content-Type-Options', 'nosniff').type(bareMimeType(media.mimeType)).send(media.bytes);
	});
}

/** `phones…` and `media/{id}`: the customers' side. */
export function phoneRoutes(app: FastifyInstance, context: Context): void {
	listRoutes(app, context);
	writingRoutes(app, context);
	otherRoutes(app, context);
}
