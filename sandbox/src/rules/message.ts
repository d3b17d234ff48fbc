import { z } from 'zod';
import { invalidParameter, invalidValue } from '../errors';
import type { Json, JsonObject } from '../json';
import { LIMITS } from '../limits';
import type { Template } from '../records';
import type { State } from '../state';
import { contactsSchema } from './contacts';
import { checkInteractive } from './interactive';
import { locationSchema } from './location';
import { checkMediaSource, isMediaKind, MEDIA_SCHEMAS } from './media';
import { reactionSchema } from './reaction';
import { checkShape, limitedText } from './shape';
import { checkTemplate } from './template/send';
import { textSchema } from './text';

const TYPES = [
	'text',
	'image',
	'video',
	'audio',
	'document',
	'sticker',
	'location',
	'contacts',
	'reaction',
	'interactive',
	'template',
] as const;
type MessageType = (typeof TYPES)[number];

/** Envelope keys that every type may have (cloud-api 1.1). */
const ENVELOPE_KEYS = [
	'messaging_product',
	'recipient_type',
	'to',
	'recipient',
	'type',
	'context',
	'biz_opaque_callback_data',
	'access_token',
];

/** A send whose content keeps all rules. */
export interface CheckedMessage {
	type: MessageType;
	content: Json;
	template?: Template;
	contextMessageId?: string;
	callbackData?: string;
}

const envelopeSchema = z.object({
	recipient_type: z.literal('individual').optional(),
	context: z
		.object({ message_id: limitedText(LIMITS.callbackData) })
		.strict()
		.optional(),
	biz_opaque_callback_data: limitedText(LIMITS.callbackData).optional(),
});

function isMessageType(type: unknown): type is MessageType {
	return TYPES.some((each) => each === type);
}

function checkContent(input: { state: State; type: MessageType; value: Json }): Template | undefined {
	const { state, type, value } = input;
	if (type === 'template') return checkTemplate({ state, value });
	if (type === 'interactive') checkInteractive({ state, value });
	else if (isMediaKind(type)) {
		const media = checkShape({ schema: MEDIA_SCHEMAS[type], value, name: type });
		checkMediaSource({ state, kind: type, value: media, name: type });
	} else {
		const schema = { text: textSchema, location: locationSchema, contacts: contactsSchema, reaction: reactionSchema }[
			type
		];
		checkShape({ schema, value, name: type });
	}
	return undefined;
}

/**
 * Checks a message body but for its recipient. 100: the envelope has an unknown or missing parameter; the codes of the
 * content are those of its rule.
 */
export function checkMessage(input: { state: State; body: JsonObject }): CheckedMessage {
	const { state, body } = input;
	const type = body.type ?? 'text';
	if (!isMessageType(type))
		throw invalidParameter(`Param type must be one of {${TYPES.join(', ')}} - got "${String(type)}".`);
	const unknown = Object.keys(body).find((key) => key !== type && !ENVELOPE_KEYS.includes(key));
	if (unknown !== undefined) throw invalidParameter(`Unexpected key "${unknown}" on param "message".`);
	const envelope = checkShape({ schema: envelopeSchema, value: body, name: 'message' });
	const value = body[type];
	if (value === undefined || value === null) throw invalidParameter(`The parameter ${type} is required.`);
	if (type === 'reaction' && envelope.context) throw invalidValue('Param context is not allowed for a reaction.');
	const template = checkContent({ state, type, value });
	return {
		type,
		content: value,
		template,
		contextMessageId: envelope.context?.message_id,
		callbackData: envelope.biz_opaque_callback_data,
	};
}
