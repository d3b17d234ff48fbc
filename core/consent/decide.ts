import { NATIVE_SOURCE, type ConsentCategory, type ConsentRecord } from './record';

/** The answer to "may I send a message of this category to this contact?". */
export interface ConsentDecision {
	allowed: boolean;
	/** `unknown`: there is no record, or an opt-out has ended. `pending`: an opt-in that was not confirmed yet. */
	state: 'opted_in' | 'opted_out' | 'pending' | 'unknown';
	/** A sentence for people; always given. */
	reason: string;
	/** The record that decided. */
	record?: ConsentRecord;
}

function timeOf(iso: string): number {
	const time = Date.parse(iso);
	return Number.isNaN(time) ? 0 : time;
}

function hasEnded(record: ConsentRecord, now: Date): boolean {
	if (record.state !== 'opted_out' || record.until === '') return false;
	const end = Date.parse(record.until);
	// An end that cannot be read must not let a message out: the opt-out then stands.
	return !Number.isNaN(end) && end <= now.getTime();
}

function newerOf(a: ConsentRecord, b: ConsentRecord): ConsentRecord {
	const difference = timeOf(b.recordedAt) - timeOf(a.recordedAt);
	if (difference !== 0) return difference > 0 ? b : a;
	return b.state === 'opted_out' ? b : a;
}

function optedOutReason(record: ConsentRecord): string {
	const scope = record.category === 'all' ? 'all messages' : `${record.category} messages`;
	const source = record.source === '' ? '' : ` (${record.source})`;
	const until = record.until === '' ? '' : ` until ${record.until}`;
	const why = record.reason === '' ? '' : `: ${record.reason}`;
	return `Opted out of ${scope} on ${record.recordedAt}${source}${until}${why}`;
}

function isNative({ source }: ConsentRecord): boolean {
	return source === NATIVE_SOURCE;
}

/** Of several records of a person for one category the one that counts: what they chose in WhatsApp itself, else the newest. */
export function standingOf(records: readonly [ConsentRecord, ...ConsentRecord[]]): ConsentRecord {
	const [native, ...others] = records.filter(isNative);
	const chosen = native === undefined ? undefined : others.reduce(newerOf, native);
	return chosen?.state === 'opted_out' ? chosen : records.reduce(newerOf);
}

/**
 * The newest decision that covers the category counts; an opt-out whose time is over counts as none. Two records of the
 * same moment: the opt-out counts. Records may be of the same person under different keys (phone and BSUID).
 *
 * What the contact chose in WhatsApp itself wins over everything else, since Meta does not deliver against it. A pending
 * opt-in allows no marketing, and says nothing about other messages.
 */
export function decideConsent(question: {
	records: readonly ConsentRecord[];
	category: ConsentCategory;
	now: Date;
}): ConsentDecision {
	const { records, category, now } = question;
	const relevant = records.filter(
		(record) =>
			(record.category === category || record.category === 'all') &&
			(record.state !== 'pending' || category === 'marketing'),
	);
	const [first, ...others] = relevant.filter((record) => !hasEnded(record, now));
	if (first === undefined) {
		return {
			allowed: true,
			state: 'unknown',
			reason: relevant.length === 0 ? 'No opt-out on record' : 'The opt-out on record has ended',
		};
	}
	const record = standingOf([first, ...others]);
	if (record.state === 'opted_out') {
		return { allowed: false, state: 'opted_out', reason: optedOutReason(record), record };
	}
	if (record.state === 'pending') {
		const reason = `Asked on ${record.recordedAt} to confirm the opt-in, and has not yet`;
		return { allowed: false, state: 'pending', reason, record };
	}
	return { allowed: true, state: 'opted_in', reason: `Opted in on ${record.recordedAt}`, record };
}
