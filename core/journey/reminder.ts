import { decideConsent } from '../consent/decide';
import type { ConsentRecord } from '../consent/record';
import type { ContactRecord } from '../contact/record';
import { serviceWindowOf } from '../contact/window';
import { nextOpening } from '../gate/calendar';
import type { Calendar, GateCategory } from '../gate/rules';

/** What becomes of a reminder whose time has come: sent, sent later (milliseconds since 1970), or left out, with the reason. */
export type ReminderDue = { send: true } | { at: number } | { skip: string };

/**
 * Whether a reminder goes out now.
 *
 * @param question.until the end of the wait; `zone`: the person's time zone, an IANA name; `isTemplate`: a template, which
 * needs no open window; `consent`: records of the person, of any key; `contact`: undefined when nothing is known of the
 * person, and then the window counts as open
 */
export function reminderDue(question: {
	now: number;
	until: number;
	calendar: Calendar;
	zone: string;
	isTemplate: boolean;
	category: GateCategory;
	consent: readonly ConsentRecord[];
	contact: Pick<ContactRecord, 'lastInboundAt' | 'handOverUntil'> | undefined;
}): ReminderDue {
	const { now, until, calendar, zone, isTemplate, category, contact } = question;
	const { allowed, reason } = decideConsent({ records: question.consent, category, now: new Date(now) });
	if (!allowed) return { skip: reason };
	if (Date.parse(contact?.handOverUntil ?? '') > now) return { skip: 'somebody of the business has the conversation' };
	const opening = nextOpening(calendar, { time: now, zone });
	if (opening === undefined || opening >= until) return { skip: 'the quiet hours last until the end of the wait' };
	if (opening > now) return { at: opening };
	const { isOpen, closesAt } = serviceWindowOf({ contact, now });
	if (!isTemplate && closesAt !== '' && !isOpen) return { skip: 'the 24 hours after the last message of the person are over' };
	return { send: true };
}
