import type { GraphError } from '../errors/graphError';

const SECOND = 1000;

/** Longest pause between two tries of one message. */
const LONGEST_PAUSE_MS = 60 * SECOND;

/**
 * What is waited before the first repeat of a rate limit, in milliseconds (cloud-api 5 and 6). Each further repeat waits
 * `growth` times as long. Other errors of the kind `wait` last for hours: no run sits them out.
 */
const LIMITS: ReadonlyMap<number, { firstMs: number; growth: number }> = new Map([
	[131056, { firstMs: SECOND, growth: 4 }], // Meta: retry after 4^n seconds
	// A paced number is refused for a jitter of milliseconds, and everything of that number waits.
	[130429, { firstMs: 100, growth: 3 }],
	[4, { firstMs: 10 * SECOND, growth: 2 }],
	[80007, { firstMs: 10 * SECOND, growth: 2 }],
	[131057, { firstMs: 60 * SECOND, growth: 1 }], // throughput upgrade, about a minute
]);

/** Codes to be tried once more only (errors.csv: "one delayed retry at most"). */
const ONCE: readonly number[] = [1];

/**
 * Whether an answer says nothing about what happened to the request: a 5xx or a page of success that is not Meta's own
 * envelope comes from a proxy on the way, behind which the message may have been sent. A 4xx was refused on the way.
 */
export function isUnclear({ code, httpStatus }: GraphError): boolean {
	return code === undefined && (httpStatus >= 500 || httpStatus < 400);
}

/**
 * How long to wait before a refused message is sent again.
 *
 * @param failure.attempt 0 for the first repeat
 * @param failure.retryAfterSeconds what the answer's Retry-After header says; obeyed when it is a second or more
 * @param failure.random 0 to 1; spreads the repeats of many messages
 * @returns milliseconds, or undefined when it must not or need not be repeated
 */
export function retryDelayMs(failure: {
	error: GraphError;
	attempt: number;
	retryAfterSeconds?: number;
	random: number;
}): number | undefined {
	const { error, attempt, retryAfterSeconds, random } = failure;
	if (isUnclear(error)) return undefined;
	const limit = error.code === undefined ? undefined : LIMITS.get(error.code);
	const repeatable = limit !== undefined || error.kind === 'retry' || error.httpStatus === 429;
	if (!repeatable) return undefined;
	if (error.code !== undefined && ONCE.includes(error.code) && attempt > 0) return undefined;
	// "Retry-After: 0" asks for no pause at all, and no pause uses up the time allowed: it would be repeated for ever.
	if (retryAfterSeconds !== undefined && retryAfterSeconds >= 1) return retryAfterSeconds * SECOND;
	const { firstMs, growth } = limit ?? { firstMs: SECOND, growth: 2 };
	const pause = Math.min(LONGEST_PAUSE_MS, firstMs * growth ** attempt);
	// Meta's 4^n seconds are a minimum; elsewhere half of the pause is left to chance.
	return error.code === 131056 ? pause * (1 + random / 4) : pause * (0.5 + random / 2);
}

/** The seconds of a Retry-After header: a number, or a date seen from `now`. */
export function readRetryAfter(header: unknown, now: Date): number | undefined {
	const text = Array.isArray(header) ? String(header[0]) : String(header ?? '').trim();
	if (text === '') return undefined;
	const seconds = Number(text);
	if (Number.isFinite(seconds)) return Math.max(0, seconds);
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, (date - now.getTime()) / SECOND);
}
