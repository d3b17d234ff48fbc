import { randomBytes, randomInt } from 'node:crypto';

function digits(count: number): string {
	let text = String(randomInt(1, 10));
	while (text.length < count) text += String(randomInt(0, 10));
	return text;
}

/**
 * Identifiers in Meta's forms. They are random rather than counted: after a reset a counter would hand out
 * message IDs that a receiver has already seen and drops as duplicates.
 */
export const newId = {
	/** `wamid.` and base64 text. */
	message: (): string => `wamid.${randomBytes(27).toString('base64').replaceAll('+', 'A').replaceAll('/', 'B')}`,
	/** 15 digits. */
	template: (): string => digits(15),
	/** 16 digits. */
	media: (): string => digits(16),
	/** The random part of a media URL. */
	urlToken: (): string => randomBytes(16).toString('hex'),
	/** `fbtrace_id` of an error. */
	trace: (): string => `A${randomBytes(16).toString('base64url')}`,
	/** A BSUID: country, dot, 20 digits (cloud-api 1.9). */
	user: (country: string): string => `${country}.${digits(20)}`,
	/** The challenge of the webhook handshake. */
	challenge: (): string => digits(10),
	/** Log entries, shop orders. */
	entry: (): string => digits(13),
};
