import type { RecordStore } from './recordStore';

/** The name under which an order of a shop stands. Stored: never changes. */
export function orderLink(order: string): string {
	return `order:${order.trim()}`;
}

/** Other names of contacts, in the contact record. */
export class LinkStore {
	constructor(private readonly store: RecordStore) {}

	/** The contact keys that stand under the names; names that nobody has are left out. */
	async find(links: readonly string[]): Promise<Map<string, string>> {
		const [rows = []] = await this.store.find([{ collection: 'links', by: 'key', values: links }]);
		return new Map(rows.map((row) => [String(row.link), String(row.contactKey)]));
	}

	/** @param put.now ISO time */
	async put(put: { links: readonly string[]; contactKey: string; now: string }): Promise<void> {
		if (put.links.length === 0) return;
		const rows = put.links.map((link) => ({ link, contactKey: put.contactKey, changedAt: put.now }));
		await this.store.put({ collection: 'links', rows });
	}
}
