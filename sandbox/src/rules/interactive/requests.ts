import { z } from 'zod';
import { LIMITS } from '../../limits';
import { limitedText } from '../shape';
import { body, footer, framed, namedAction, requiredText } from './parts';

const { interactive: limits } = LIMITS;

/** Asks for the place where the customer is. */
export const locationRequestSchema = framed({
	type: 'location_request_message',
	action: namedAction('send_location'),
});

/** Asks for the phone number (since May 2026). */
export const contactRequestSchema = framed({
	type: 'contact_request',
	action: namedAction('request_contact_info'),
});

/** Asks whether the business may call; the text is optional. */
export const callPermissionSchema = z
	.object({
		type: z.literal('call_permission_request'),
		body: body().optional(),
		footer,
		action: namedAction('call_permission_request'),
	})
	.strict();

const addressValues = z
	.object({
		name: z.string(),
		phone_number: z.string(),
		in_pin_code: z.string().regex(/^\d{6}$/, 'must have 6 digits'),
		house_number: z.string(),
		floor_number: z.string(),
		tower_number: z.string(),
		building_name: z.string(),
		address: z.string(),
		landmark_area: z.string(),
		city: z.string(),
		state: z.string(),
	})
	.partial()
	.strict();

const validationErrors = z.object(
	Object.fromEntries(Object.keys(addressValues.shape).map((key) => [key, requiredText])),
);

/** Asks for an address, in India only. Whether business and customer are in India is not checked: the seeded ones are not. */
export const addressSchema = framed({
	type: 'address_message',
	action: z
		.object({
			name: z.literal('address_message'),
			parameters: z
				.object({
					country: z.literal('IN'),
					values: addressValues.optional(),
					saved_addresses: z.array(z.object({ id: requiredText, value: addressValues }).strict()).optional(),
					validation_errors: validationErrors.partial().strict().optional(),
				})
				.strict(),
		})
		.strict(),
});

/** A button that calls the business. */
export const voiceCallSchema = framed({
	type: 'voice_call',
	action: z
		.object({
			name: z.literal('voice_call'),
			parameters: z
				.object({
					display_text: limitedText(limits.voiceCall.displayText),
					ttl_minutes: z
						.number()
						.int('must be a whole number of minutes')
						.min(1, 'must be at least 1')
						.max(limits.voiceCall.ttlMinutes, `must be at most ${limits.voiceCall.ttlMinutes}`),
					payload: limitedText(limits.voiceCall.payload),
				})
				.partial()
				.strict()
				.optional(),
		})
		.strict(),
});
