import { z } from 'zod';
import { invalidParameter } from '../errors';
import type { JsonObject } from '../json';
import { LIMITS } from '../limits';
import { checkShape, limitedText } from './shape';

/** Envelope keys that every type may have (cloud-api 1.1). */
const KEYS = [
	'messaging_product',
	'recipient_type',
	'to',
	'recipient',
	'type',
	'context',
	'biz_opaque_callback_data',
	'recipient_identity_key_hash',
	'category',
	'direct_send_config',
	'ttl_seconds',
	'access_token',
];

/** Keys that `/marketing_messages` knows beside those (cloud-api 1.7). */
const MARKETING_KEYS = ['product_policy', 'message_activity_sharing'];

const envelopeSchema = z.object({
	recipient_type: z.enum(['individual', 'group']).optional(),
	context: z
		.object({ message_id: limitedText(LIMITS.callbackData) })
		.strict()
		.optional(),
	biz_opaque_callback_data: limitedText(LIMITS.callbackData).optional(),
	recipient_identity_key_hash: z.string().min(1, 'must not be empty').optional(),
	category: z.enum(['utility', 'authentication']).optional(),
	direct_send_config: z
		.object({
			template_name: limitedText(LIMITS.directSend.templateName)
				.refine((name) => /^[a-z0-9_]+$/.test(name), 'may only have lowercase letters, digits and underscores')
				.optional(),
		})
		.strict()
		.optional(),
	ttl_seconds: z.number().int('must be a whole number of seconds').optional(),
	product_policy: z.enum(['CLOUD_API_FALLBACK', 'STRICT']).optional(),
	message_activity_sharing: z.boolean().optional(),
});

/** What surrounds the content of a send. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** Checks the envelope of a send. 100: a key that the endpoint does not know; 131009: a wrong value. */
export function checkEnvelope(input: { body: JsonObject; type: string; marketing: boolean }): Envelope {
	const { body, type, marketing } = input;
	const allowed = marketing ? [...KEYS, ...MARKETING_KEYS] : KEYS;
	const unknown = Object.keys(body).find((key) => key !== type && !allowed.includes(key));
	if (unknown !== undefined) throw invalidParameter(`Unexpected key "${unknown}" on param "message".`);
	return checkShape({ schema: envelopeSchema, value: body, name: 'message' });
}
