import { InvalidInput } from '../errors/invalidInput';
import type { Recipient } from './recipient';
import { visibleText } from './plainText';

/**
 * Reads a recipient that can only be a group: its ID with or without our `group:` in front. What is plainly a phone number
 * or a BSUID is refused, since Meta would look for a group of that name.
 *
 * @throws {InvalidInput} naming `To`
 */
export function parseGroup(value: unknown): Recipient {
	const text = typeof value === 'string' ? visibleText(value) : String(value ?? '');
	const groupId = text.replace(/^group:\s*/i, '');
	if (groupId === '') throw new InvalidInput([{ field: 'To', message: 'must not be empty' }]);
	const isPerson = /^\+|^[A-Z]{2}\.|^(whatsapp|tel):/i.test(groupId);
	if (isPerson || /\s/.test(groupId)) {
		throw new InvalidInput([
			{ field: 'To', message: `must be the ID of a group, such as groupId of the trigger, not "${text}"` },
		]);
	}
	return { kind: 'group', groupId };
}
