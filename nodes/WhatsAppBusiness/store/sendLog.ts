import type { PastSend } from '../../../core/gate/frequency';
import { MOST_DAYS, type GateCategory } from '../../../core/gate/rules';
import type { RecordStore, Row } from './recordStore';

/** What is kept of a message that was sent or is about to be. */
export interface SendRecord extends PastSend {
	sendKey: string;
	/** `released` when nothing was sent after all; any other counts. */
	state: string;
	/** Who reserved it: one item of one run. */
	owner: string;
	number: number;
}

/** A message to be counted. */
export interface Reservation {
	contactKey: string;
	/** Canonical digits; '' when unknown. */
	phone: string;
	userId: string;
	category: GateCategory;
	purpose: string;
	owner: string;
	/** Below 0 when nothing hangs on the order of the person's messages. */
	number: number;
}

/** Caps look back so far at most, and a day for clocks that differ. */
const LIFE_MS = (MOST_DAYS + 1) * 24 * 60 * 60 * 1000;

function text(row: Row, column: string): string {
	return String(row[column] ?? '');
}

function toSend(row: Row, now: number): SendRecord {
	const sentAt = Date.parse(text(row, 'sentAt'));
	return {
		sendKey: text(row, 'sendKey'),
		category: text(row, 'category').toLowerCase(),
		purpose: text(row, 'purpose'),
		state: text(row, 'state').toLowerCase(),
		owner: text(row, 'owner'),
		number: Number(row.number ?? 0),
		// A time that cannot be read must not let a message out: it counts as just sent for as long as the row is kept.
		sentAt: Number.isNaN(sentAt) ? now : sentAt,
	};
}

/**
 * The sends that the rows tell of, each number once: of several that claimed it, the first row has it.
 *
 * @param now milliseconds since 1970
 */
export function toSends(rows: readonly Row[], now: number): SendRecord[] {
	const sends = new Map<string, SendRecord>();
	for (const row of rows) {
		const send = toSend(row, now);
		if (!sends.has(send.sendKey)) sends.set(send.sendKey, send);
	}
	return [...sends.values()];
}

/** The number of a person's next message. */
export function nextNumber(sends: readonly SendRecord[]): number {
	return sends.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}

/** A number of its own, for a message that does not compete. */
export function ownNumber(): number {
	return -1 - Math.floor(Math.random() * 2 ** 52);
}

export function sendKeyOf({ contactKey, number }: Pick<Reservation, 'contactKey' | 'number'>): string {
	return `${contactKey}|${number}`;
}

/** The log of sends in the contact record, which frequency caps count. */
export class SendLog {
	constructor(private readonly store: RecordStore) {}

	/**
	 * Counts messages before they are sent.
	 *
	 * @param now milliseconds since 1970
	 * @returns for each the row by which it counts; undefined when somebody else took the number a moment before
	 */
	async reserve(reservations: readonly Reservation[], now: number): Promise<Array<Row | undefined>> {
		if (reservations.length === 0) return [];
		const sentAt = new Date(now).toISOString();
		const expiresAt = new Date(now + LIFE_MS).toISOString();
		const rows = reservations.map((reservation) => ({
			...reservation,
			sendKey: sendKeyOf(reservation),
			state: 'reserved',
			sentAt,
			expiresAt,
		}));
		const [competing, others] = [rows.filter(({ number }) => number > 0), rows.filter(({ number }) => number <= 0)];
		const own = new Set<Row>(others);
		if (competing.length > 0) {
			const standing = await this.store.claim({ collection: 'sends', rows: competing, now });
			for (const [index, row] of competing.entries()) if (standing[index]?.owner === row.owner) own.add(row);
		}
		if (others.length > 0) await this.store.put({ collection: 'sends', rows: others, areNew: true });
		return rows.map((row) => (own.has(row) ? row : undefined));
	}

	/** Nothing was sent under these rows: they count no longer. */
	async release(rows: readonly Row[]): Promise<void> {
		if (rows.length === 0) return;
		await this.store.put({ collection: 'sends', rows: rows.map((row) => ({ ...row, state: 'released' })) });
	}
}
