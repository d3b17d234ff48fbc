import type { WebhookEvent } from './events';
import { WEBHOOK_FIELDS, type EventGroup } from './fields';

/** Which events the operator wants. What is left out or empty passes everything. */
export interface EventFilter {
	groups: EventGroup[];
	/** Statuses that pass, each by itself. */
	statuses: string[];
	/** Business numbers whose events pass. Events that belong to no number always pass. */
	phoneNumberIds: string[];
	/** WhatsApp Business accounts whose events pass. */
	wabaIds?: string[];
	/** Types of messages that pass, in Meta's words (cloud-api 4.6). */
	messageTypes?: string[];
	/** Only messages that are taps on a button or row whose ID begins so pass. */
	buttonIdPrefix?: string;
	/** Only messages with these words pass; case does not matter. */
	textContains?: string;
	/** Only messages whose text it says yes to pass; see `textPattern`. */
	textMatches?: (text: string) => boolean;
	/** What the business wrote in the WhatsApp Business app, or its AI agent, does not pass. */
	ignoreEchoes?: boolean;
	/** Messages that people wrote before this time do not pass, in milliseconds since 1970; Meta repeats for up to 7 days. */
	notBefore?: number;
	/** Whether messages and statuses of groups pass alone, or not at all. */
	groupChats?: 'only' | 'none';
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

/** Whether the operator wants this event; each is looked at by itself, whatever came with it. */
export function passes(event: WebhookEvent, filter: EventFilter): boolean {
	if (!filter.groups.includes(groupOf(event))) return false;
	if (!contains(filter.phoneNumberIds, event.phoneNumberId)) return false;
	if (!contains(filter.wabaIds, event.wabaId)) return false;
	switch (event.kind) {
		case 'message':
			return passesAsMessage(event, filter) && passesByChat(event, filter);
		case 'status':
			return contains(filter.statuses, event.status ?? '') && passesByChat(event, filter);
		case 'echo':
			return filter.ignoreEchoes !== true && passesByChat(event, filter);
		default:
			return true;
	}
}

/** An event that names nothing passes, and so does every event when nothing is chosen. */
function contains(chosen: string[] | undefined, value: string | undefined): boolean {
	return chosen === undefined || chosen.length === 0 || value === undefined || chosen.includes(value);
}

function passesByChat(event: WebhookEvent, { groupChats }: EventFilter): boolean {
	return groupChats === undefined || (event.groupId !== undefined) === (groupChats === 'only');
}

function passesAsMessage(event: WebhookEvent, filter: EventFilter): boolean {
	const { buttonIdPrefix = '', textContains = '', textMatches, notBefore } = filter;
	const { text = '', replyId, timestamp, type = '' } = event;
	if (!contains(filter.messageTypes, type)) return false;
	if (buttonIdPrefix !== '' && replyId?.startsWith(buttonIdPrefix) !== true) return false;
	if (textContains !== '' && !text.toLowerCase().includes(textContains.toLowerCase())) return false;
	if (textMatches !== undefined && !textMatches(text)) return false;
	// A message without a time may be new.
	return notBefore === undefined || timestamp === undefined || Date.parse(timestamp) >= notBefore;
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
