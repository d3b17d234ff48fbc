import type { IDataObject } from 'n8n-workflow';
import type { ContactRecord } from '../../../../core/contact/record';
import { serviceWindowOf } from '../../../../core/contact/window';

/** A contact as items show it: only what is known, with what follows from it now. */
export function toItem(contact: ContactRecord, now: number): IDataObject {
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
