import { defined } from '../shared/defined';
import { isJsonObject, objectOf, type JsonObject } from '../shared/json';
import type { Change } from './change';
import type { WebhookEvent } from './events';
import { WEBHOOK_FIELDS } from './fields';
import { phoneText } from './person';
import { isoTime } from './timestamp';
import { objects, rawOf, text } from './values';

/**
 * All events of a webhook body, in the order in which Meta wrote them: one per message, status, preference, template or
 * account event (cloud-api 4.4 to 4.7). Whatever has no reading becomes an `unknown` event. Never throws, whatever the body.
 */
export function parseWebhook(body: unknown): WebhookEvent[] {
	if (!isJsonObject(body)) return [];
	const entries = objects(body.entry);
	if (entries.length > 0) return entries.flatMap(entryEvents);
	const isEmpty = Object.keys(body).length === 0 || (Array.isArray(body.entry) && body.entry.length === 0);
	return isEmpty ? [] : [{ kind: 'unknown', field: 'unknown', raw: body }];
}

function entryEvents(entry: JsonObject): WebhookEvent[] {
	const changes = objects(entry.changes);
	if (changes.length > 0) return changes.flatMap((change) => changeEvents(readChange(entry, change)));
	return [
		defined<WebhookEvent>({
			kind: 'unknown',
			field: 'unknown',
			wabaId: text(entry.id),
			timestamp: isoTime(entry.time),
			raw: rawOf(entry),
		}),
	];
}

function readChange(entry: JsonObject, change: JsonObject): Change {
	const field = text(change.field) ?? 'unknown';
	const value = objectOf(change.value);
	const metadata = objectOf(value.metadata);
	return {
		field,
		value,
		raw: change,
		entryTime: entry.time,
		base: defined<Change['base']>({
			field,
			wabaId: text(entry.id),
			phoneNumberId: text(metadata.phone_number_id),
			displayPhoneNumber: phoneText(metadata.display_phone_number),
		}),
	};
}

function changeEvents(change: Change): WebhookEvent[] {
	const readers = WEBHOOK_FIELDS.get(change.field)?.readers ?? [];
	const events = readers.flatMap((read) => read(change));
	if (events.length > 0) return events;
	return [
		defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'unknown',
				timestamp: isoTime(change.entryTime),
				raw: rawOf(change.raw),
			},
			[change.base],
		),
	];
}
