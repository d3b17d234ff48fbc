import { Problems } from '../errors/invalidInput';
import { checkParts, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

export interface LocationRequestMessage {
	type: 'interactive';
	interactive: InteractiveParts & { type: 'location_request_message'; action: { name: 'send_location' } };
}

/**
 * A message with a button that sends the customer's location (cloud-api 1.4), which arrives as a location message that
 * quotes this one.
 *
 * @throws {InvalidInput} naming `Body`
 */
export function buildLocationRequest(input: { body: string }): LocationRequestMessage {
	const problems = new Problems();
	const { body } = checkParts(problems, { body: input.body, maxBody: LIMITS.interactiveBody });
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: { type: 'location_request_message', body, action: { name: 'send_location' } },
	};
}
