import type { ContactRecord } from './record';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The customer service window: free-form messages reach a person only within 24 hours of their last one (cloud-api 10). */
export interface ServiceWindow {
	isOpen: boolean;
	/** ISO time at which it closes or closed; '' when the person never wrote, as far as is known. */
	closesAt: string;
}

/** @param question.now milliseconds since 1970 */
export function serviceWindowOf({ contact, now }: {
	contact: Pick<ContactRecord, 'lastInboundAt'> | undefined;
	now: number;
}): ServiceWindow {
	const last = Date.parse(contact?.lastInboundAt ?? '');
	if (Number.isNaN(last)) return { isOpen: false, closesAt: '' };
	const closes = last + DAY_MS;
	return { isOpen: closes > now, closesAt: new Date(closes).toISOString() };
}
