import { defined } from '../shared/defined';
import { objectOf, type JsonObject } from '../shared/json';
import type { Change, ChangeReader } from './change';
import { errorsOf, errorText } from './errors';
import type { WebhookEvent } from './events';
import { phoneText } from './person';
import { isoTime } from './timestamp';
import { rawOf, text } from './values';

/** Event of a WhatsApp Business account, one of its numbers or its owner; the details are in `raw` (cloud-api 4.5). */
export const accountEvents: ChangeReader = (change) => flatEvents(change, 'account');

/** Event of a WhatsApp Flow's state or health. */
export const flowEvents: ChangeReader = (change) => flatEvents(change, 'flow');

/** Faults that Meta reports for the account rather than for a message (cloud-api 4.7). */
export const valueErrors: ChangeReader = (change) => {
	const errors = errorsOf(change.value.errors);
	if (errors === undefined) return [];
	return [
		defined<WebhookEvent>(
			{
				field: change.field,
				kind: 'error',
				timestamp: isoTime(change.entryTime),
				text: errorText(errors),
				errors,
				raw: rawOf(change.value),
			},
			[change.base],
		),
	];
};

function flatEvents(change: Change, kind: 'account' | 'flow'): WebhookEvent[] {
	const { value } = change;
	if (Object.keys(value).length === 0) return [];
	const alert = objectOf(value.alert_info);
	const type = text(value.event) ?? text(alert.alert_type) ?? text(value.type) ?? change.field;
	const status = stateOf(value);
	return [
		defined<WebhookEvent>(
			{
				field: change.field,
				phoneNumberId: change.base.phoneNumberId ?? text(objectOf(value.phone_number_settings).phone_number_id),
				displayPhoneNumber: change.base.displayPhoneNumber ?? phoneText(value.display_phone_number),
				kind,
				type,
				timestamp: isoTime(change.entryTime) ?? isoTime(value.timestamp),
				status,
				text:
					text(alert.alert_description) ?? text(value.message) ?? (status === undefined ? type : `${type}: ${status}`),
				raw: rawOf(value),
			},
			[change.base],
		),
	];
}

/** The new state, under whichever name a field gives it. */
function stateOf(value: JsonObject): string | undefined {
	return (
		text(value.decision) ??
		text(value.status) ??
		text(value.solution_status) ??
		text(value.new_status) ??
		text(objectOf(value.alert_info).alert_status) ??
		text(value.alert_state)
	);
}
