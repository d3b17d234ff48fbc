import { InvalidInput } from '../../../../core/errors/invalidInput';
import { readGateForm } from '../../../../core/gate/form';
import type { Calendar } from '../../../../core/gate/rules';
import { objectOf } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';
import { textOf } from '../../shared/parameters';

const UNIT_MS: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

const FIELD = 'Reminder';

/** When and how a person is reminded of a question. */
export interface Reminder {
	at: Date;
	/** When it may go out. */
	calendar: Calendar;
	/** What to say; left out when the question itself is sent again. */
	text?: string;
}

/** The option Quiet Hours, read as the rule of that name. */
function readCalendar({ n8n, itemIndex }: OperationContext): Calendar {
	const values = objectOf(n8n.getNodeParameter('options.quietHours.values', itemIndex, {}));
	const quietHours = Object.keys(values).length === 0 ? [] : [values];
	return readGateForm({ category: 'utility', rules: { quietHours } }).rules.calendar;
}

/**
 * The option Reminder; undefined without it.
 *
 * @throws InvalidInput for what is no time before the end of the wait, a reminder without words, or quiet hours that leave no hour
 */
export function readReminder(context: OperationContext, wait: { now: Date; until: Date }): Reminder | undefined {
	const { n8n, itemIndex } = context;
	const values = objectOf(n8n.getNodeParameter('options.reminder.values', itemIndex, {}));
	if (Object.keys(values).length === 0) return undefined;
	const unit = UNIT_MS[String(values.unit ?? 'hours')] ?? Number.NaN;
	const after = values.amount === '' ? Number.NaN : Number(values.amount ?? 4) * unit;
	if (!(after > 0)) throw new InvalidInput([{ field: FIELD, message: 'must come after an amount of time' }]);
	const at = new Date(wait.now.getTime() + after);
	if (at >= wait.until) throw new InvalidInput([{ field: FIELD, message: 'must come before the end of the wait' }]);
	const calendar = readCalendar(context);
	if (values.send === 'question') return { at, calendar };
	const text = textOf(values.text);
	if (text === undefined) throw new InvalidInput([{ field: FIELD, message: 'needs a text, or the question once more' }]);
	return { at, calendar, text };
}
