import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { getPlatformCredential } from '../transport/credential';
import { getPage } from '../transport/pages';

/** Enough for the list to be scrollable, so that the editor asks for more only when the operator scrolls. */
const ENOUGH = 50;

function matches(item: INodeListSearchItems, filter: string | undefined): boolean {
	return filter === undefined || item.name.toLowerCase().includes(filter.trim().toLowerCase());
}

/** Pages through a Graph list until enough rows match, so that a match on the last page is found too. */
async function search(
	context: ILoadOptionsFunctions,
	list: {
		edge: string;
		qs: IDataObject;
		filter?: string;
		paginationToken?: string;
		toItem: (row: IDataObject) => INodeListSearchItems | undefined;
	},
): Promise<INodeListSearchResult> {
	const { wabaId } = await getPlatformCredential(context);
	const results: INodeListSearchItems[] = [];
	let after = list.paginationToken;
	do {
		const page = await getPage(context, {
			path: `/${encodeURIComponent(wabaId)}/${list.edge}`,
			qs: list.qs,
			limit: 100,
			after,
		});
		for (const row of page.rows) {
			const item = list.toItem(row);
			if (item !== undefined && matches(item, list.filter)) results.push(item);
		}
		after = page.next;
	} while (after !== undefined && results.length < ENOUGH);
	return after === undefined ? { results } : { results, paginationToken: after };
}

/** The phone numbers of the WABA, for the Sender field. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await search(this, {
		edge: 'phone_numbers',
		qs: { fields: 'id,display_phone_number,verified_name' },
		filter,
		paginationToken,
		toItem: (row) => ({
			name: [row.display_phone_number, row.verified_name].filter((part) => part !== undefined).join(' · '),
			value: String(row.id),
		}),
	});
}

/** The approved templates of the WABA in all languages, for the Template field. The value is `name|language`. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await search(this, {
		edge: 'message_templates',
		qs: { fields: 'name,language,status,category', status: 'APPROVED' },
		filter,
		paginationToken,
		toItem: (row) =>
			row.status === 'APPROVED'
				? {
						name: `${String(row.name)} (${String(row.language)}) · ${String(row.category).toLowerCase()}`,
						value: `${String(row.name)}|${String(row.language)}`,
					}
				: undefined,
	});
}
