import { setTimeout as pause } from 'node:timers/promises';

const POLL_EVERY_MS = 100;

/** What to wait for, in words that complete "Waited 30 s for …", and for how long (default 30,000 ms). */
export interface Wait {
	what: string;
	timeoutMs?: number;
	/** Adds to the error what was there instead. */
	describe?: () => string;
}

/**
 * Asks again and again until there is an answer.
 *
 * @param probe answers undefined as long as it is not yet so; what it throws ends the wait
 * @throws Error that says what was waited for
 */
export async function until<T>(wait: Wait, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
	const timeoutMs = wait.timeoutMs ?? 30_000;
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await probe();
		if (found !== undefined) return found;
		if (Date.now() > deadline) {
			const instead = wait.describe ? `; ${wait.describe()}` : '';
			throw new Error(`Waited ${timeoutMs / 1000} s for ${wait.what}${instead}`);
		}
		await pause(POLL_EVERY_MS);
	}
}
