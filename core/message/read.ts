import { Problems } from '../errors/invalidInput';
import { checkText } from './check';

/** A complete body of `POST /{phone-number-id}/messages`: it has no recipient. */
export interface ReadBody {
	messaging_product: 'whatsapp';
	status: 'read';
	message_id: string;
	typing_indicator?: { type: 'text' };
}

/**
 * Marks a received message, and the earlier ones of the thread, as read (cloud-api 1.6).
 *
 * @param input.typing also show "typing…" until the next message, for 25 seconds at most
 * @throws {InvalidInput} naming `Message ID`
 */
export function buildRead(input: { messageId: string; typing?: boolean }): ReadBody {
	const problems = new Problems();
	const messageId = checkText(problems, { field: 'Message ID', value: input.messageId }).trim();
	problems.throwIfAny();
	return {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: messageId,
		...(input.typing === true && { typing_indicator: { type: 'text' as const } }),
	};
}
