import { z } from 'zod';
import { LIMITS } from '../limits';
import type { State } from '../state';

/** `reaction` (cloud-api 1.3). An empty emoji removes the reaction (unverified, so accepted). */
export const reactionSchema = z
	.object({ message_id: z.string().min(1, 'must not be empty'), emoji: z.string() })
	.strict();

/** Why Meta would fail the reaction after accepting it, or `undefined`: the target is unknown, too old, or itself a reaction. */
export function badReactionTarget(input: { state: State; messageId: string }): string | undefined {
	const { state, messageId } = input;
	const target = state.messages.get(messageId);
	if (!target || target.direction !== 'inbound') return 'The message to react to was not received from this customer.';
	if (target.type === 'reaction') return 'A reaction cannot be reacted to.';
	if (state.clock.now() - target.at > LIMITS.reactionAge) return 'The message to react to is older than 30 days.';
	return undefined;
}
