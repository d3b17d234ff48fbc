import type { PhoneMessage } from '../contract';
import { dayLabel } from '../format/time';

/** A line of a thread: a message, a new day, or the ID of the business number that follows. */
export type ThreadRow =
	| { kind: 'message'; message: PhoneMessage }
	| { kind: 'day'; id: string; text: string }
	| { kind: 'number'; id: string; text: string };

/** A reaction is drawn on the message that it is for, when the phone shows that one. */
function isDrawnElsewhere({ reaction, error }: PhoneMessage, known: ReadonlyMap<string, PhoneMessage>): boolean {
	return reaction !== undefined && !error && (known.has(reaction.messageId) || !reaction.emoji);
}

/** The messages with a divider before each new day and each change of the business number. */
export function threadRows(messages: readonly PhoneMessage[], known: ReadonlyMap<string, PhoneMessage>): ThreadRow[] {
	const rows: ThreadRow[] = [];
	let day: string | undefined;
	let number: string | undefined;
	for (const message of messages) {
		if (isDrawnElsewhere(message, known)) continue;
		const text = dayLabel(message.timestamp);
		if (text !== day) rows.push({ kind: 'day', id: `day-${message.id}`, text });
		day = text;
		if (number !== undefined && message.phoneNumberId !== number) {
			rows.push({ kind: 'number', id: `number-${message.id}`, text: message.phoneNumberId });
		}
		number = message.phoneNumberId;
		rows.push({ kind: 'message', message });
	}
	return rows;
}
