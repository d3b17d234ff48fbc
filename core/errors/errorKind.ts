import type { Retryable } from './codes';

/**
 * What a program does about an error:
 * - `retry`: repeat with backoff;
 * - `wait`: repeat after a pause that the error names (rate limits, maintenance, pacing);
 * - `fix`: a person must change the input, the credential or the account;
 * - `suppress`: this person must not or cannot be messaged now. Do not repeat, do not bother an
 *   operator; a journey skips the person or takes another channel.
 */
export type ErrorKind = 'retry' | 'wait' | 'fix' | 'suppress';

/** Codes whose kind does not follow from `retryable` alone, each with its reason. */
const KIND_BY_CODE: ReadonlyMap<number, ErrorKind> = new Map<number, ErrorKind>([
	// About the person.
	[1026, 'suppress'], // the person's app cannot show the message
	[130472, 'suppress'], // withheld by an experiment of Meta; a resend is withheld too
	[130497, 'suppress'], // no messages of this business category to that country
	[131026, 'suppress'], // not on WhatsApp, terms not accepted, old app or blocked
	[131049, 'suppress'], // the person's marketing limit: 24 h or more, too long for a program to sit out
	[131050, 'suppress'], // opted out of marketing in WhatsApp
	[137000, 'suppress'], // the person's identity changed and must be checked again
	[138001, 'suppress'], // the person cannot receive calls
	// `conditional` that may be repeated as it is; the other conditional ones need a change first.
	[1, 'retry'],
	[138007, 'retry'],
	[138019, 'wait'],
	[138020, 'wait'],
	[138021, 'wait'],
	[138022, 'wait'],
	[138023, 'wait'],
]);

const KIND_BY_RETRYABLE: Readonly<Record<Retryable, ErrorKind>> = {
	yes: 'retry',
	later: 'wait',
	conditional: 'fix',
	no: 'fix',
};

/** The kind of an error, from its code (cloud-api part 6, retry policy) or, for unknown codes, from `retryable`. */
export function errorKindOf(error: { code?: number; retryable: Retryable }): ErrorKind {
	const byCode = error.code === undefined ? undefined : KIND_BY_CODE.get(error.code);
	return byCode ?? KIND_BY_RETRYABLE[error.retryable];
}
