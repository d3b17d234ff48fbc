import type { WebhookEvent } from './events';
import { WEBHOOK_FIELDS, type EventGroup } from './fields';

/** Which events the operator wants. */
export interface EventFilter {
	groups: EventGroup[];
	/** Statuses that pass, each by itself; an empty list passes all. */
	statuses: string[];
	/** Business numbers whose events pass; an empty list passes all. Events that belong to no number always pass. */
	phoneNumberIds: string[];
}

/** The choice of events under which an event comes. */
export function groupOf(event: WebhookEvent): EventGroup {
	const group = WEBHOOK_FIELDS.get(event.field)?.group ?? 'other';
	if (group !== 'messages') return event.kind === 'unknown' ? 'other' : group;
	switch (event.kind) {
		case 'message':
			return 'messages';
		case 'status':
			return 'statuses';
		case 'error':
			return 'account';
		default:
			return 'other';
	}
}

/** Whether the operator wants this event. */
export function passes(event: WebhookEvent, filter: EventFilter): boolean {
	if (!filter.groups.includes(groupOf(event))) return false;
	if (event.kind === 'status' && filter.statuses.length > 0 && !filter.statuses.includes(event.status ?? '')) {
		return false;
	}
	return (
		filter.phoneNumberIds.length === 0 ||
		event.phoneNumberId === undefined ||
		filter.phoneNumberIds.includes(event.phoneNumberId)
	);
}

/** Meta's webhook fields that an app must subscribe to for these choices. */
export function fieldsFor(groups: EventGroup[]): string[] {
	const wanted = new Set<EventGroup>(groups);
	// Statuses and account-level errors come in the same field as messages (cloud-api 4.4).
	if (wanted.has('statuses') || wanted.has('account')) wanted.add('messages');
	return [...WEBHOOK_FIELDS]
		.filter(([, field]) => field.subscribable && wanted.has(field.group))
		.map(([name]) => name);
}
