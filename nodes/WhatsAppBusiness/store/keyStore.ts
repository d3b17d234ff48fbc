import type { KeyRecord, KeyState } from '../../../core/send/idempotency';
import type { RecordStore, Row } from './recordStore';

function toRecord(row: Row): KeyRecord {
	const text = (column: string) => String(row[column] ?? '');
	const state = text('state');
	return {
		idempotencyKey: text('idempotencyKey'),
		contactKey: text('contactKey'),
		owner: text('owner'),
		// Whatever a person wrote there: it may have been sent.
		state: (['claimed', 'sent', 'unknown'] as KeyState[]).find((known) => known === state) ?? 'unknown',
		messageId: text('messageId'),
		claimedAt: text('claimedAt'),
		expiresAt: text('expiresAt'),
	};
}

/** Idempotency keys in the contact record. */
export class KeyStore {
	constructor(private readonly store: RecordStore) {}

	/**
	 * Claims keys; of the same key several times in one call the first has it.
	 *
	 * @returns for each claim the record that stands under its key afterwards
	 */
	async claim(claims: readonly KeyRecord[], now: number): Promise<KeyRecord[]> {
		const first = new Map<string, KeyRecord>();
		for (const claim of claims) {
			if (!first.has(claim.idempotencyKey)) first.set(claim.idempotencyKey, claim);
		}
		const rows = [...first.values()].map((claim): Row => ({ ...claim }));
		const standing = await this.store.claim({ collection: 'keys', rows, now });
		const byKey = new Map(standing.map((row) => [String(row.idempotencyKey), toRecord(row)]));
		return claims.map((claim) => byKey.get(claim.idempotencyKey) ?? claim);
	}

	async find(keys: readonly string[]): Promise<KeyRecord[]> {
		const [rows = []] = await this.store.find([{ collection: 'keys', by: 'key', values: keys }]);
		return rows.map(toRecord);
	}

	async put(records: readonly KeyRecord[]): Promise<void> {
		await this.store.put({ collection: 'keys', rows: records.map((record): Row => ({ ...record })) });
	}

	/** Gives keys back, of messages that were surely not sent. */
	async release(keys: readonly string[]): Promise<void> {
		await this.store.remove({ collection: 'keys', keys });
	}

	/** Notes that messages were sent after all, as their statuses tell. */
	async resolve(sent: ReadonlyArray<{ idempotencyKey: string; messageId: string }>): Promise<void> {
		const known = await this.find(sent.map(({ idempotencyKey }) => idempotencyKey));
		const open = known.filter(({ state }) => state !== 'sent');
		const idOf = new Map(sent.map(({ idempotencyKey, messageId }) => [idempotencyKey, messageId]));
		if (open.length === 0) return;
		await this.put(
			open.map((record) => ({ ...record, state: 'sent', messageId: idOf.get(record.idempotencyKey) ?? record.messageId })),
		);
	}
}
