import { defined } from '../shared/defined';
import { objectOf } from '../shared/json';
import type { ChangeReader } from './change';
import type { WebhookEvent } from './events';
import { keyOf, personOf, phoneDigits, phoneText } from './person';
import { isoTime } from './timestamp';
import { objects, rawOf, some, text } from './values';

/** Leads and purchases that Meta inferred from chats that an ad began. */
export const automaticEvents: ChangeReader = (change) =>
	objects(change.value.automatic_events).map((entry) =>
		defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'automaticEvent',
				type: text(entry.event_name),
				messageId: text(entry.id),
				timestamp: isoTime(entry.timestamp) ?? isoTime(change.entryTime),
				referral: some<NonNullable<WebhookEvent['referral']>>({ ctwaClid: text(entry.ctwa_clid) }),
				raw: rawOf(entry),
			},
			[change.base],
		),
	);

/**
 * Changes of BSUIDs in the form that was announced and then withdrawn in favour of system messages (cloud-api 1.9). As
 * there, the event's own ids are the old ones.
 */
export const userIdUpdates: ChangeReader = (change) =>
	objects(change.value.user_id_update).map((entry) => {
		const ids = objectOf(entry.user_id);
		const parents = objectOf(entry.parent_user_id);
		const current = text(ids.current);
		return defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'userId',
				timestamp: isoTime(entry.timestamp) ?? isoTime(change.entryTime),
				text: text(entry.detail),
				system: some<NonNullable<WebhookEvent['system']>>({
					type: 'user_id_update',
					contactKey: keyOf({ userId: current, digits: phoneDigits(entry.wa_id) }),
					phone: phoneText(entry.wa_id),
					userId: current,
					parentUserId: text(parents.current),
					previousUserId: text(ids.previous),
					previousParentUserId: text(parents.previous),
				}),
				raw: rawOf(entry),
			},
			[
				change.base,
				personOf({ phone: entry.wa_id, userId: ids.previous, parentUserId: parents.previous }, change.value.contacts),
			],
		);
	});
