/** Work in lanes: those of one lane one after the other, lanes beside each other, so many at once. */
export interface Lanes {
	/** Queues a piece of work; it must not reject. */
	add(lane: string, work: () => Promise<void>): void;
	/** Drops what waits, and forgets what is under way. */
	clear(): void;
}

/** Empty lanes; `concurrency` is asked for each time a place is free. */
export function createLanes(concurrency: () => number): Lanes {
	let waiting = new Map<string, Array<() => Promise<void>>>();
	/** Lanes with work and none under way, in the order of their turn. */
	let ready = new Set<string>();
	let running = 0;

	function done(lane: string, of: typeof waiting): void {
		if (of !== waiting) return;
		running -= 1;
		if ((waiting.get(lane)?.length ?? 0) > 0) ready.add(lane);
		else waiting.delete(lane);
		fill();
	}

	function fill(): void {
		for (const lane of ready) {
			if (running >= concurrency()) return;
			ready.delete(lane);
			const work = waiting.get(lane)?.shift();
			if (!work) continue;
			running += 1;
			const mine = waiting;
			void work().then(() => done(lane, mine));
		}
	}

	return {
		add: (lane, work) => {
			const queue = waiting.get(lane);
			if (queue) queue.push(work);
			else {
				waiting.set(lane, [work]);
				ready.add(lane);
			}
			fill();
		},
		clear: () => {
			waiting = new Map();
			ready = new Set();
			running = 0;
		},
	};
}
