import type { WebhookEvent } from './events';

/**
 * What is the same for an event and its repetitions, and differs between any two events: for messages the message ID,
 * for statuses message ID and status (in groups per person), for everything else a hash of what Meta sent and when.
 * Meta repeats for up to 7 days (cloud-api 4.3).
 */
export function claimKey(event: WebhookEvent): string {
	const { kind, type = '', messageId, status = '', groupId } = event;
	if (messageId !== undefined) {
		if (kind === 'message' || kind === 'echo' || kind === 'history') return `${kind}/${messageId}/${type}`;
		if (kind === 'status') {
			return `status/${messageId}/${type}${status}${groupId === undefined ? '' : `/${event.contactKey ?? ''}`}`;
		}
	}
	const { field, wabaId = '', phoneNumberId = '', timestamp = '', raw } = event;
	return `${kind}/${timestamp}/${hash([field, wabaId, phoneNumberId, JSON.stringify(raw)].join('\n'))}`;
}

/** Statuses that a message goes through, in this order; it may skip some, and they may come in any order. */
const COURSE = ['sent', 'delivered', 'read', 'played'];

/** The keys of the statuses that would make this one old news: for `delivered`, those of `read` and `played`. */
export function laterKeys(event: WebhookEvent): string[] {
	const place = event.kind === 'status' ? COURSE.indexOf(event.status ?? '') : -1;
	return place < 0 ? [] : COURSE.slice(place + 1).map((status) => claimKey({ ...event, status }));
}

const { imul } = Math;

/** 106 bits, in two passes of cyrb53: Meta's signature is what keeps out forgers, so that no cryptography is needed. */
function hash(text: string): string {
	return [0x9e3779b9, 0x85ebca6b].map((seed) => cyrb53(text, seed).toString(36)).join('');
}

function cyrb53(text: string, seed: number): number {
	let high = 0xdeadbeef ^ seed;
	let low = 0x41c6ce57 ^ seed;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		high = imul(high ^ unit, 2654435761);
		low = imul(low ^ unit, 1597334677);
	}
	high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
	low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
	return 4294967296 * (2097151 & low) + (high >>> 0);
}
