import type { ContactRecord } from '../contact/record';
import { serviceWindowOf } from '../contact/window';

/** The customer service window of a person, and the free entry point, as far as is known. */
export interface WindowState {
	isOpen: boolean;
	/** Milliseconds since 1970 at which it closes or closed; undefined when the person never wrote, as far as is known. */
	closesAt?: number;
	/** End of a free entry point that still lasts: all messages are free, free-form ones need the window all the same (cloud-api 8). */
	freeUntil?: number;
}

export function windowState(
	contact: Pick<ContactRecord, 'lastInboundAt' | 'freeEntryUntil'> | undefined,
	now: number,
): WindowState {
	const { isOpen, closesAt } = serviceWindowOf({ contact, now });
	const free = Date.parse(contact?.freeEntryUntil ?? '');
	return {
		isOpen,
		...(closesAt === '' ? {} : { closesAt: Date.parse(closesAt) }),
		...(free > now ? { freeUntil: free } : {}),
	};
}
