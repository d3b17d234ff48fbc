import { defined } from '../shared/defined';
import { objectOf, type JsonObject } from '../shared/json';
import { errorsOf, errorText } from './errors';
import type { EventContactCard, EventLocation, EventMedia, EventOrder, EventOrderItem, EventReaction, WebhookEvent } from './events';
import { interactiveContent } from './interactive';
import { phoneText } from './person';
import { systemContent } from './system';
import { flag, number, objects, some, text } from './values';

/** What a message says, by its type; the sender and the context are read elsewhere. */
export type Content = Partial<WebhookEvent>;

type ContentReader = (payload: JsonObject, message: JsonObject) => Content;

/** Readers by message type (cloud-api 4.6). */
const READERS = new Map<string, ContentReader>([
	['text', (payload) => ({ text: text(payload.body) })],
	['image', (payload) => mediaContent(payload, '[image]')],
	['video', (payload) => mediaContent(payload, '[video]')],
	['audio', (payload) => mediaContent(payload, payload.voice === true ? '[voice message]' : '[audio]')],
	['document', (payload) => mediaContent(payload, text(payload.filename) ?? '[document]')],
	['sticker', (payload) => mediaContent(payload, '[sticker]')],
	['location', locationContent],
	['contacts', (_payload, message) => contactsContent(message.contacts)],
	['reaction', reactionContent],
	['interactive', interactiveContent],
	['button', buttonContent],
	['order', orderContent],
	['system', systemContent],
	['edit', editContent],
	['revoke', (payload) => ({ text: '[message deleted]', contextMessageId: text(payload.original_message_id) })],
	['request_welcome', () => ({ text: '[chat opened]' })],
	['media_placeholder', () => ({ text: '[media]' })],
	['unsupported', unsupportedContent],
	['unknown', unsupportedContent],
]);

/**
 * Content of an incoming message, an echo or a message in the history. Unknown types give their name as text, so that
 * no message is without words.
 */
export function messageContent(message: JsonObject): Content {
	const type = text(message.type) ?? '';
	const read = READERS.get(type);
	if (read === undefined) return type === '' ? {} : { text: `[${type}]` };
	return defined(read(objectOf(message[type]), message));
}

function mediaContent(payload: JsonObject, description: string): Content {
	const caption = text(payload.caption);
	return {
		text: caption ?? description,
		mediaId: text(payload.id),
		media: some<EventMedia>({
			id: text(payload.id),
			mimeType: text(payload.mime_type),
			sha256: text(payload.sha256),
			filename: text(payload.filename),
			url: text(payload.url),
			caption,
			voice: flag(payload.voice),
			animated: flag(payload.animated),
		}),
	};
}

function locationContent(payload: JsonObject): Content {
	const location = some<EventLocation>({
		latitude: number(payload.latitude),
		longitude: number(payload.longitude),
		name: text(payload.name),
		address: text(payload.address),
		url: text(payload.url),
	});
	const place = [location?.name, location?.address].filter((part) => part !== undefined);
	const point = [location?.latitude, location?.longitude].filter((part) => part !== undefined);
	return { location, text: place.join(', ') || point.join(', ') || '[location]' };
}

function contactsContent(value: unknown): Content {
	const contacts = objects(value)
		.map(contactCard)
		.filter((card) => card !== undefined);
	const words = contacts.map((card) => [card.name, card.phone].filter((part) => part !== undefined).join(' '));
	return {
		contacts: contacts.length === 0 ? undefined : contacts,
		text: words.filter((line) => line !== '').join('\n') || '[contact]',
	};
}

function contactCard(card: JsonObject): EventContactCard | undefined {
	const [phone] = objects(card.phones);
	const [email] = objects(card.emails);
	return some<EventContactCard>({
		name: text(objectOf(card.name).formatted_name),
		phone: phoneText(phone?.wa_id) ?? phoneText(phone?.phone),
		email: text(email?.email),
		origin: text(card.origin),
	});
}

function reactionContent(payload: JsonObject): Content {
	// Meta takes a reaction back by leaving the emoji out or empty (cloud-api 4.6).
	const emoji = text(payload.emoji);
	return {
		reaction: defined<EventReaction>({ emoji, removed: emoji === undefined }),
		contextMessageId: text(payload.message_id),
		text: emoji ?? '[reaction removed]',
	};
}

function buttonContent(payload: JsonObject): Content {
	const title = text(payload.text);
	const replyId = text(payload.payload);
	return { text: title ?? replyId, replyId, replyTitle: title, payload: replyId };
}

function orderContent(payload: JsonObject): Content {
	const items = objects(payload.product_items).map((item) =>
		defined<EventOrderItem>({
			productRetailerId: text(item.product_retailer_id),
			quantity: number(item.quantity),
			itemPrice: number(item.item_price),
			currency: text(item.currency),
		}),
	);
	const words = items.map((item) => `${item.quantity ?? 1} × ${item.productRetailerId ?? 'product'}`).join(', ');
	return {
		order: defined<EventOrder>({ catalogId: text(payload.catalog_id), text: text(payload.text), items }),
		text: text(payload.text) ?? (words === '' ? '[order]' : words),
	};
}

function editContent(payload: JsonObject): Content {
	const inner = objectOf(payload.message);
	// An edit within an edit does not exist at Meta, and reading it would recurse as deep as a forger likes.
	const content = inner.type === 'edit' ? {} : messageContent(inner);
	return { ...content, contextMessageId: text(payload.original_message_id) };
}

function unsupportedContent(payload: JsonObject, message: JsonObject): Content {
	const what = text(payload.type);
	if (what !== undefined) return { text: `[unsupported: ${what}]` };
	return { text: errorText(errorsOf(message.errors)) ?? '[unsupported message]' };
}
