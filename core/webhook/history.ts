import { defined } from '../shared/defined';
import { objectOf, type JsonObject } from '../shared/json';
import type { Change, ChangeReader } from './change';
import { errorsOf, errorText } from './errors';
import type { WebhookEvent } from './events';
import { messageEvent, senderIds } from './messages';
import { personOf, phoneDigits, type PersonIds } from './person';
import { isoTime } from './timestamp';
import { objects, rawOf, text } from './values';

/** Chats from before the number joined the Cloud API (coexistence): one event per message, and one per refusal. */
export const history: ChangeReader = (change) => [
	...objects(change.value.messages).map((message) =>
		messageEvent(change, { kind: 'history', message, person: senderIds(message), contacts: change.value.contacts }),
	),
	...objects(change.value.history).flatMap((chunk) => [
		...refusals(change, chunk),
		...objects(chunk.threads).flatMap((thread) => threadMessages(change, thread)),
	]),
];

function threadMessages(change: Change, thread: JsonObject): WebhookEvent[] {
	const context = objectOf(thread.context);
	const person: PersonIds = {
		phone: phoneDigits(context.wa_id) ?? thread.id,
		userId: context.user_id,
		parentUserId: context.parent_user_id,
		username: context.username,
	};
	return objects(thread.messages).map((message) => {
		const event = messageEvent(change, { kind: 'history', message, person, contacts: undefined });
		const status = text(objectOf(message.history_context).status)?.toLowerCase();
		return status === undefined ? event : { ...event, status };
	});
}

function refusals(change: Change, chunk: JsonObject): WebhookEvent[] {
	const errors = errorsOf(chunk.errors);
	if (errors === undefined) return [];
	return [
		defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'history',
				timestamp: isoTime(change.entryTime),
				text: errorText(errors),
				errors,
				raw: rawOf(chunk),
			},
			[change.base],
		),
	];
}

/** Changes in the WhatsApp Business app's address book, one event per contact; `type` is `add` or `remove`. */
export const appState: ChangeReader = (change) =>
	objects(change.value.state_sync).map((entry) => {
		const contact = objectOf(entry.contact);
		return defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'appState',
				type: text(entry.action),
				timestamp: isoTime(objectOf(entry.metadata).timestamp) ?? isoTime(change.entryTime),
				raw: rawOf(entry),
			},
			[
				change.base,
				personOf(
					{
						phone: contact.phone_number,
						userId: contact.user_id,
						parentUserId: contact.parent_user_id,
						username: contact.username,
						name: contact.full_name ?? contact.first_name,
					},
					undefined,
				),
			],
		);
	});
