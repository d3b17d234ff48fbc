import { setTimeout as wait } from 'node:timers/promises';

/** The line between the outside and the emulator, one for all calls, as wide as the setting `bytesPerSecond` says. */
export interface Link {
	/** Waits until so many bytes have had their time on the line. Each direction has its own. */
	take(direction: 'in' | 'out', bytes: number): Promise<void>;
}

/** A line whose width is asked for at every use; `undefined` or `null` is endless. */
export function createLink(bytesPerSecond: () => number | null): Link {
	const freeAt = { in: 0, out: 0 };
	let rateBefore: number | null = null;
	return {
		take: async (direction, bytes) => {
			const rate = bytesPerSecond();
			if (rate === null) return;
			const now = performance.now();
			// Another width is another line: what waited for the old one does not stand before it.
			if (rate !== rateBefore) freeAt.in = freeAt.out = now;
			rateBefore = rate;
			freeAt[direction] = Math.max(now, freeAt[direction]) + (bytes / rate) * 1000;
			const ahead = freeAt[direction] - now;
			if (ahead >= 1) await wait(ahead, undefined, { ref: false });
		},
	};
}
