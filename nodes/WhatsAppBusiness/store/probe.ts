import type { RecordStore, Row } from './recordStore';

/** One thing that a store must do, and whether it does. */
export interface ProbeResult {
	check: string;
	ok: boolean;
	/** What came instead; left out when it is right. */
	found?: string;
}

function same(found: unknown, expected: unknown): Omit<ProbeResult, 'check'> {
	const text = JSON.stringify(found);
	return text === JSON.stringify(expected) ? { ok: true } : { ok: false, found: text ?? 'nothing' };
}

/**
 * Tries every verb of the contract on records of nobody, and removes them again.
 *
 * @param probe.id something that no other probe has
 * @param probe.now milliseconds since 1970
 */
export async function probeStore(store: RecordStore, probe: { id: string; now: number }): Promise<ProbeResult[]> {
	const { id, now } = probe;
	const [contactKey, other] = [`probe-${id}`, `probe-${id}-other`];
	const results: ProbeResult[] = [];
	const note = (check: string, found: unknown, expected: unknown) => results.push({ check, ...same(found, expected) });
	const names = async (values: string[], by: 'key' | 'contact' = 'contact') => {
		const [rows = []] = await store.find([{ collection: 'contacts', by, values }]);
		return rows.map((row) => `${String(row.contactKey)}: ${String(row.name)} ${String(row.language)}`).sort();
	};
	try {
		await store.put({
			collection: 'contacts',
			rows: [
				{ contactKey, phone: '', userId: '', name: 'Zoë "1"', language: 'de' },
				{ contactKey: other, phone: '', userId: contactKey, name: '2', language: '' },
			],
		});
		note('Put, then find by contact key and by user ID', await names([contactKey]), [`${other}: 2 `, `${contactKey}: Zoë "1" de`]);
		await store.put({ collection: 'contacts', rows: [{ contactKey, name: '3' }] });
		note('Put over a record keeps the other columns', await names([contactKey], 'key'), [`${contactKey}: 3 de`]);
		const claim = async (owner: string, lifeMs: number) => {
			const row: Row = { claimKey: contactKey, owner, at: new Date(now).toISOString(), expiresAt: new Date(now + lifeMs).toISOString() };
			return (await store.claim({ collection: 'claims', rows: [row], now }))[0]?.owner;
		};
		note('Claim a free key', await claim('first', 60_000), 'first');
		note('Claim a taken key', (await claim('second', 60_000)) === 'second', false);
		const contenders = await Promise.all(
			Array.from({ length: 5 }, async (_, index) => {
				const owner = `contender ${index}`;
				const row: Row = { claimKey: other, owner, at: new Date(now).toISOString(), expiresAt: new Date(now + 60_000).toISOString() };
				return (await store.claim({ collection: 'claims', rows: [row], now }))[0]?.owner === owner;
			}),
		);
		note('Claim a key five times at once: one wins', contenders.filter((won) => won).length, 1);
		const page = await store.list({ collection: 'contacts', where: { contactKey: other } });
		note('List by a column', page.next === undefined ? page.rows.map((row) => row.contactKey) : [other], [other]);
	} finally {
		await store.remove({ collection: 'claims', keys: [contactKey, other] });
		await store.remove({ collection: 'contacts', contacts: [contactKey] });
	}
	note('Remove', await names([contactKey, other], 'key'), []);
	return results;
}
