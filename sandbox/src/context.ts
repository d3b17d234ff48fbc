import type { State } from './state';
import type { Dispatcher } from './webhooks/dispatcher';

/** What every handler works on: one sandbox's memory and its way out. */
export interface Context {
	readonly state: State;
	readonly webhooks: Dispatcher;
}
