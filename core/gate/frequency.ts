import { GATE_CATEGORIES, type CountScope, type FrequencyCap, type GateCategory, type MinimumGap } from './rules';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** A message that was sent, or is about to be. */
export interface PastSend {
	/** As it was recorded; a category that is none of ours counts with every other. */
	category: string;
	purpose: string;
	/** Milliseconds since 1970. */
	sentAt: number;
}

/** What is about to be sent. */
export interface NextSend {
	category: GateCategory;
	purpose: string;
	/** Milliseconds since 1970. */
	now: number;
}

/** How a limit stands: `freeAt` is the time from which it lets a message through, `now` when it does already. */
export interface Limit {
	freeAt: number;
	/** How many messages counted. */
	count: number;
}

const KNOWN: readonly string[] = GATE_CATEGORIES;

function counted(sends: readonly PastSend[], { counts, category }: { counts: CountScope; category: GateCategory }): number[] {
	const isCounted = (send: PastSend) =>
		counts === 'all' || send.category === category || !KNOWN.includes(send.category);
	return sends
		.filter(isCounted)
		.map(({ sentAt }) => sentAt)
		.sort((a, b) => a - b);
}

/** At most so many messages in any stretch of so many days, each of 24 hours. */
export function capLimit(cap: FrequencyCap, { sends, next }: { sends: readonly PastSend[]; next: NextSend }): Limit {
	const { counts, most, days } = cap;
	const recent = counted(sends, { counts, category: next.category }).filter((sentAt) => sentAt > next.now - days * DAY_MS);
	// The cap is open again when so many of the recent ones are over that one less than the cap is left.
	const leaving = recent[recent.length - most];
	return { freeAt: leaving === undefined ? next.now : leaving + days * DAY_MS, count: recent.length };
}

/** At least so many hours after the message before. */
export function gapLimit(gap: MinimumGap, { sends, next }: { sends: readonly PastSend[]; next: NextSend }): Limit {
	const times = counted(sends, { counts: gap.counts, category: next.category });
	const last = times.at(-1);
	const freeAt = last === undefined ? next.now : Math.max(next.now, last + gap.hours * HOUR_MS);
	return { freeAt, count: times.length };
}

/** A purpose as it is compared. */
export function purposeKey(purpose: string): string {
	return purpose.trim().toLowerCase();
}

/** The last message of the same purpose in so many days; undefined when there is none. */
export function samePurpose(days: number, { sends, next }: { sends: readonly PastSend[]; next: NextSend }): PastSend | undefined {
	return sends
		.filter(({ purpose, sentAt }) => purposeKey(purpose) === purposeKey(next.purpose) && sentAt > next.now - days * DAY_MS)
		.reduce<PastSend | undefined>((last, send) => (last === undefined || send.sentAt > last.sentAt ? send : last), undefined);
}
