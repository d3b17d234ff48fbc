import type { WebhookEvent } from './events';
import type { EventGroup } from './fields';
import { groupOf } from './filter';

/** One output of a trigger with separate outputs. */
export interface TriggerOutput {
	/** Shown beside the output. */
	name: string;
	/** The choice of events that brings it. */
	group: EventGroup;
}

/** All of them, in the order in which they stand; connections in workflows count on it. */
export const TRIGGER_OUTPUTS: readonly TriggerOutput[] = [
	{ name: 'Messages', group: 'messages' },
	{ name: 'Replies', group: 'messages' },
	{ name: 'Orders', group: 'messages' },
	{ name: 'Statuses', group: 'statuses' },
	{ name: 'Consent', group: 'preferences' },
	{ name: 'Templates', group: 'templates' },
	{ name: 'Account', group: 'account' },
	{ name: 'Other', group: 'other' },
];

/**
 * The output's name by which an event leaves. Replies are taps on buttons and rows, and answers to Flows and to requests
 * (location excepted, which looks like any other); orders are carts that people send.
 */
export function outputOf(event: WebhookEvent): string {
	const group = groupOf(event);
	if (group === 'messages') {
		if (event.type === 'order') return 'Orders';
		return event.type === 'interactive' || event.type === 'button' ? 'Replies' : 'Messages';
	}
	return TRIGGER_OUTPUTS.find((output) => output.group === group)?.name ?? 'Other';
}
