import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { mediaUrl, storeMedia } from '../graph/mediaStore';
import { compact } from '../json';
import { LIMITS } from '../limits';
import { receive } from '../phone/inbound';
import { tapEffect } from '../phone/tap';
import { customerOf, numberOf, type Keyed } from './customer';
import { ControlError, readBody } from './refuse';

const textSchema = z
	.object({
		text: z.string().min(1).max(LIMITS.text.body),
		replyTo: z.string().optional(),
		phoneNumberId: z.string().optional(),
	})
	.strict();
const tapSchema = z
	.object({
		messageId: z.string(),
		title: z.string().optional(),
		id: z.string().optional(),
		index: z.number().int().min(0).optional(),
	})
	.strict();
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

/** `phones/{key}/text`, `tap` and `media`: what a customer sends. */
export function writingRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.post<Keyed>('/phones/:key/text', (request) => {
		const customer = customerOf(context, request.params.key);
		const { text, replyTo, phoneNumberId } = readBody(textSchema, request.body);
		const to = numberOf({ context, customer, asked: phoneNumberId });
		return {
			message: receive({
				context,
				customer,
				phoneNumberId: to,
				type: 'text',
				content: { body: text },
				contextMessageId: replyTo,
			}),
		};
	});
	app.post<Keyed>('/phones/:key/tap', (request) => {
		const customer = customerOf(context, request.params.key);
		const { messageId, ...target } = readBody(tapSchema, request.body);
		const message = state.messages.find(
			({ id, customerKey, direction }) => id === messageId && customerKey === customer.key && direction === 'outbound',
		);
		if (!message) throw new ControlError(404, `no message ${messageId} on this phone`);
		if (message.status === 'failed') throw new ControlError(409, 'the message never reached this phone');
		const effect = tapEffect({ state, message, target });
		if (!effect) throw new ControlError(400, 'the message has no such button or row');
		if (effect.kind === 'open') return { url: effect.url };
		if (effect.kind === 'use') return { type: effect.type, value: effect.value };
		const { type, content } = effect;
		return {
			message: receive({
				context,
				customer,
				phoneNumberId: message.phoneNumberId,
				type,
				content,
				contextMessageId: messageId,
			}),
		};
	});
	app.post<Keyed>('/phones/:key/media', (request) => {
		const customer = customerOf(context, request.params.key);
		const { kind, mimeType, base64, filename, caption, voice, phoneNumberId } = readBody(mediaSchema, request.body);
		const to = numberOf({ context, customer, asked: phoneNumberId });
		const media = storeMedia({
			state,
			phoneNumberId: to,
			bytes: Buffer.from(base64, 'base64'),
			mimeType,
			filename,
			life: LIMITS.media.receivedLife,
		});
		const content = compact({
			mime_type: mimeType,
			sha256: media.sha256.toString('base64'),
			id: media.id,
			url: mediaUrl({ state, media, origin: state.baseUrl }),
			caption,
			filename: kind === 'document' ? filename : undefined,
			voice: kind === 'audio' ? (voice ?? false) : undefined,
			animated: kind === 'sticker' ? false : undefined,
		});
		return { message: receive({ context, customer, phoneNumberId: to, type: kind, content }) };
	});
}
