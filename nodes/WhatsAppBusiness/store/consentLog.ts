import { NATIVE_SOURCE, type ConsentRecord } from '../../../core/consent/record';
import { toConsentRecord } from './consentStore';
import type { RecordStore, Row } from './recordStore';

/** What writing a decision came to. */
export interface ConsentChange {
	record: ConsentRecord;
	/** False when the same stood there already, or the contact's setting in WhatsApp stands against it. */
	isChanged: boolean;
	/** A sentence for people when nothing changed. */
	reason: string;
}

/** A decision of the past, with who wrote it down. */
export interface ConsentEntry extends ConsentRecord {
	previousState: string;
	/** Workflow or person. */
	recordedBy: string;
}

function stands(record: ConsentRecord, before: ConsentRecord | undefined): string {
	if (before === undefined) return '';
	const isLifting = record.state !== 'opted_out' && record.source !== NATIVE_SOURCE;
	if (before.source === NATIVE_SOURCE && before.state === 'opted_out' && isLifting && record.category === 'marketing') {
		return 'The contact stopped marketing messages in WhatsApp itself, and only they can resume them there';
	}
	const isSame = before.state === record.state && before.until === record.until && before.source === record.source;
	return isSame ? `Already ${record.state === 'opted_in' ? 'opted in' : record.state === 'opted_out' ? 'opted out' : 'asked'} on ${before.recordedAt}` : '';
}

/** What counts now, found by person and category however much it is: an import brings many thousands at once. */
class Standing {
	private readonly byId = new Map<string, Set<ConsentRecord>>();

	constructor(records: readonly ConsentRecord[]) {
		for (const record of records) this.add(record);
	}

	/** The newest of the person for the category, by whichever id it was made. */
	newest(record: ConsentRecord): ConsentRecord | undefined {
		const own = new Set(this.keysOf(record).flatMap((key) => [...(this.byId.get(key) ?? [])]));
		return [...own].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
	}

	replace(before: ConsentRecord | undefined, record: ConsentRecord): void {
		if (before !== undefined) for (const key of this.keysOf(before)) this.byId.get(key)?.delete(before);
		this.add(record);
	}

	private add(record: ConsentRecord): void {
		for (const key of this.keysOf(record)) this.byId.set(key, (this.byId.get(key) ?? new Set()).add(record));
	}

	private keysOf({ category, phone, userId }: ConsentRecord): string[] {
		return [...(phone === '' ? [] : [`${category} phone ${phone}`]), ...(userId === '' ? [] : [`${category} user ${userId}`])];
	}
}

/** Decisions with their history: who changed what, when and why. */
export class ConsentLog {
	constructor(private readonly store: RecordStore) {}

	/**
	 * Writes decisions down, in their order, with an entry of the history for each that changed something: three calls
	 * of the store, however many there are.
	 *
	 * @param log.recordedBy who writes, such as the workflow's name
	 * @param log.newKey makes the key of a history entry; different each time
	 */
	async record(
		decisions: readonly ConsentRecord[],
		log: { recordedBy: string; newKey: () => string },
	): Promise<ConsentChange[]> {
		if (decisions.length === 0) return [];
		const ids = new Set(decisions.flatMap(({ contactKey, phone, userId }) => [contactKey, phone, userId]));
		ids.delete('');
		const [rows = []] = await this.store.find([{ collection: 'consent', by: 'contact', values: [...ids] }]);
		const standing = new Standing(rows.map(toConsentRecord));
		const history: Row[] = [];
		const changes = decisions.map((record): ConsentChange => {
			const before = standing.newest(record);
			const reason = stands(record, before);
			if (before !== undefined && reason !== '') return { record: before, isChanged: false, reason };
			// Over the record that is there, by whichever id it was made.
			const written = { ...record, contactKey: before?.contactKey ?? record.contactKey, phone: record.phone || (before?.phone ?? ''), userId: record.userId || (before?.userId ?? '') };
			standing.replace(before, written);
			history.push({ entryKey: log.newKey(), ...written, previousState: before?.state ?? '', recordedBy: log.recordedBy });
			return { record: written, isChanged: true, reason: '' };
		});
		const latest = new Map(changes.filter(({ isChanged }) => isChanged).map(({ record }) => [`${record.contactKey}|${record.category}`, record]));
		if (latest.size > 0) {
			await this.store.put({ collection: 'consent', rows: [...latest.values()].map((record): Row => ({ ...record })) });
			await this.store.put({ collection: 'consentHistory', rows: history, areNew: true });
		}
		return changes;
	}

	/** Everything that was ever written down about a contact, oldest first. */
	async historyOf(ids: readonly string[]): Promise<ConsentEntry[]> {
		const [rows = []] = await this.store.find([{ collection: 'consentHistory', by: 'contact', values: ids }]);
		const entries = rows.map((row) => ({
			...toConsentRecord(row),
			previousState: String(row.previousState ?? ''),
			recordedBy: String(row.recordedBy ?? ''),
		}));
		return entries.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
	}
}
