import type { JsonObject } from '../shared/json';

/**
 * What an event is about. `unknown` is everything that this version has no reading for: it carries Meta's change in
 * `raw` and is never dropped.
 */
export type EventKind =
	| 'message'
	| 'status'
	| 'preference'
	| 'template'
	| 'account'
	| 'error'
	| 'echo'
	| 'call'
	| 'group'
	| 'flow'
	| 'history'
	| 'appState'
	| 'automaticEvent'
	| 'userId'
	| 'unknown';

/** A fault as Meta reports it in webhooks (cloud-api 6). */
export type EventError = {
	code?: number;
	title?: string;
	message?: string;
	/** `error_data.details`: usually the only place that names the cause. */
	details?: string;
};

export type EventMedia = {
	id?: string;
	mimeType?: string;
	/** Base64, as Meta sends it. */
	sha256?: string;
	filename?: string;
	/** Short-lived; needs the access token. */
	url?: string;
	caption?: string;
	/** True when it was recorded in the chat. */
	voice?: boolean;
	animated?: boolean;
};

export type EventLocation = {
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
	url?: string;
};

export type EventOrder = {
	catalogId?: string;
	text?: string;
	items: EventOrderItem[];
};

export type EventOrderItem = {
	productRetailerId?: string;
	quantity?: number;
	itemPrice?: number;
	currency?: string;
};

/** Answer to a WhatsApp Flow or an address form. */
export type EventFlow = {
	/** `flow` or `address_message`. */
	name?: string;
	/** The token given when the Flow was sent. */
	token?: string;
	/** `response_json`, parsed; left out when it is not JSON. */
	response?: JsonObject;
	/** `response_json` as it came, only when it is not a JSON object. */
	responseText?: string;
};

/** A contact card in a message. */
export type EventContactCard = {
	name?: string;
	/** With leading +, when the digits are known. */
	phone?: string;
	email?: string;
	/** `contact_request` when the person answered a request for the number, `other` for a shared card. */
	origin?: string;
};

export type EventReaction = {
	emoji?: string;
	/** True when the person took the reaction back. */
	removed: boolean;
};

/** The click-to-WhatsApp ad or post that led to the message. */
export type EventReferral = {
	sourceUrl?: string;
	sourceId?: string;
	sourceType?: string;
	headline?: string;
	body?: string;
	mediaType?: string;
	mediaUrl?: string;
	thumbnailUrl?: string;
	ctwaClid?: string;
	welcomeMessage?: string;
};

/** A change of a person's number or BSUID: the event's own ids are the old ones, these are the new ones. */
export type EventSystem = {
	type?: string;
	contactKey?: string;
	phone?: string;
	userId?: string;
	parentUserId?: string;
	previousUserId?: string;
	previousParentUserId?: string;
};

export type EventPricing = {
	billable?: boolean;
	pricingModel?: string;
	type?: string;
	category?: string;
};

export type EventConversation = {
	id?: string;
	/** ISO 8601. */
	expiresAt?: string;
	origin?: string;
};

export type EventTemplate = {
	id?: string;
	name?: string;
	language?: string;
	category?: string;
	reason?: string;
	previousCategory?: string;
	newCategory?: string;
	/** The category that Meta will apply. */
	correctCategory?: string;
	previousQuality?: string;
	newQuality?: string;
	/** Meta's explanation of a pause or a rejection. */
	detail?: string;
	recommendation?: string;
};

/**
 * One message, status, preference, template or account event of a webhook, in one shape whatever the field. Members
 * that Meta did not send are left out, never null.
 */
export type WebhookEvent = {
	kind: EventKind;
	/** Meta's webhook field, such as `messages`. */
	field: string;
	/** Message type, or what happened, in Meta's words: `text`, `button`, `stop`, `ACCOUNT_VIOLATION`. */
	type?: string;
	/**
	 * Key of the person: the BSUID, else the digits of the phone, canonical for countries with two spellings. The same
	 * for a message, its statuses and the person's preferences.
	 */
	contactKey?: string;
	/** As Meta wrote it, with leading +. */
	phone?: string;
	/** Business-scoped user ID (BSUID). */
	userId?: string;
	parentUserId?: string;
	/** Without the leading @. */
	username?: string;
	/** Profile name. */
	name?: string;
	/** ISO 3166-1 alpha-2, from the BSUID. */
	country?: string;
	wabaId?: string;
	phoneNumberId?: string;
	/** Business phone number that people see, with leading +. */
	displayPhoneNumber?: string;
	messageId?: string;
	groupId?: string;
	/** ISO 8601. */
	timestamp?: string;
	/** What a person would read. Content without words is described in brackets, such as `[voice message]`. */
	text?: string;
	/** ID of the tapped button or row; for a template's quick reply its payload. */
	replyId?: string;
	replyTitle?: string;
	/** Payload of a template's quick reply. */
	payload?: string;
	mediaId?: string;
	media?: EventMedia;
	/** Why the file could not be downloaded; only where the trigger downloads media. */
	mediaError?: string;
	/** The message that this one answers, reacts to, edits or deletes. */
	contextMessageId?: string;
	forwarded?: boolean;
	/** Forwarded more than five times. */
	frequentlyForwarded?: boolean;
	/** Product that a message asks about. */
	product?: { catalogId?: string; productRetailerId?: string };
	referral?: EventReferral;
	order?: EventOrder;
	location?: EventLocation;
	flow?: EventFlow;
	contacts?: EventContactCard[];
	reaction?: EventReaction;
	system?: EventSystem;
	/** `sent`, `delivered`, `read`, `played`, `failed`; for template and account events their new state. */
	status?: string;
	errors?: EventError[];
	pricing?: EventPricing;
	conversation?: EventConversation;
	/** Callback data given with the send; parsed when it is a JSON object or array. */
	callbackData?: object | string;
	/** The key under which the message was sent. */
	idempotencyKey?: string;
	/** True when a waiting workflow took the message as its answer; only where the trigger starts on answers, too. */
	answered?: boolean;
	/** Category of a marketing preference, such as `marketing_messages`. */
	category?: string;
	template?: EventTemplate;
	/** What Meta sent for this event. */
	raw: object | string | number | boolean | null;
};
