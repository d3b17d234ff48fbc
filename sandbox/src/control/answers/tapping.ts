import { z } from 'zod';
import { compact, type JsonObject } from '../../json';
import { tapEffect } from '../../phone/tap';
import { ControlError } from '../refuse';
import { answerKind, answerTo, askedBy, send } from './kind';

/** The customer taps a button or picks a list row, of a late or an early message, as often as they like. */
export const tap = answerKind(
	z
		.object({
			messageId: z.string(),
			title: z.string().optional(),
			id: z.string().optional(),
			index: z.number().int().min(0).optional(),
		})
		.strict(),
	(input) => {
		const { messageId, ...target } = input.body;
		const message = askedBy(input);
		const effect = tapEffect({ state: input.context.state, message, target });
		if (!effect) throw new ControlError(400, 'the message has no such button or row');
		if (effect.kind === 'open') return { url: effect.url };
		if (effect.kind === 'use') return compact({ type: effect.type, value: effect.value, action: effect.action });
		return answerTo(input, message, { type: effect.type, content: effect.content });
	},
);

/** The customer puts an emoji on a message of either side; an empty one takes it away. */
export const reaction = answerKind(
	z.object({ messageId: z.string(), emoji: z.string() }).strict(),
	({ context, customer, body }) => {
		const { messageId, emoji } = body;
		const target = context.state.messages.get(messageId);
		if (target?.customerKey !== customer.key) throw new ControlError(404, `no message ${messageId} on this phone`);
		const content: JsonObject = compact({ message_id: messageId, emoji: emoji || undefined });
		const { phoneNumberId } = target;
		return send({ context, customer, body: { phoneNumberId } }, { type: 'reaction', content });
	},
);

const WEEK_SECONDS = 7 * 24 * 3600;

/** The customer answers the question whether the business may call. A permission that is not permanent lasts a week. */
export const callPermission = answerKind(
	z
		.object({ messageId: z.string(), response: z.enum(['accept', 'reject']), permanent: z.boolean().default(false) })
		.strict(),
	(input) => {
		const { response, permanent } = input.body;
		const message = askedBy(input);
		const until = Math.floor(input.context.state.clock.now() / 1000) + WEEK_SECONDS;
		const reply = compact({
			response,
			is_permanent: response === 'accept' ? permanent : undefined,
			expiration_timestamp: response === 'accept' && !permanent ? until : undefined,
			response_source: 'user_action',
		});
		const content = { type: 'call_permission_reply', call_permission_reply: reply };
		return answerTo(input, message, { type: 'interactive', content });
	},
);
