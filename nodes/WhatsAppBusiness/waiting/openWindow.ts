import type { IExecuteFunctions } from 'n8n-workflow';
import type { Asked } from '../../../core/journey/accept';
import { ContactStore } from '../store/contactStore';
import { openStore } from '../store/openStore';

const WINDOW_MS = 24 * 3_600_000;

/**
 * Whether a free-form text still reaches the person: the customer service window is open for 24 hours after the last
 * message, or by an advertisement (cloud-api 1.7). True when nothing is known about the person.
 */
export async function canReceiveText(n8n: IExecuteFunctions, { asked, now }: { asked: Asked; now: number }): Promise<boolean> {
	const ids = [...asked.phones, asked.userId ?? ''].filter((id) => id !== '');
	const [contact] = await new ContactStore(await openStore(n8n)).find(ids);
	const last = Date.parse(contact?.lastInboundAt ?? '');
	if (contact === undefined || Number.isNaN(last)) return true;
	const freeUntil = Date.parse(contact.freeEntryUntil);
	return last + WINDOW_MS > now || freeUntil > now;
}
