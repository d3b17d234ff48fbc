import type { State } from './state';
import type { CounterBook } from './traffic/counters';
import type { Link } from './traffic/link';
import type { Dispatcher } from './webhooks/dispatcher';

/** What every handler works on: one sandbox's memory, its way out, its line and its counters. */
export interface Context {
	readonly state: State;
	readonly webhooks: Dispatcher;
	readonly link: Link;
	readonly counters: CounterBook;
}
