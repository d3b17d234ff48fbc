import { defined } from '../shared/defined';
import type { JsonObject } from '../shared/json';
import type { Change, ChangeReader } from './change';
import { errorsOf, errorText } from './errors';
import type { EventError, WebhookEvent } from './events';
import { personOf, type PersonIds } from './person';
import { callbackDataOf, recipientIds } from './statuses';
import { isoTime } from './timestamp';
import { objects, rawOf, text } from './values';

/** Beginnings, ends and states of calls, one event each. Errors beside a single call are that call's. */
export const calls: ChangeReader = (change) => {
	const all = objects(change.value.calls);
	const shared = all.length === 1 ? errorsOf(change.value.errors) : undefined;
	return [
		...all.map((call) =>
			callEvent(change, { call, person: partnerIds(call), errors: errorsOf(call.errors) ?? shared }),
		),
		...objects(change.value.statuses).map((call) =>
			callEvent(change, { call, person: recipientIds(call), errors: errorsOf(call.errors) }),
		),
	];
};

function partnerIds(call: JsonObject): PersonIds {
	return call.direction === 'BUSINESS_INITIATED'
		? { phone: call.to, userId: call.to_user_id, parentUserId: call.to_parent_user_id }
		: { phone: call.from, userId: call.from_user_id, parentUserId: call.from_parent_user_id };
}

function callEvent(
	change: Change,
	source: { call: JsonObject; person: PersonIds; errors: EventError[] | undefined },
): WebhookEvent {
	const { call, errors } = source;
	const type = text(call.event) ?? 'status';
	const status = text(call.status);
	return defined<WebhookEvent>(
		{
			field: change.field,
			kind: 'call',
			type,
			messageId: text(call.id),
			timestamp: isoTime(call.timestamp) ?? isoTime(change.entryTime),
			status,
			text: errorText(errors) ?? `[call: ${status ?? type}]`,
			errors,
			callbackData: callbackDataOf(call.biz_opaque_callback_data),
			raw: rawOf(call),
		},
		[change.base, personOf(source.person, change.value.contacts)],
	);
}
