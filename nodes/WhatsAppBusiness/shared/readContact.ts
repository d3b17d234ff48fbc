import { InvalidInput } from '../../../core/errors/invalidInput';
import { contactKeyOf, parseRecipient } from '../../../core/phone/recipient';
import type { OperationContext } from './operation';
import { readObject, textOf } from './parameters';

/** One contact as the store knows it. */
export interface Contact {
	contactKey: string;
	/** Canonical digits, '' when only the BSUID is known. */
	phone: string;
	/** BSUID, '' when only the phone is known. */
	userId: string;
}

type Where = Pick<OperationContext, 'n8n' | 'itemIndex'>;

/**
 * Reads a phone number or BSUID.
 *
 * @param input.field the form's name for it
 * @throws InvalidInput naming that field, also for a group: consent is a person's
 */
export function readContact(input: { value: unknown; field: string; defaultCountry?: string }): Contact {
	const recipient = parseRecipient(input);
	if (recipient.kind === 'group') {
		throw new InvalidInput([{ field: input.field, message: 'must be a person; a group has no consent' }]);
	}
	const contactKey = contactKeyOf(recipient);
	return recipient.kind === 'userId'
		? { contactKey, phone: '', userId: recipient.userId }
		: { contactKey, phone: contactKey, userId: '' };
}

/** Whom the item's field Contact names. */
export function readItemContact({ n8n, itemIndex }: Where): Contact {
	const { defaultCountry } = readObject(n8n, { name: 'options', itemIndex });
	return readContact({
		value: n8n.getNodeParameter('contact', itemIndex),
		field: 'Contact',
		defaultCountry: textOf(defaultCountry),
	});
}
