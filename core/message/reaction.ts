import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { isOneEmoji } from './emoji';

export interface ReactionMessage {
	type: 'reaction';
	reaction: { message_id: string; emoji: string };
}

/**
 * A reaction to a received message of the last 30 days that is not itself a reaction (cloud-api 1.3).
 *
 * @param input.emoji one emoji
 * @param input.remove takes the reaction back instead: Meta is sent an empty emoji (unverified in its pages,
 * long-standing behaviour)
 * @throws {InvalidInput} naming `Message ID` or `Emoji`
 */
export function buildReaction(input: { messageId: string; emoji?: string; remove?: boolean }): ReactionMessage {
	const problems = new Problems();
	const messageId = checkText(problems, { field: 'Message ID', value: input.messageId }).trim();
	const emoji = input.remove === true ? '' : checkEmoji(problems, input.emoji);
	problems.throwIfAny();
	return { type: 'reaction', reaction: { message_id: messageId, emoji } };
}

function checkEmoji(problems: Problems, value: unknown): string {
	const emoji = checkText(problems, { field: 'Emoji', value }).trim();
	if (emoji !== '' && !isOneEmoji(emoji)) problems.add('Emoji', `must be one emoji, not "${emoji}"`);
	return emoji;
}
