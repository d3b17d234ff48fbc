import { Problems } from '../errors/invalidInput';
import { checkParts, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

export interface ContactInfoRequestMessage {
	type: 'interactive';
	interactive: InteractiveParts & { type: 'contact_request'; action: { name: 'request_contact_info' } };
}

/**
 * A message with a button by which a customer who is known by user ID only gives the phone number (cloud-api 1.4 and
 * 1.9). The answer is a contacts message with `origin: "contact_request"`. The limit of the body is that of the other
 * types; the docs name none.
 *
 * @throws {InvalidInput} naming `Body`
 */
export function buildContactInfoRequest(input: { body: string }): ContactInfoRequestMessage {
	const problems = new Problems();
	const { body } = checkParts(problems, { body: input.body, maxBody: LIMITS.interactiveBody });
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: { type: 'contact_request', body, action: { name: 'request_contact_info' } },
	};
}
