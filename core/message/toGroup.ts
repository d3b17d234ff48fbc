import { InvalidInput } from '../errors/invalidInput';
import type { Recipient } from '../phone/recipient';

/**
 * Refuses a group for a message that groups do not take. They take text, media, templates of these, and pins
 * (cloud-api 7); a sticker counts as media, as in part 2.
 *
 * @throws {InvalidInput} naming `To` when the recipient is a group
 */
export function refuseGroup(recipient: Recipient): void {
	if (recipient.kind !== 'group') return;
	throw new InvalidInput([
		{
			field: 'To',
			message: 'must be a person: groups take text, media, templates of text or media, and pins only',
		},
	]);
}
