import type { PhoneMessage } from '../contract';

/** The emojis on a message: of both sides, and the customer's own. */
export interface Reactions {
	all: string[];
	own?: string;
}

/** Message ID to the emojis on it: the last one of each side, none where it was taken back. */
export function reactionsByMessage(messages: readonly PhoneMessage[]): Map<string, Reactions> {
	const bySide = new Map<string, Map<PhoneMessage['direction'], string>>();
	for (const { reaction, direction, status } of messages) {
		if (!reaction || status === 'failed') continue;
		const sides = bySide.get(reaction.messageId) ?? new Map<PhoneMessage['direction'], string>();
		if (reaction.emoji) sides.set(direction, reaction.emoji);
		else sides.delete(direction);
		bySide.set(reaction.messageId, sides);
	}
	return new Map([...bySide].map(([id, sides]) => [id, { all: [...sides.values()], own: sides.get('inbound') }]));
}
