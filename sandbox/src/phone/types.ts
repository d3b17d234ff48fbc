import type { MessageFailure, MessageStatus } from '../records';

/** Something to tap. `index` counts from 0 within the message. */
export interface PhoneButton {
	index: number;
	type: 'quick_reply' | 'reply' | 'url' | 'phone_number' | 'copy_code' | 'other';
	title: string;
	id?: string;
	url?: string;
	payload?: string;
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
	status?: MessageStatus;
	error?: MessageFailure;
}
