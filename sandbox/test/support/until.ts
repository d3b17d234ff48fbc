import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 10;
const GIVE_UP_MS = 15_000;

/** Asks again until there is an answer; throws, naming what was waited for, when none comes. */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
	for (const start = Date.now(); Date.now() - start < GIVE_UP_MS; await pause(EVERY_MS)) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
	}
	throw new Error(`waited in vain for ${what}`);
}
