import { InvalidInput } from '../errors/invalidInput';
import { canonicalDigits } from './contactKey';
import { readPhone } from './phoneNumber';
import { asciiDigits, visibleText } from './plainText';

/** Who a message goes to. Exactly one of the three ways in which Meta addresses people and groups. */
export type Recipient =
	| {
			kind: 'phone';
			/** `+15550123456` */
			e164: string;
			/** The same without plus: the form of Meta's `wa_id`. */
			digits: string;
	  }
	| {
			kind: 'userId';
			/** BSUID or parent BSUID, whole and as Meta wrote it, for example `US.90817263540918273645`. */
			userId: string;
	  }
	| { kind: 'group'; groupId: string };

/** The part of a message's envelope that names the recipient (cloud-api 1.1 and 1.9). */
export type RecipientAddress =
	| { recipient_type: 'individual'; to: string }
	| { recipient_type: 'individual'; recipient: string }
	| { recipient_type: 'group'; to: string };

/** cloud-api 1.9; case matters, and nothing that matches is ever treated as a phone number. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * Reads a recipient as people and other nodes write it: a phone number (text or number; spaces, dots,
 * dashes, brackets, `+` or `00`, full-width and Arabic digits, a `whatsapp:` prefix), a BSUID, or
 * `group:` with a group ID (our own prefix: a group ID has no form by which it could be told apart).
 *
 * Numbers without `+` are explained at {@link readPhone}. Numbers are checked for a possible length,
 * not for being assigned, so that fictional numbers such as +1 555 010 0200 pass.
 *
 * @param input.defaultCountry two-letter ISO 3166 code for numbers written without country code
 * @param input.field name of the form's field, for the error; `To` when left out
 * @throws {InvalidInput} naming the field or `Default Country`, with what to write instead
 */
export function parseRecipient(input: {
	value: unknown;
	defaultCountry?: string;
	field?: string;
}): Recipient {
	const { value, defaultCountry, field = 'To' } = input;
	const text = textOf({ value, field })
		.replace(/^(whatsapp|tel):/i, '')
		.trim();
	if (text === '') throw new InvalidInput([{ field, message: 'must not be empty' }]);
	if (USER_ID.test(text)) return { kind: 'userId', userId: text };

	const groupId = /^group:\s*(\S+)$/i.exec(text)?.[1];
	if (groupId !== undefined) return { kind: 'group', groupId };

	const e164 = readPhone({ text: asciiDigits(text), defaultCountry, field });
	return { kind: 'phone', e164, digits: e164.slice(1) };
}

/**
 * The recipient as the envelope wants it. Phones are sent with `+`: without it Meta prepends the
 * country code of the sending number (cloud-api 1.1). A BSUID goes into `recipient`, never into `to`.
 */
export function recipientAddress(recipient: Recipient): RecipientAddress {
	switch (recipient.kind) {
		case 'phone':
			return { recipient_type: 'individual', to: recipient.e164 };
		case 'userId':
			return { recipient_type: 'individual', recipient: recipient.userId };
		case 'group':
			return { recipient_type: 'group', to: recipient.groupId };
	}
}

/**
 * The key under which this person (or group) is stored and matched: the BSUID, else the phone's
 * digits in canonical form. For matching only: a canonical form is not always a number to send to.
 */
export function contactKeyOf(recipient: Recipient): string {
	switch (recipient.kind) {
		case 'phone':
			return canonicalDigits(recipient.digits);
		case 'userId':
			return recipient.userId;
		case 'group':
			return recipient.groupId;
	}
}

function textOf({ value, field }: { value: unknown; field: string }): string {
	if (typeof value === 'string') return visibleText(value);
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
	if (value === undefined || value === null) return '';
	const shown = typeof value === 'number' ? `the number ${value}` : `a ${typeName(value)}`;
	throw new InvalidInput([
		{
			field,
			message: `must not be ${shown}; write a phone number as text, such as +15550123456, or a user ID`,
		},
	]);
}

function typeName(value: unknown): string {
	return Array.isArray(value) ? 'list' : typeof value;
}
