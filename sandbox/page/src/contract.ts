/** A customer as `GET /_control/phones` lists them. */
export interface Phone {
	/** Digits of the phone number, or the user ID of a customer without one. */
	key: string;
	name: string;
	phone?: string;
	userId?: string;
	username?: string;
	/** The number that the business does not see. */
	hiddenPhone?: string;
	/** ISO 3166 alpha-2. */
	country?: string;
	/** BCP 47. */
	language?: string;
	/** "Offers and announcements". */
	preference?: 'stop' | 'resume';
	marketingPerDay?: number | null;
	/** Set while the customer has blocked the business. */
	blocks?: 'undeliverable' | 'silent';
	reports?: number;
	online?: boolean;
	/** Phone number ID to the end (ISO) of the open 24 hours, and of the free entry point. */
	windows?: Record<string, string>;
	freeEntryPoints?: Record<string, string>;
	/** Phone number IDs on which the business has blocked the customer. */
	blockedOn?: string[];
}

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export interface MessageHeader {
	type: 'text' | 'image' | 'video' | 'document' | 'location';
	text?: string;
	mediaUrl?: string;
	filename?: string;
}

export interface MessageMedia {
	kind: string;
	url?: string;
	mimeType?: string;
	filename?: string;
	caption?: string;
	voice?: boolean;
}

export interface MessageButton {
	index: number;
	type: 'quick_reply' | 'reply' | 'url' | 'phone_number' | 'copy_code' | 'other';
	title: string;
	id?: string;
	url?: string;
	payload?: string;
	/** Of type `other`: what it opens, such as `send_location` or `review_and_pay`. */
	action?: string;
	/** The card that it stands on, from 0; under the bubble when left out. */
	card?: number;
}

export interface ListRow {
	id: string;
	title: string;
	description?: string;
}

export interface MessageList {
	button: string;
	sections: Array<{ title?: string; rows: ListRow[] }>;
}

/** As in the Cloud API (1.3): degrees, and where the sender gave them, a name and an address. */
export interface MessageLocation {
	latitude: number | string;
	longitude: number | string;
	name?: string;
	address?: string;
}

/** As in the Cloud API: only the fields that a contact card shows. */
export interface MessageContact {
	name?: { formatted_name?: string; first_name?: string; last_name?: string };
	phones?: Array<{ phone?: string; wa_id?: string; type?: string }>;
	emails?: Array<{ email?: string }>;
	org?: { company?: string };
}

/** A product of a catalog that the sandbox does not have, so its ID is all there is to show. */
export interface MessageProduct {
	catalogId?: string;
	retailerId: string;
	section?: string;
}

/** A card to swipe to; its buttons are the message's with this `card`. */
export interface MessageCard {
	header?: MessageHeader;
	body?: string;
	products?: MessageProduct[];
}

/** Amounts are in units of the currency. */
export interface MessageOrder {
	referenceId: string;
	status?: string;
	description?: string;
	currency?: string;
	items?: Array<{ name: string; quantity: number; amount?: number }>;
	subtotal?: number;
	tax?: number;
	shipping?: number;
	discount?: number;
	total?: number;
}

/** What a customer's phone shows, one entry per message; see sandbox/README.md. */
export interface PhoneMessage {
	id: string;
	/** `outbound` comes from the business, `inbound` from the customer. */
	direction: 'outbound' | 'inbound';
	phoneNumberId: string;
	/** ISO. */
	timestamp: string;
	type: string;
	header?: MessageHeader;
	body?: string;
	footer?: string;
	media?: MessageMedia;
	buttons?: MessageButton[];
	list?: MessageList;
	location?: MessageLocation;
	/** As sent; a list, unless the sender broke the contract. */
	contacts?: MessageContact[];
	reaction?: { messageId: string; emoji?: string };
	products?: MessageProduct[];
	cards?: MessageCard[];
	order?: MessageOrder;
	pin?: { type: string; messageId: string; expirationDays?: number };
	/** A limited-time offer; `endsAt` is ISO. */
	offer?: { text?: string; endsAt?: string };
	/** Where a tap on the message itself leads. */
	tapTarget?: { url: string; title: string };
	template?: { name: string; language: string; category: string };
	/** The group that it was sent to. */
	group?: { id: string; subject: string };
	contextMessageId?: string;
	status?: MessageStatus;
	error?: { code: number; title: string; details?: string };
}

/** One webhook POST that the sandbox made; `status` 0 means that no answer came. */
export interface Delivery {
	id: string;
	at: string;
	body: unknown;
	status: number;
	attempt: number;
	error?: string;
}

export interface BusinessNumber {
	id: string;
	displayPhoneNumber: string;
	verifiedName: string;
}

export interface ShopTargets {
	ordersUrl?: string;
	fulfilmentsUrl?: string;
}

/** Data of the event `message`. */
export interface MessageEventData {
	key: string;
	message: PhoneMessage;
}

/** Data of the event `status`. Without a key, the message went to nobody on WhatsApp. */
export interface StatusEventData {
	key?: string;
	messageId: string;
	status: MessageStatus;
	error?: PhoneMessage['error'];
}
