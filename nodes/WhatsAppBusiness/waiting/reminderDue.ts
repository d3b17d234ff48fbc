import type { IExecuteFunctions } from 'n8n-workflow';
import type { Calendar, GateCategory } from '../../../core/gate/rules';
import type { Asked } from '../../../core/journey/accept';
import { reminderDue, type ReminderDue } from '../../../core/journey/reminder';
import { toConsentRecord } from '../store/consentStore';
import { zoneFor } from '../store/gateZone';
import { openStore } from '../store/openStore';
import { findPeople, type Person } from '../store/people';

/** Whether a reminder goes out now, by what the contact record knows of the person: see `reminderDue`. */
export async function isReminderDue(
	n8n: IExecuteFunctions,
	reminder: { asked: Asked; calendar: Calendar; category: GateCategory; isTemplate: boolean; until: Date },
): Promise<ReminderDue> {
	const { asked, until, ...rest } = reminder;
	const { userId = '', phones } = asked;
	const people = (phones.length === 0 ? [''] : phones).map((phone) => ({ phone, userId }));
	const found = await findPeople(await openStore(n8n), { people, collections: ['contacts', 'consent'] });
	const person: Pick<Person, 'ids' | 'contact'> = found[0] ?? { ids: [] };
	const now = Date.now();
	const zone = zoneFor({ timeZone: '', rules: { zoneChoice: 'main' } }, person, { now, workflowZone: n8n.getTimezone() });
	const consent = found.flatMap(({ rows }) => (rows.consent ?? []).map(toConsentRecord));
	return reminderDue({ ...rest, now, until: until.getTime(), zone: zone.name, consent, contact: person.contact });
}
