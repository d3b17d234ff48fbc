import type { JsonObject } from '../shared/json';
import type { EventSystem, WebhookEvent } from './events';
import { keyOf, phoneDigits, phoneText } from './person';
import { some, text } from './values';

/**
 * Content of a system message: a change of number, BSUID or identity (cloud-api 1.9). The event itself keeps the ids
 * that our records know, the old ones; `system` has the new ones.
 */
export function systemContent(system: JsonObject, message: JsonObject): Partial<WebhookEvent> {
	const userId = text(system.user_id);
	const previousUserId = text(system.previous_user_id);
	const sender = text(message.from_user_id) ?? previousUserId;
	return {
		text: text(system.body) ?? '[system message]',
		...(sender === undefined ? {} : { contactKey: sender, userId: sender }),
		system: some<EventSystem>({
			type: text(system.type),
			contactKey: keyOf({ userId, digits: phoneDigits(system.wa_id) }),
			phone: phoneText(system.wa_id),
			userId,
			parentUserId: text(system.parent_user_id),
			previousUserId,
			previousParentUserId: text(system.previous_parent_user_id),
		}),
	};
}
