import type { ContactRecord } from './record';
import { serviceWindowOf } from './window';

/** A contact as items show it: only what is known, with what follows from it now. */
export function contactItem(contact: ContactRecord, now: number) {
	const { labels, attributes, waId, ...texts } = contact;
	const known = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
	const { isOpen, closesAt } = serviceWindowOf({ contact, now });
	return {
		...known,
		...(waId === '' ? {} : { to: `+${waId}` }),
		...(waId === '' && contact.userId !== '' ? { to: contact.userId } : {}),
		labels,
		attributes: { ...attributes },
		window: { isOpen, ...(closesAt === '' ? {} : { closesAt }) },
		isHandedOver: Date.parse(contact.handOverUntil) > now,
	};
}
