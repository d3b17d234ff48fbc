import type { IExecuteFunctions } from 'n8n-workflow';
import type { Calendar } from '../../../core/gate/rules';
import type { Asked } from '../../../core/journey/accept';
import { reminderDue, type ReminderDue } from '../../../core/journey/reminder';
import { ContactStore } from '../store/contactStore';
import { zoneFor } from '../store/gate';
import { openStore } from '../store/openStore';

/** Whether a reminder goes out now, by what the contact record knows of the person: see `reminderDue`. */
export async function isReminderDue(
	n8n: IExecuteFunctions,
	reminder: { asked: Asked; calendar: Calendar; isTemplate: boolean; until: Date },
): Promise<ReminderDue> {
	const { asked, until, ...rest } = reminder;
	const ids = [...asked.phones, asked.userId ?? ''].filter((id) => id !== '');
	const [contact] = await new ContactStore(await openStore(n8n)).find(ids);
	const now = Date.now();
	const person = { ids, ...(contact !== undefined && { contact }) };
	const zone = zoneFor({ timeZone: '', rules: { zoneChoice: 'main' } }, person, { now, workflowZone: n8n.getTimezone() });
	return reminderDue({ ...rest, now, until: until.getTime(), zone: zone.name, contact });
}
