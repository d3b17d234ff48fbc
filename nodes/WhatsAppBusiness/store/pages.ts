import type { CollectionName } from './collections';
import type { Cell, RecordStore, Row } from './recordStore';

/** What is listed, and by whom each page is taken; `false` ends the list. */
export interface Listing {
	collection: CollectionName;
	where?: Readonly<Record<string, Cell>>;
	take: (rows: readonly Row[]) => Promise<boolean> | boolean;
}

/** Hands all records of a collection on, page by page, in the order in which they were first written. */
export async function eachPage(store: RecordStore, { collection, where, take }: Listing): Promise<void> {
	let after: string | undefined;
	do {
		const page = await store.list({ collection, where, after });
		if (!(await take(page.rows))) return;
		after = page.next;
	} while (after !== undefined);
}
