import { z } from 'zod';
import { LIMITS } from '../limits';
import { limitedList, limitedText } from './shape';

const optionalText = z.string().optional();

const address = z
	.object({
		street: optionalText,
		city: optionalText,
		state: optionalText,
		zip: optionalText,
		country: optionalText,
		country_code: optionalText,
		type: optionalText,
	})
	.strict();

/**
 * `contacts` (cloud-api 1.3). Meta is said to ask for one more name part beside `formatted_name`; that is unverified,
 * so it is not asked for here.
 */
export const contactsSchema = limitedList({
	max: LIMITS.contacts.count,
	of: z
		.object({
			name: z
				.object({
					formatted_name: limitedText(LIMITS.text.body),
					first_name: optionalText,
					last_name: optionalText,
					middle_name: optionalText,
					prefix: optionalText,
					suffix: optionalText,
				})
				.strict(),
			phones: z.array(z.object({ phone: optionalText, type: optionalText, wa_id: optionalText }).strict()).optional(),
			emails: z.array(z.object({ email: optionalText, type: optionalText }).strict()).optional(),
			addresses: z.array(address).optional(),
			org: z.object({ company: optionalText, department: optionalText, title: optionalText }).strict().optional(),
			urls: z.array(z.object({ url: optionalText, type: optionalText }).strict()).optional(),
			birthday: z
				.string()
				.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be YYYY-MM-DD')
				.optional(),
		})
		.strict(),
});
