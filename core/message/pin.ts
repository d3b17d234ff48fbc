import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { checkWholeNumber } from './checkNumber';
import { LIMITS } from './limits';

export interface PinMessage {
	type: 'pin';
	pin: { type: 'pin'; message_id: string; expiration_days: number } | { type: 'unpin'; message_id: string };
}

/**
 * Pins a message of a group, or takes the pin away (cloud-api 1.6). A group has at most three pinned messages.
 *
 * @param input.days how long it stays pinned, 1 to 30; needed for `pin` only
 * @throws {InvalidInput} naming `Message ID` or `Days`
 */
export function buildPin(input: { action: 'pin' | 'unpin'; messageId: string; days?: unknown }): PinMessage {
	const problems = new Problems();
	const messageId = checkText(problems, { field: 'Message ID', value: input.messageId }).trim();
	if (input.action === 'unpin') {
		problems.throwIfAny();
		return { type: 'pin', pin: { type: 'unpin', message_id: messageId } };
	}
	const days = checkWholeNumber(problems, { field: 'Days', value: input.days, min: 1, max: LIMITS.pinDays });
	problems.throwIfAny();
	return { type: 'pin', pin: { type: 'pin', message_id: messageId, expiration_days: days } };
}
