import { InvalidInput, Problems } from '../errors/invalidInput';
import { formatCount } from '../shared/text';
import { textOf, type JsonObject } from '../shared/json';

/** A short link with a text typed in, and its QR code, as Meta keeps it for a phone number (`message_qrdls`, cloud-api 7). */
export interface QrCode {
	/** 14 characters: the code's ID. */
	code: string;
	/** The text that the customer finds typed in. */
	prefilledMessage: string;
	/** `https://wa.me/message/…`: what the QR code says. It never expires. */
	link: string;
}

export const QR_FORMATS = ['PNG', 'SVG'] as const;

export type QrFormat = (typeof QR_FORMATS)[number];

/** Characters that Meta takes. */
const MOST_CHARACTERS = 140;

const field = 'Prefilled Message';

/**
 * The text of a code.
 *
 * @throws {InvalidInput} when it is empty or longer than 140 characters
 */
export function checkPrefilledMessage(text: string): string {
	const problems = new Problems();
	const { length } = [...text];
	if (text.trim() === '') problems.add(field, 'must not be empty');
	if (length > MOST_CHARACTERS) problems.add(field, `has ${formatCount(length)} characters, at most ${MOST_CHARACTERS} are allowed`);
	problems.throwIfAny();
	return text;
}

/**
 * A code as people give it: the code itself, or its link.
 *
 * @throws {InvalidInput} when it is empty or has other characters
 */
export function parseCode(text: string): string {
	const code = /^https?:\/\/wa\.me\/message\/([^/?#]+)/i.exec(text)?.[1] ?? text;
	if (/^[A-Za-z0-9]+$/.test(code)) return code;
	throw new InvalidInput([{ field: 'Code', message: text === '' ? 'must not be empty' : `"${text}" is no code; it has letters and digits only` }]);
}

/** Meta's row in our names. */
export function toQrCode(row: JsonObject): QrCode {
	return {
		code: textOf(row.code) ?? '',
		prefilledMessage: textOf(row.prefilled_message) ?? '',
		link: textOf(row.deep_link_url) ?? '',
	};
}
