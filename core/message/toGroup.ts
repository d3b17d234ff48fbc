import { InvalidInput } from '../errors/invalidInput';
import type { Recipient } from '../phone/recipient';

/**
 * Groups take text, media, templates of these, and pins (cloud-api 7); a sticker counts as media, as in part 2.
 * Which parts of a template a group refuses is left to Meta, whose pages name none.
 *
 * @throws {InvalidInput} naming `To` when the recipient is a group
 */
export function refuseGroup(recipient: Recipient): void {
	if (recipient.kind !== 'group') return;
	throw new InvalidInput([
		{
			field: 'To',
			message: 'must be a person: WhatsApp groups take text, media, templates and pins only',
		},
	]);
}
