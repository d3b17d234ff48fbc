/**
 * Spaces events to a rate, with a burst that may go at once (generic cell rate algorithm). It only computes: the caller
 * has the clock and does the waiting. Times are milliseconds of any one clock.
 */
export class Rate {
	private readonly intervalMs: number;

	private readonly toleranceMs: number;

	private due = -Infinity;

	constructor(rate: { intervalMs: number; burst: number }) {
		this.intervalMs = rate.intervalMs;
		this.toleranceMs = (Math.max(1, rate.burst) - 1) * rate.intervalMs;
	}

	/** Takes the next place. @returns the time at which it may be used, `now` or later */
	reserve(now: number): number {
		const at = Math.max(now, this.due - this.toleranceMs);
		this.due = Math.max(at, this.due) + this.intervalMs;
		return at;
	}

	/** Lets nothing more go before `time`. Places that were taken before keep their time. */
	holdUntil(time: number): void {
		this.due = Math.max(this.due, time + this.toleranceMs);
	}
}

/** Meta's standard throughput of a number in messages per second (cloud-api 5). */
export const STANDARD_THROUGHPUT = 80;

/** The highest throughput Meta gives a number in messages per second (cloud-api 5). */
export const HIGHEST_THROUGHPUT = 1000;

/** Slower than the limit by this share: requests that left evenly arrive unevenly, and Meta counts where they arrive. */
const MARGIN = 0.02;

/** A number's rate: evenly spaced, since a burst on top of the rate would be refused. */
export function numberRate(messagesPerMinute: number): Rate {
	return new Rate({ intervalMs: (60_000 * (1 + MARGIN)) / messagesPerMinute, burst: 1 });
}

/** One number to one person: a message in 6 seconds, of which 45 may be borrowed at once (cloud-api 5). */
export function pairRate(): Rate {
	return new Rate({ intervalMs: 6000, burst: 45 });
}
