import { defined } from '../shared/defined';
import type { ChangeReader } from './change';
import type { WebhookEvent } from './events';
import { personOf } from './person';
import { isoTime } from './timestamp';
import { objects, rawOf, text } from './values';

/** Marketing preferences, one event per person and choice: `type` is `stop`, `resume` or `signup` (cloud-api 4.5). */
export const preferences: ChangeReader = (change) =>
	objects(change.value.user_preferences).map((preference) =>
		defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'preference',
				type: text(preference.value),
				category: text(preference.category),
				timestamp: isoTime(preference.timestamp) ?? isoTime(change.entryTime),
				text: text(preference.detail),
				raw: rawOf(preference),
			},
			[
				change.base,
				personOf(
					{ phone: preference.wa_id, userId: preference.user_id, parentUserId: preference.parent_user_id },
					change.value.contacts,
				),
			],
		),
	);
