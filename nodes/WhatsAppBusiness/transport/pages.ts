import type { IDataObject } from 'n8n-workflow';
import { graphRequest, type GraphContext } from './graph';

export interface Page {
	rows: IDataObject[];
	/** Cursor of the next page; undefined on the last. */
	next?: string;
}

/** One page of a Graph list. */
export async function getPage(
	context: GraphContext,
	list: { path: string; qs?: IDataObject; limit: number; after?: string },
): Promise<Page> {
	const answer = await graphRequest(context, {
		method: 'GET',
		path: list.path,
		qs: { ...list.qs, limit: list.limit, ...(list.after === undefined ? {} : { after: list.after }) },
	});
	const rows = Array.isArray(answer.data)
		? answer.data.filter((row): row is IDataObject => typeof row === 'object' && row !== null)
		: [];
	const paging = (answer.paging ?? {}) as { cursors?: { after?: unknown }; next?: unknown };
	const after = paging.cursors?.after;
	// Meta sends a cursor on the last page too; only `next` says that there is more.
	const more = typeof paging.next === 'string' && typeof after === 'string' && after !== list.after;
	return more ? { rows, next: after } : { rows };
}

/** Rows of all pages, until `enough` of them are there. */
export async function getRows(
	context: GraphContext,
	list: { path: string; qs?: IDataObject; enough?: number },
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	let after: string | undefined;
	do {
		const wanted = (list.enough ?? Infinity) - rows.length;
		const page = await getPage(context, { ...list, limit: Math.min(250, wanted), after });
		rows.push(...page.rows);
		after = page.next;
	} while (after !== undefined && rows.length < (list.enough ?? Infinity));
	return rows.slice(0, list.enough);
}
