import { decideConsent } from '../../../../core/consent/decide';
import type { ConsentRecord } from '../../../../core/consent/record';
import { isSamePerson, type ContactIds, type ContactRecord } from '../../../../core/contact/record';
import { serviceWindowOf, type ServiceWindow } from '../../../../core/contact/window';
import { contactIdsOf } from '../../../../core/gate/contactIds';
import { refuseGroup } from '../../../../core/message/toGroup';
import { parseRecipient } from '../../../../core/phone/recipient';
import type { OperationContext } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { toConsentRecord } from '../../store/consentStore';
import { toContact } from '../../store/contactRow';
import { openStore } from '../../store/openStore';

/** What is known about all recipients of a run. */
interface Known {
	contacts: ContactRecord[];
	consent: ConsentRecord[];
}

/** What decides how a message goes out. */
export interface BestWay {
	window: ServiceWindow;
	isAllowed: boolean;
	/** Why not, for people. */
	reason: string;
}

type Where = Pick<OperationContext, 'n8n' | 'itemIndex'>;

/** @throws InvalidInput naming `To`, also for a group */
function readIds({ n8n, itemIndex }: Where): ContactIds {
	const { defaultCountry } = readObject(n8n, { name: 'options', itemIndex });
	const recipient = parseRecipient({ value: n8n.getNodeParameter('to', itemIndex), defaultCountry: textOf(defaultCountry) });
	refuseGroup(recipient);
	return contactIdsOf({ recipient, field: 'To' });
}

/** Input that is refused is reported by the item's own turn. */
function idsOf(where: Where): string[] {
	try {
		return Object.values(readIds(where)).filter((id): id is string => id !== '');
	} catch {
		return [];
	}
}

/** One look into the contact record for all items of the run, and a second for ids that the first one brought. */
async function readKnown({ n8n }: Pick<OperationContext, 'n8n'>): Promise<Known> {
	const store = await openStore(n8n);
	const given = new Set(n8n.getInputData().flatMap((_, itemIndex) => idsOf({ n8n, itemIndex })));
	const look = async (ids: string[]) =>
		await store.find([
			{ collection: 'contacts', by: 'contact', values: ids },
			{ collection: 'consent', by: 'contact', values: ids },
		]);
	const [contactRows = [], consentRows = []] = await look([...given]);
	const contacts = contactRows.map(toContact);
	const linked = contacts.flatMap(({ phone, userId }) => [phone, userId]).filter((id) => id !== '' && !given.has(id));
	const [, more = []] = linked.length === 0 ? [] : await look([...new Set(linked)]);
	return { contacts, consent: [...consentRows, ...more].map(toConsentRecord) };
}

/**
 * Whether the item's recipient has an open customer service window, and wants messages of the category.
 *
 * @throws InvalidInput naming `To`; the store's own error when it cannot be read: then nothing is taken as allowed
 */
export async function bestWayOf(context: OperationContext, category: 'marketing' | 'utility'): Promise<BestWay> {
	const ids = readIds(context);
	const { contacts, consent } = await context.run.once('bestWay', async () => await readKnown(context));
	const contact = contacts.find((known) => isSamePerson(known, ids));
	const own = [ids, ...(contact === undefined ? [] : [contact])];
	const records = consent.filter((record) => own.some((known) => isSamePerson(record, known)));
	const { allowed, reason } = decideConsent({ records, category, now: new Date() });
	return { window: serviceWindowOf({ contact, now: Date.now() }), isAllowed: allowed, reason };
}
