import type { Socket } from 'node:net';

/** What the Graph part has done since the start or the last reset of the counters. */
export interface Counters {
	/** Calls begun. */
	calls: number;
	/** Calls under way now, waiting times included; a reset does not touch it. */
	inFlight: number;
	maxInFlight: number;
	/** TCP connections that carried a call. */
	connections: number;
	/** Sizes of bodies. */
	bytesIn: number;
	bytesOut: number;
	/** Files taken by `/media` and by resumable upload. */
	uploads: number;
	messagesAccepted: number;
	/** Refusals by Meta's code. */
	refusedByCode: Record<string, number>;
}

/** The counters of one sandbox. */
export interface CounterBook {
	read(): Counters;
	reset(): void;
	/** Counts a call in; the answer counts it out. */
	begin(socket: Socket): () => void;
	add(name: 'bytesIn' | 'bytesOut' | 'uploads' | 'messagesAccepted', amount?: number): void;
	refused(code: number): void;
}

function zero(inFlight: number): Counters {
	return {
		calls: 0,
		inFlight,
		maxInFlight: inFlight,
		connections: 0,
		bytesIn: 0,
		bytesOut: 0,
		uploads: 0,
		messagesAccepted: 0,
		refusedByCode: {},
	};
}

/** Counters at zero. */
export function createCounters(): CounterBook {
	let counters = zero(0);
	let seen = new WeakSet<Socket>();
	return {
		read: () => ({ ...counters, refusedByCode: { ...counters.refusedByCode } }),
		reset: () => {
			counters = zero(counters.inFlight);
			seen = new WeakSet();
		},
		begin: (socket) => {
			if (!seen.has(socket)) counters.connections += 1;
			seen.add(socket);
			counters.calls += 1;
			counters.inFlight += 1;
			counters.maxInFlight = Math.max(counters.maxInFlight, counters.inFlight);
			return () => {
				counters.inFlight -= 1;
			};
		},
		add: (name, amount = 1) => {
			counters[name] += amount;
		},
		refused: (code) => {
			counters.refusedByCode[code] = (counters.refusedByCode[code] ?? 0) + 1;
		},
	};
}
