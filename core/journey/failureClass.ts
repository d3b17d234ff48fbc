import { findErrorCode } from '../errors/codes';
import { errorKindOf } from '../errors/errorKind';

/**
 * What a journey does about a message that was not delivered:
 * - `retry`: send it again later;
 * - `otherChannel`: this person gets nothing in WhatsApp, or not this; write by e-mail or SMS;
 * - `suppress`: this person does not want it, or Meta withholds it for the person's good: leave it;
 * - `fix`: a person has to change the message or the account first.
 *
 * Stands in the items of workflows: never changes.
 */
export type FailureClass = 'retry' | 'otherChannel' | 'suppress' | 'fix';

/** Suppressed because the person, or Meta in the person's name, does not want the message (cloud-api 6). */
const UNWANTED = [131050, 131049];

/** The 24-hour window is closed: another channel gets through, as a template would. */
const WINDOW_CLOSED = 131047;

/** The class of a failure, from Meta's error code. */
export function failureClassOf(code: number | undefined): FailureClass {
	if (code === undefined) return 'otherChannel';
	if (UNWANTED.includes(code)) return 'suppress';
	if (code === WINDOW_CLOSED) return 'otherChannel';
	const retryable = findErrorCode({ code })?.retryable ?? 'no';
	switch (errorKindOf({ code, retryable })) {
		case 'retry':
		case 'wait':
			return 'retry';
		case 'suppress':
			return 'otherChannel';
		case 'fix':
			return 'fix';
	}
}

/** Whether a failure says that the person opted out of the business's marketing in WhatsApp itself. */
export function isOptOut(code: number | undefined): boolean {
	return code === 131050;
}
