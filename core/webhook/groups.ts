import { defined } from '../shared/defined';
import type { ChangeReader } from './change';
import { errorsOf, errorText } from './errors';
import type { WebhookEvent } from './events';
import { personOf } from './person';
import { isoTime } from './timestamp';
import { objects, rawOf, text } from './values';

/** Events of groups, one each; a person only where the event is about a single one, as a request to join is. */
export const groups: ChangeReader = (change) =>
	objects(change.value.groups).map((group) => {
		const errors = errorsOf(group.errors);
		const type = text(group.type);
		return defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'group',
				type,
				groupId: text(group.group_id),
				timestamp: isoTime(group.timestamp) ?? isoTime(change.entryTime),
				text: errorText(errors) ?? text(group.subject) ?? type,
				errors,
				raw: rawOf(group),
			},
			[
				change.base,
				personOf({ phone: group.wa_id, userId: group.user_id, parentUserId: group.parent_user_id }, undefined),
			],
		);
	});
