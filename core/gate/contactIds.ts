import type { ContactIds } from '../contact/record';
import { InvalidInput } from '../errors/invalidInput';
import { contactKeyOf, type Recipient } from '../phone/recipient';

/**
 * The ids by which a recipient is looked for.
 *
 * @throws {InvalidInput} naming the field, for a group: consent and frequency are a person's
 */
export function contactIdsOf({ recipient, field }: { recipient: Recipient; field: string }): ContactIds {
	switch (recipient.kind) {
		case 'phone':
			return { phone: contactKeyOf(recipient), userId: '' };
		case 'userId':
			return { phone: '', userId: recipient.userId };
		case 'group':
			throw new InvalidInput([{ field, message: 'must be a person: a group cannot be checked before sending' }]);
	}
}
