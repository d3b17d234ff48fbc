import { z } from 'zod';
import { invalidValue, missing } from '../errors';
import { LIMITS } from '../limits';
import type { StoredMessage } from '../records';
import type { State } from '../state';
import { checkShape } from './shape';

const { pin: limits } = LIMITS;
const pinSchema = z
	.object({
		type: z.enum(['pin', 'unpin']),
		message_id: z.string().min(1, 'must not be empty'),
		expiration_days: z
			.number()
			.int('must be a whole number of days')
			.min(1, 'must be at least 1')
			.max(limits.days, `must be at most ${limits.days}`)
			.optional(),
	})
	.strict();

/** The messages that are pinned in a group now: message ID to the moment when the pin ends. */
export function pinsOf(input: {
	messages: readonly StoredMessage[];
	groupId: string;
	now: number;
}): Map<string, number> {
	const pins = new Map<string, number>();
	for (const { type, content, groupId, at } of input.messages) {
		if (type !== 'pin' || groupId !== input.groupId) continue;
		const pin = pinSchema.parse(content);
		pins.delete(pin.message_id);
		if (pin.type === 'pin') pins.set(pin.message_id, at + (pin.expiration_days ?? 0) * limits.day);
	}
	for (const [id, end] of pins) if (end <= input.now) pins.delete(id);
	return pins;
}

/** `pin` (cloud-api 1.6): a message of that group, 1 to 30 days, three at once. */
export function checkPin(input: { state: State; value: unknown; groupId: string }): void {
	const { state, value, groupId } = input;
	const pin = checkShape({ schema: pinSchema, value, name: 'pin' });
	const target = state.messages.get(pin.message_id);
	if (target?.groupId !== groupId) throw invalidValue("Param pin['message_id'] is not a message of this group.");
	if (pin.type === 'unpin') return;
	if (pin.expiration_days === undefined) throw missing("The parameter pin['expiration_days'] is required.");
	const pins = pinsOf({ messages: state.messages.all, groupId, now: state.clock.now() });
	if (!pins.has(pin.message_id) && pins.size >= limits.atOnce)
		throw invalidValue(`Param pin: a group has at most ${limits.atOnce} pinned messages.`);
}
