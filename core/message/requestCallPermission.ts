import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { LIMITS } from './limits';

/** Unlike other interactive messages it may go without a body. */
export interface CallPermissionRequestMessage {
	type: 'interactive';
	interactive: {
		type: 'call_permission_request';
		body?: { text: string };
		action: { name: 'call_permission_request' };
	};
}

/**
 * Asks whether the business may call (cloud-api 1.4); Meta allows one a day and two a week per person. The limit of the
 * body is that of the other types; the docs name none.
 *
 * @throws {InvalidInput} naming `Body`
 */
export function buildCallPermissionRequest(input: { body?: string }): CallPermissionRequestMessage {
	const problems = new Problems();
	const text = checkText(problems, {
		field: 'Body',
		value: input.body,
		max: LIMITS.interactiveBody,
		optional: true,
	});
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'call_permission_request',
			...(text !== '' && { body: { text } }),
			action: { name: 'call_permission_request' },
		},
	};
}
