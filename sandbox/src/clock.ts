/** The sandbox's time. It runs with the machine's clock, shifted by what a test asked for. */
export interface Clock {
	/** Milliseconds since the epoch, in sandbox time. */
	now(): number;
	/** Jumps to a moment (milliseconds since the epoch). */
	set(moment: number): void;
	/** Jumps forward, or backward with a negative number of seconds. */
	advance(seconds: number): void;
	/** Back to the machine's time. */
	reset(): void;
}

/** A clock of its own per sandbox, so that one test's jump does not move another's. */
export function createClock(machineTime: () => number = Date.now): Clock {
	let shift = 0;
	return {
		now: () => machineTime() + shift,
		set: (moment) => {
			shift = moment - machineTime();
		},
		advance: (seconds) => {
			shift += seconds * 1000;
		},
		reset: () => {
			shift = 0;
		},
	};
}

/** Seconds since the epoch, the unit of webhook timestamps. */
export function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
