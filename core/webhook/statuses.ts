import { unpackCallbackData } from '../message/callbackData';
import { defined } from '../shared/defined';
import { isJsonObject, objectOf, type JsonObject } from '../shared/json';
import type { Change } from './change';
import { errorsOf, errorText } from './errors';
import type { EventConversation, EventPricing, WebhookEvent } from './events';
import { personOf, type PersonIds } from './person';
import { isoTime } from './timestamp';
import { flag, objects, rawOf, some, text } from './values';

/** Statuses of a change, one event each (cloud-api 4.7). */
export function messageStatuses(change: Change): WebhookEvent[] {
	return objects(change.value.statuses).map((status) => statusEvent(change, status));
}

function statusEvent(change: Change, status: JsonObject): WebhookEvent {
	const isGroup = status.recipient_type === 'group';
	const errors = errorsOf(status.errors);
	return defined<WebhookEvent>(
		{
			field: change.field,
			kind: 'status',
			type: text(status.type),
			messageId: text(status.id),
			groupId: isGroup ? text(status.recipient_id) : undefined,
			timestamp: isoTime(status.timestamp) ?? isoTime(change.entryTime),
			status: text(status.status),
			text: errorText(errors),
			errors,
			pricing: pricingOf(status.pricing),
			conversation: conversationOf(status.conversation),
			...callbackOf(status.biz_opaque_callback_data),
			raw: rawOf(status),
		},
		[change.base, personOf(isGroup ? participantIds(status) : recipientIds(status), change.value.contacts)],
	);
}

/** The ids of the person whom a status is about. */
export function recipientIds(status: JsonObject): PersonIds {
	return {
		phone: status.recipient_id,
		userId: status.recipient_user_id,
		parentUserId: status.recipient_parent_user_id,
	};
}

function participantIds(status: JsonObject): PersonIds {
	return {
		// Some of Meta's pages have the words the other way round (cloud-api 4.7).
		phone: status.recipient_participant_id ?? status.participant_recipient_id,
		userId: status.recipient_participant_user_id,
		parentUserId: status.recipient_participant_parent_user_id,
	};
}

function pricingOf(value: unknown): EventPricing | undefined {
	const pricing = objectOf(value);
	return some<EventPricing>({
		billable: flag(pricing.billable),
		pricingModel: text(pricing.pricing_model),
		type: text(pricing.type),
		category: text(pricing.category),
	});
}

function conversationOf(value: unknown): EventConversation | undefined {
	const conversation = objectOf(value);
	return some<EventConversation>({
		id: text(conversation.id),
		expiresAt: isoTime(conversation.expiration_timestamp),
		origin: text(objectOf(conversation.origin).type),
	});
}

function callbackOf(value: unknown): Pick<WebhookEvent, 'callbackData' | 'idempotencyKey'> {
	if (typeof value !== 'string') return { callbackData: callbackDataOf(value) };
	const { idempotencyKey, own } = unpackCallbackData(value);
	return { callbackData: callbackDataOf(own), ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
}

/**
 * Callback data as it was given with the send: JSON objects and arrays are parsed, any other text stays text, so that
 * an order number does not turn into a number.
 */
export function callbackDataOf(value: unknown): object | string | undefined {
	if (isJsonObject(value) || Array.isArray(value)) return value;
	const given = text(value);
	if (given === undefined || !/^\s*[[{]/.test(given)) return given;
	try {
		const parsed: unknown = JSON.parse(given);
		return isJsonObject(parsed) || Array.isArray(parsed) ? parsed : given;
	} catch {
		return given;
	}
}
