import { hasExpired } from './collections';
import type { RecordStore, Row } from './recordStore';

/** A question that waits for an answer. */
export interface PendingWait {
	/** One per question: execution, node and nonce. */
	waitKey: string;
	contactKey: string;
	/** Canonical digits; '' when unknown. */
	phone: string;
	/** BSUID; '' when unknown. */
	userId: string;
	/** The business number that asked. */
	phoneNumberId: string;
	/** The message that asked, which a quoting reply names; '' until it was sent. */
	messageId: string;
	/** Signed address that resumes the execution. */
	resumeUrl: string;
	/** What the operator calls the journey, such as an order ID; '' when it has none. */
	journeyKey: string;
	/** What counts as an answer, as JSON; read by whoever wrote it. */
	accepts: string;
	state: 'waiting' | 'answered' | 'cancelled';
	/** ISO time. */
	askedAt: string;
	/** ISO time after which no answer is taken; '' when it waits for good. */
	expiresAt: string;
}

function text(row: Row, column: string): string {
	return String(row[column] ?? '');
}

function toWait(row: Row): PendingWait {
	const state = text(row, 'state');
	return {
		waitKey: text(row, 'waitKey'),
		contactKey: text(row, 'contactKey'),
		phone: text(row, 'phone'),
		userId: text(row, 'userId'),
		phoneNumberId: text(row, 'phoneNumberId'),
		messageId: text(row, 'messageId'),
		resumeUrl: text(row, 'resumeUrl'),
		journeyKey: text(row, 'journeyKey'),
		accepts: text(row, 'accepts'),
		state: state === 'answered' || state === 'cancelled' ? state : 'waiting',
		askedAt: text(row, 'askedAt'),
		expiresAt: text(row, 'expiresAt'),
	};
}

/** Questions that wait for an answer, in the contact record: how a typed answer finds its execution. */
export class PendingWaits {
	constructor(private readonly store: RecordStore) {}

	async put(wait: PendingWait): Promise<void> {
		await this.store.put({ collection: 'waits', rows: [{ ...wait }] });
	}

	/**
	 * The open questions of people, the newest first.
	 *
	 * @param question.ids canonical digits and BSUIDs
	 * @param question.now milliseconds since 1970
	 */
	async openOf(question: { ids: readonly string[]; now: number }): Promise<PendingWait[]> {
		const [rows = []] = await this.store.find([{ collection: 'waits', by: 'contact', values: question.ids }]);
		return open(rows, question.now);
	}

	/** The open questions of a journey, the newest first. */
	async openOfJourney(question: { journeyKey: string; now: number }): Promise<PendingWait[]> {
		const rows: Row[] = [];
		let after: string | undefined;
		do {
			const page = await this.store.list({ collection: 'waits', where: { journeyKey: question.journeyKey }, after });
			rows.push(...page.rows);
			after = page.next;
		} while (after !== undefined);
		return open(rows, question.now);
	}

	/** Drops the waits that were over before that time (milliseconds since 1970). */
	async forgetExpired(before: number): Promise<void> {
		await this.store.remove({ collection: 'waits', expiredBefore: new Date(before).toISOString() });
	}

	async remove(waitKeys: readonly string[]): Promise<void> {
		if (waitKeys.length > 0) await this.store.remove({ collection: 'waits', keys: waitKeys });
	}
}

function open(rows: readonly Row[], now: number): PendingWait[] {
	return rows
		.filter((row) => !hasExpired(row, now))
		.map(toWait)
		.filter(({ state }) => state === 'waiting')
		.sort((a, b) => (a.askedAt < b.askedAt ? 1 : a.askedAt > b.askedAt ? -1 : 0));
}
