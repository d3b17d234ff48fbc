import { contactKeyOf, parseRecipient } from '../../../../core/phone/recipient';

/** One contact as the store knows it. */
export interface Contact {
	contactKey: string;
	/** Canonical digits, '' when only the BSUID is known. */
	phone: string;
	/** BSUID, '' when only the phone is known. */
	userId: string;
}

/**
 * Reads a phone number or BSUID.
 *
 * @param input.field the form's name for it
 * @throws InvalidInput naming that field
 */
export function readContact(input: { value: unknown; field: string; defaultCountry?: string }): Contact {
	const recipient = parseRecipient(input);
	const contactKey = contactKeyOf(recipient);
	if (recipient.kind === 'userId') return { contactKey, phone: '', userId: recipient.userId };
	return { contactKey, phone: recipient.kind === 'phone' ? contactKey : '', userId: '' };
}
