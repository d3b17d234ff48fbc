import { InvalidInput } from '../errors/invalidInput';
import { parseRecipient } from '../phone/recipient';

/** Browsers and chat apps take an address of this length; WhatsApp names no limit of its own. */
const MOST_CHARACTERS = 2000;

/**
 * A link that opens a chat with a number, the text typed in already: `https://wa.me/15550100200?text=Hello`. The number is
 * written without plus, blanks or zeros before it, as WhatsApp's help centre asks.
 *
 * @param input.phone as people write it; `input.defaultCountry` as for `parseRecipient`
 * @param input.text the message that the customer finds typed in; line breaks and emoji are kept. None when empty
 * @throws {InvalidInput} naming `Phone Number` or `Text`
 */
export function contactLink(input: { phone: unknown; text?: string; defaultCountry?: string }): { url: string; phone: string } {
	const { phone, text = '', defaultCountry } = input;
	const field = 'Phone Number';
	const recipient = parseRecipient({ value: phone, field, ...(defaultCountry === undefined ? {} : { defaultCountry }) });
	if (recipient.kind !== 'phone') throw new InvalidInput([{ field, message: 'must be a phone number: a link cannot open a user ID or a group' }]);
	// A half of a surrogate pair cannot be encoded.
	const typed = text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');
	const url = `https://wa.me/${recipient.digits}${typed === '' ? '' : `?text=${encodeURIComponent(typed)}`}`;
	if (url.length > MOST_CHARACTERS) {
		throw new InvalidInput([{ field: 'Text', message: `makes an address of ${url.length} characters, at most ${MOST_CHARACTERS} work everywhere; shorten it` }]);
	}
	return { url, phone: recipient.e164 };
}
