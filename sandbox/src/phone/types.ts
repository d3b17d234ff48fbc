import type { MessageFailure, MessageStatus } from '../records';

/** Something to tap. `index` counts from 0 within the message. */
export interface PhoneButton {
	index: number;
	type: 'quick_reply' | 'reply' | 'url' | 'phone_number' | 'copy_code' | 'other';
	title: string;
	id?: string;
	url?: string;
	payload?: string;
	/** Of type `other`: what it opens (`flow`, `send_location`, `review_and_pay`, …). */
	action?: string;
	/** The card that the button is on, from 0. */
	card?: number;
}

/** A file in a bubble; `url` needs no token. */
export interface PhoneMedia {
	kind: string;
	url: string;
	mimeType?: string;
	filename?: string;
	caption?: string;
	voice?: boolean;
}

/** The part above the body. */
export interface PhoneHeader {
	type: 'text' | 'image' | 'video' | 'document' | 'location';
	text?: string;
	mediaUrl?: string;
	filename?: string;
}

/** A list that opens on tap. */
export interface PhoneList {
	button: string;
	sections: Array<{ title?: string; rows: Array<{ id: string; title: string; description?: string }> }>;
}

/** A product of a catalog; what it is called and costs is in the catalog, which the emulator does not have. */
export interface PhoneProduct {
	catalogId?: string;
	retailerId: string;
	/** Title of the section that it stands in. */
	section?: string;
}

/** A card of a carousel; its buttons are in the message's, with their `card`. */
export interface PhoneCard {
	header?: PhoneHeader;
	body?: string;
	products?: PhoneProduct[];
}

/** An order to pay, or its new state. Amounts are in units of the currency. */
export interface PhoneOrder {
	referenceId: string;
	status?: string;
	description?: string;
	currency?: string;
	items?: Array<{ retailerId?: string; name: string; quantity: number; amount?: number }>;
	subtotal?: number;
	tax?: number;
	shipping?: number;
	discount?: number;
	total?: number;
}

/** What a bubble shows besides its frame. */
export interface PhoneContent {
	header?: PhoneHeader;
	body?: string;
	footer?: string;
	media?: PhoneMedia;
	buttons?: PhoneButton[];
	list?: PhoneList;
	location?: { latitude: number; longitude: number; name?: string; address?: string };
	contacts?: unknown;
	reaction?: { messageId: string; emoji: string };
	products?: PhoneProduct[];
	cards?: PhoneCard[];
	order?: PhoneOrder;
	/** A message of the group that the business pinned or unpinned. */
	pin?: { type: string; messageId: string; expirationDays?: number };
	/** When a limited-time offer ends, ISO. */
	offer?: { text?: string; endsAt?: string };
	/** Where a tap on the message itself leads. */
	tapTarget?: { url: string; title: string };
}

/** A message as the customer's phone shows it. */
export interface PhoneMessage extends PhoneContent {
	id: string;
	/** `outbound` is from the business. */
	direction: 'outbound' | 'inbound';
	phoneNumberId: string;
	/** ISO, sandbox time. */
	timestamp: string;
	type: string;
	template?: { name: string; language: string; category: string };
	contextMessageId?: string;
	/** The group that it was sent to. */
	group?: { id: string; subject: string };
	status?: MessageStatus;
	error?: MessageFailure;
}
