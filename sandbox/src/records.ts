import type { Json, JsonObject } from './json';

/** A group on WhatsApp that the business has opened. */
export interface Group {
	id: string;
	subject: string;
	/** Keys of the customers in it. */
	participants: string[];
}

/**
 * Statuses of a message; inbound ones are `delivered` until the business reads them, or stay `sent` when it has blocked
 * the customer. `played` is a voice message that was listened to.
 */
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** Why a message failed after it was accepted. */
export interface MessageFailure {
	code: number;
	title: string;
	details: string;
}

/** A message of either direction. */
export interface StoredMessage {
	id: string;
	direction: 'outbound' | 'inbound';
	/** Absent when the recipient is nobody on WhatsApp. */
	customerKey?: string;
	phoneNumberId: string;
	at: number;
	type: string;
	/** The value under the type's key, as sent or received. */
	content: Json;
	/** The template as it was when it was sent. */
	template?: Template;
	contextMessageId?: string;
	/** Inbound: what `context` says besides the message that is quoted. */
	context?: JsonObject;
	/** Inbound: the advertisement that led here. */
	referral?: JsonObject;
	/** Inbound: why there is no content. */
	errors?: JsonObject[];
	callbackData?: string;
	/** Set for a message to or from a group; there is no `customerKey` then on the way out. */
	groupId?: string;
	/** What statuses print as `pricing.category`. */
	pricingCategory?: string;
	/** A Direct Send, which needs no open window. */
	directSend?: { category: string; templateName?: string };
	/** The hash that the recipient must have (cloud-api 1.1). */
	identityKeyHash?: string;
	/** Sent within a free entry point (cloud-api 8); moments are milliseconds. */
	freeEntryPoint?: { conversationId: string; until: number };
	/** Sent while the recipient's window was open: such marketing does not count against the limit per person. */
	inWindow?: boolean;
	/** It never arrives, though nothing says so: the recipient has blocked the business. */
	withheld?: boolean;
	/** Whom statuses name, and what the business addressed. */
	recipient: { waId?: string; userId?: string; addressedBy: 'phone' | 'userId' | 'group' };
	status: MessageStatus;
	failure?: MessageFailure;
}

/** Review states of a template that the emulator knows (cloud-api 3.3). */
export const TEMPLATE_STATUSES = [
	'APPROVED',
	'PENDING',
	'REJECTED',
	'PAUSED',
	'DISABLED',
	'IN_APPEAL',
	'PENDING_DELETION',
	'DELETED',
	'LIMIT_EXCEEDED',
	'ARCHIVED',
] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

/** A registered template. */
export interface Template {
	id: string;
	name: string;
	language: string;
	category: string;
	parameterFormat: 'POSITIONAL' | 'NAMED';
	components: JsonObject[];
	status: TemplateStatus;
	rejectedReason: string;
	/** `AUTO_GENERATED` for one that Direct Send made; those are read-only. */
	source?: 'AUTO_GENERATED';
}

/** A short link with a text, and its QR code. */
export interface QrCode {
	/** 14 characters. */
	id: string;
	phoneNumberId: string;
	message: string;
}

/** An uploaded or received file; the bytes live in memory. */
export interface Media {
	id: string;
	phoneNumberId: string;
	bytes: Buffer;
	/** As declared, parameters included (`audio/ogg; codecs=opus`). */
	mimeType: string;
	filename?: string;
	sha256: Buffer;
	expiresAt: number;
	/** Token in the media URL to the moment it dies. */
	urls: Map<string, number>;
}

/** A resumable upload under way, or done. */
export interface UploadSession {
	/** `upload:` and base64 text. */
	id: string;
	/** `sig` in the ID's query. */
	signature: string;
	/** Bytes announced. */
	length: number;
	mimeType: string;
	received: Buffer;
}

/** The app's webhook subscription to `whatsapp_business_account`. */
export interface AppSubscription {
	callbackUrl: string;
	verifyToken: string;
	fields: string[];
}

/** A callback that a phone number or the WABA has in place of the app's. */
export interface CallbackOverride {
	url: string;
	verifyToken: string;
}

/** An access token and what it may do. */
export interface Token {
	value: string;
	kind: 'user' | 'app';
	scopes: readonly string[];
	expired: boolean;
}

/** The next matching Graph calls fail so. */
export interface Fault {
	times: number;
	path?: string;
	method?: string;
	httpStatus?: number;
	code?: number;
	subcode?: number;
	message?: string;
	details?: string;
	isTransient?: boolean;
	delayMs?: number;
	/** The answer waits so long while what it brings about goes on: webhooks come before it. */
	answerDelayMs?: number;
	hangUp?: boolean;
	/** The connection ends after so many bytes of the body. */
	afterBytes?: number;
	/** Sent with the answer, `Retry-After` for example. */
	headers?: Record<string, string>;
	afterProcessing?: boolean;
	/** Of a resumable upload only the first so many bytes of the call arrive. */
	keepBytes?: number;
}

/** One Graph call as received; tokens are left out. */
export interface RequestEntry {
	id: string;
	at: string;
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	/** Size of the request's body. */
	bytes: number;
	status: number;
	response: unknown;
}

/** One webhook POST as made. `status` is 0 when no answer came. */
export interface DeliveryEntry {
	id: string;
	at: string;
	url: string;
	body: unknown;
	status: number;
	attempt: number;
	error?: string;
}

/** Where the demo shop posts, and the orders it has made. */
export interface Shop {
	ordersUrl?: string;
	fulfilmentsUrl?: string;
	orders: Map<string, JsonObject>;
	nextOrderNumber: number;
}
