import { defined } from '../shared/defined';
import { objectOf, type JsonObject } from '../shared/json';
import type { Change } from './change';
import { messageContent } from './content';
import { errorsOf, errorText } from './errors';
import type { EventKind, EventReferral, WebhookEvent } from './events';
import { personOf, type PersonIds } from './person';
import { isoTime } from './timestamp';
import { flag, objects, rawOf, some, text } from './values';

/** The ids of the person who wrote an incoming message. */
export function senderIds(message: JsonObject): PersonIds {
	return { phone: message.from, userId: message.from_user_id, parentUserId: message.from_parent_user_id };
}

/** The ids of the person to whom a message went that was written in the WhatsApp Business app. */
function addresseeIds(message: JsonObject): PersonIds {
	return { phone: message.to, userId: message.to_user_id, parentUserId: message.to_parent_user_id };
}

/** Incoming messages of a change, one event each. */
export function incomingMessages(change: Change): WebhookEvent[] {
	return objects(change.value.messages).map((message) =>
		messageEvent(change, { kind: 'message', message, person: senderIds(message), contacts: change.value.contacts }),
	);
}

/** Messages that the business wrote in the app (coexistence) or that its AI agent sent, one event each. */
export function echoedMessages(change: Change): WebhookEvent[] {
	return objects(change.value.message_echoes).map((message) =>
		messageEvent(change, { kind: 'echo', message, person: addresseeIds(message), contacts: change.value.contacts }),
	);
}

/** One message of whatever direction as an event. */
export function messageEvent(
	change: Change,
	source: { kind: EventKind; message: JsonObject; person: PersonIds; contacts: unknown },
): WebhookEvent {
	const { message } = source;
	const context = objectOf(message.context);
	const errors = errorsOf(message.errors);
	const content = messageContent(message);
	return defined<WebhookEvent>(
		{
			field: change.field,
			kind: source.kind,
			type: text(message.type),
			messageId: text(message.id),
			groupId: text(message.group_id),
			timestamp: isoTime(message.timestamp) ?? isoTime(change.entryTime),
			contextMessageId: content.contextMessageId ?? text(context.id),
			forwarded: flag(context.forwarded),
			frequentlyForwarded: flag(context.frequently_forwarded),
			product: productOf(context.referred_product),
			referral: referralOf(message.referral),
			errors,
			text: content.text ?? errorText(errors),
			raw: rawOf(message),
		},
		[change.base, personOf(source.person, source.contacts), content],
	);
}

function productOf(value: unknown): WebhookEvent['product'] {
	const product = objectOf(value);
	return some<NonNullable<WebhookEvent['product']>>({
		catalogId: text(product.catalog_id),
		productRetailerId: text(product.product_retailer_id),
	});
}

function referralOf(value: unknown): EventReferral | undefined {
	const referral = objectOf(value);
	return some<EventReferral>({
		sourceUrl: text(referral.source_url),
		sourceId: text(referral.source_id),
		sourceType: text(referral.source_type),
		headline: text(referral.headline),
		body: text(referral.body),
		mediaType: text(referral.media_type),
		mediaUrl: text(referral.image_url) ?? text(referral.video_url),
		thumbnailUrl: text(referral.thumbnail_url),
		ctwaClid: text(referral.ctwa_clid),
		welcomeMessage: text(objectOf(referral.welcome_message).text),
	});
}
