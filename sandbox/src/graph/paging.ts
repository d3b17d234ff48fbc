import { GraphError } from '../errors';
import { compact, without } from '../json';
import { LIMITS } from '../limits';
import type { GraphCall } from './call';

function toCursor(id: string): string {
	return Buffer.from(`cursor:${id}`).toString('base64url');
}

function positionOf(items: readonly { id: string }[], cursor: string): number {
	const position = items.findIndex(({ id }) => toCursor(id) === cursor);
	if (position < 0) throw new GraphError({ code: 131059, details: 'The cursor is not valid any more.' });
	return position;
}

function readLimit(call: GraphCall): number {
	const { limit } = call.query;
	if (limit === undefined) return LIMITS.templatePage.default;
	if (!/^[1-9]\d*$/.test(limit))
		throw new GraphError({
			code: 100,
			message: '(#100) Param limit must be a positive number',
			details: 'Param limit must be a positive number',
		});
	return Math.min(Number(limit), LIMITS.templatePage.max);
}

function link(input: { baseUrl: string; call: GraphCall; cursor: Record<string, string> }): string {
	const { baseUrl, call, cursor } = input;
	const query = without(call.query, ['access_token', 'after', 'before']);
	return `${baseUrl}${call.path}?${new URLSearchParams({ ...query, ...cursor }).toString()}`;
}

/**
 * One page of a list by `limit` (25 unless told), `after`, `before`, with cursors and, where there is more, `next` and
 * `previous`. 131059: the cursor is unknown.
 */
export function pageOf<T extends { id: string }>(input: {
	items: readonly T[];
	call: GraphCall;
	baseUrl: string;
}): { items: T[]; paging: object | undefined } {
	const { items, call, baseUrl } = input;
	const limit = readLimit(call);
	const { after, before } = call.query;
	const end = before ? positionOf(items, before) : undefined;
	const start = end !== undefined ? Math.max(0, end - limit) : after ? positionOf(items, after) + 1 : 0;
	const page = items.slice(start, end ?? start + limit);
	const first = page[0];
	const last = page.at(-1);
	if (!first || !last) return { items: [], paging: undefined };
	const cursors = { before: toCursor(first.id), after: toCursor(last.id) };
	const paging = compact({
		cursors,
		next: start + page.length < items.length ? link({ baseUrl, call, cursor: { after: cursors.after } }) : undefined,
		previous: start > 0 ? link({ baseUrl, call, cursor: { before: cursors.before } }) : undefined,
	});
	return { items: page, paging };
}
