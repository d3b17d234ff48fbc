import { InvalidInput } from '../errors/invalidInput';

/** Longest key: with it, callback data still has room for the operator's own text (cloud-api 1.1: 512 together). */
export const MAX_KEY_LENGTH = 200;

/** What stands under a key. Stored: never changes. */
export type KeyState =
	/** Somebody is about to send, or was when the process died. */
	| 'claimed'
	/** Meta accepted the message. */
	| 'sent'
	/** No clear answer came: it may have been sent. */
	| 'unknown';

/** What is known about the first send under a key. */
export interface KeyRecord {
	idempotencyKey: string;
	contactKey: string;
	/** Run and item that claimed the key. */
	owner: string;
	state: KeyState;
	/** '' while there is none. */
	messageId: string;
	/** ISO time. */
	claimedAt: string;
	/** ISO time after which the key is forgotten. */
	expiresAt: string;
}

/** What the operator wants when it is not clear whether the first send came through. */
export type UnclearRule =
	| 'fail'
	/** Take it as sent. */
	| 'skip'
	/** After a while. */
	| 'sendAgain';

/** What is to be done with an item whose key stands under `record`. */
export type KeyDecision = 'send' | 'alreadySent' | 'wait' | 'unclear' | 'skip' | 'sendAgain';

/** A send takes a moment; a claim younger than this is taken for one under way (milliseconds). */
const UNDER_WAY_MS = 20_000;

/**
 * Decides by what stands under the key.
 *
 * @param question.owner who asks
 * @param question.afterMs how long ago an unclear send must be before it is made again
 * @param question.now milliseconds since 1970
 */
export function decideByKey(question: {
	record: KeyRecord;
	owner: string;
	rule: UnclearRule;
	afterMs: number;
	now: number;
}): KeyDecision {
	const { record, owner, rule, afterMs, now } = question;
	if (record.state === 'sent') return 'alreadySent';
	if (record.owner === owner && record.state === 'claimed') return 'send';
	const age = now - Date.parse(record.claimedAt);
	if (record.state === 'claimed' && age < UNDER_WAY_MS) return 'wait';
	if (rule === 'skip') return 'skip';
	return rule === 'sendAgain' && age >= afterMs ? 'sendAgain' : 'unclear';
}

/**
 * A key as it is stored; undefined when none is given.
 *
 * @throws {InvalidInput} naming `Idempotency Key`
 */
export function parseIdempotencyKey(text: string | undefined): string | undefined {
	const key = text?.trim() ?? '';
	if (key === '') return undefined;
	if (key.length <= MAX_KEY_LENGTH) return key;
	throw new InvalidInput([
		{ field: 'Idempotency Key', message: `has ${key.length} characters, and at most ${MAX_KEY_LENGTH} are possible` },
	]);
}
