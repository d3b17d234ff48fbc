import { InvalidInput } from '../../../../core/errors/invalidInput';
import { contactKeyOf, parseRecipient } from '../../../../core/phone/recipient';

/** One contact as the store knows it. */
export interface Contact {
	contactKey: string;
	/** Canonical digits, '' when only the BSUID is known. */
	phone: string;
	/** BSUID, '' when only the phone is known. */
	userId: string;
}

/** Reads a phone number or BSUID; `field` is the form's name for it. */
export function readContact(input: { value: unknown; field: string; defaultCountry?: string }): Contact {
	try {
		const recipient = parseRecipient({ value: input.value, defaultCountry: input.defaultCountry });
		const contactKey = contactKeyOf(recipient);
		if (recipient.kind === 'userId') return { contactKey, phone: '', userId: recipient.userId };
		return { contactKey, phone: recipient.kind === 'phone' ? contactKey : '', userId: '' };
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		throw new InvalidInput(error.problems.map(({ message }) => ({ field: input.field, message })));
	}
}
