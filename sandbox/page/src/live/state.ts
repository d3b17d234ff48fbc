import type { BusinessNumber, Delivery, Phone, PhoneMessage, StatusEventData } from '../contract';

type Thread = readonly PhoneMessage[];

/** What the page knows of the sandbox. */
export interface LiveState {
	loaded: boolean;
	/** The event stream is open. */
	connected: boolean;
	phones: readonly Phone[];
	/** Customer key to messages, oldest first. */
	messages: Readonly<Record<string, Thread>>;
	/** Newest first. */
	deliveries: readonly Delivery[];
	businessNumbers: readonly BusinessNumber[];
	/** Milliseconds by which the sandbox's time is ahead of the machine's. */
	clockShift: number;
}

export const EMPTY_STATE: LiveState = {
	loaded: false,
	connected: false,
	phones: [],
	messages: {},
	deliveries: [],
	businessNumbers: [],
	clockShift: 0,
};

export type LiveAction =
	| { type: 'connection'; connected: boolean }
	| { type: 'loaded'; part: Partial<LiveState> }
	| { type: 'message'; key: string; message: PhoneMessage }
	| { type: 'status'; change: StatusEventData }
	| { type: 'clock'; now: string }
	| { type: 'delivery'; delivery: Delivery };

/** By how much a sandbox time (ISO) is ahead of the machine's, in ms; under a second it is the way of the call. */
export function shiftOf(now: string): number {
	const shift = Date.parse(now) - Date.now();
	return Math.abs(shift) < 1000 ? 0 : shift;
}

/** The page shows "latest deliveries", not the whole log. */
const DELIVERIES_KEPT = 60;

/** The newest first, cut to what the page shows. */
export function latestDeliveries(log: readonly Delivery[]): Delivery[] {
	return log.slice(-DELIVERIES_KEPT).reverse();
}

function withMessage(thread: Thread, message: PhoneMessage): Thread {
	const known = thread.findLastIndex((each) => each.id === message.id);
	return known === -1 ? [...thread, message] : thread.with(known, message);
}

function withStatus(thread: Thread, { messageId, status, error }: StatusEventData): Thread {
	return thread.map((message) => (message.id === messageId ? { ...message, status, error } : message));
}

function withThread(state: LiveState, key: string, change: (thread: Thread) => Thread): LiveState {
	return { ...state, messages: { ...state.messages, [key]: change(state.messages[key] ?? []) } };
}

function withDelivery(list: readonly Delivery[], delivery: Delivery): readonly Delivery[] {
	return [delivery, ...list.filter(({ id }) => id !== delivery.id)].slice(0, DELIVERIES_KEPT);
}

/** The state after an action; untouched messages keep their identity, so their bubbles are not drawn again. */
export function reduce(state: LiveState, action: LiveAction): LiveState {
	switch (action.type) {
		case 'connection':
			return { ...state, connected: action.connected };
		case 'loaded':
			return { ...state, ...action.part };
		case 'message':
			return withThread(state, action.key, (thread) => withMessage(thread, action.message));
		case 'status':
			return withThread(state, action.change.key ?? '', (thread) => withStatus(thread, action.change));
		case 'clock':
			return { ...state, clockShift: shiftOf(action.now) };
		case 'delivery':
			return { ...state, deliveries: withDelivery(state.deliveries, action.delivery) };
	}
}
