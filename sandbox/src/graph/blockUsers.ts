import type { Customer } from '../customer';
import { errorTitle, GraphError, invalidParameter } from '../errors';
import { asText, compact, isObject, type JsonObject } from '../json';
import { LIMITS } from '../limits';
import { isWindowOpen } from '../rules/window';
import type { BlockList, State } from '../state';
import type { GraphCall, Handler, HandlerInput, HandlerResult } from './call';
import { findByPhone } from './recipient';

/** What became of one entry of `block_users`. */
interface Entry {
	input: string;
	customer: Customer | undefined;
	byUserId: boolean;
	problem?: { code: number; message: string; details: string };
}

function listOf(state: State, phoneNumberId: string): BlockList {
	const list = state.blockLists.get(phoneNumberId) ?? { keys: new Set<string>(), version: 0 };
	state.blockLists.set(phoneNumberId, list);
	return list;
}

function readEntry(state: State, value: JsonObject): Entry {
	const { user, user_id: userId } = value;
	const input = asText(user ?? userId);
	if (!input) throw invalidParameter("Param block_users: each entry needs 'user' or 'user_id'.");
	const byUserId = user === undefined || user === null;
	const customer = byUserId ? state.customers.withUserId(input) : findByPhone(state, input.replace(/\D/g, ''));
	return { input, customer, byUserId };
}

function readEntries({ context, call }: HandlerInput): Entry[] {
	const { messaging_product: product, block_users: users } = call.body;
	if (product !== 'whatsapp')
		throw invalidParameter('The parameter messaging_product is required and must be "whatsapp".');
	if (!Array.isArray(users) || !users.every(isObject)) throw invalidParameter('The parameter block_users is required.');
	if (users.length > LIMITS.blockList.perCall)
		throw new GraphError({ code: 130429, details: `At most ${LIMITS.blockList.perCall} users can be named in a call.` });
	return users.map((each) => readEntry(context.state, each));
}

/** A person's IDs as the block list prints them. */
function idsOf({ customer, input, byUserId }: Entry): object {
	if (!customer) return byUserId ? { user_id: input } : {};
	return compact({ wa_id: customer.phone, user_id: customer.userId });
}

/** Lists and, when an entry failed, HTTP 400 with 139100 beside them (cloud-api 7). */
function outcome(name: 'added_users' | 'removed_users', entries: readonly Entry[]): HandlerResult {
	const failed = entries.filter(({ problem }) => problem !== undefined);
	const done = entries.filter(({ problem }) => problem === undefined);
	const failedUsers = failed.map((each) => ({
		input: each.input,
		...idsOf(each),
		errors: each.problem && [
			{ message: each.problem.message, code: each.problem.code, error_data: { details: each.problem.details } },
		],
	}));
	const lists = compact({
		[name]: done.map((each) => ({ input: each.input, ...idsOf(each) })),
		failed_users: failed.length > 0 ? failedUsers : undefined,
	});
	const json = { messaging_product: 'whatsapp', block_users: lists };
	if (failed.length === 0) return { json };
	const details = 'Failed to block some users, see the block_users response list for details';
	return { status: 400, json: { ...json, ...new GraphError({ code: 139100, details }).toEnvelope() } };
}

/** Why a person cannot be blocked: the business itself, nobody who wrote in the last 24 hours, or the list is full. */
function refusal(input: { handler: HandlerInput; entry: Entry; list: BlockList }): Entry['problem'] {
	const { handler, entry, list } = input;
	const { context, id: phoneNumberId } = handler;
	const { state } = context;
	const { customer } = entry;
	const own = state.seed.phoneNumbers.find(({ id }) => id === phoneNumberId);
	if (own?.displayPhoneNumber === entry.input.replace(/\D/g, ''))
		return { code: 131021, message: errorTitle(131021), details: 'Failed to block self phone number' };
	// Nobody on WhatsApp gets the same code, as Meta's page on blocking says.
	if (!customer || !isWindowOpen({ state, customer, phoneNumberId }))
		return {
			code: 131047,
			message: 'Re-engagement required',
			details: 'User has not messaged in the last 24 hours',
		};
	if (!list.keys.has(customer.key) && list.keys.size >= state.settings.blockListSize)
		return { code: 139101, message: errorTitle(139101), details: 'The blocklist has reached its limit' };
	return undefined;
}

/** `POST /{phone-number-id}/block_users` (cloud-api 7): only who wrote to that number in the last 24 hours. */
export const blockUsers: Handler = (handler) => {
	const list = listOf(handler.context.state, handler.id);
	const entries = readEntries(handler).map((entry) => {
		const problem = refusal({ handler, entry, list });
		if (problem || !entry.customer) return { ...entry, problem };
		list.keys.add(entry.customer.key);
		list.version += 1;
		return entry;
	});
	handler.context.state.events.emit('phones', {});
	return outcome('added_users', entries);
};

/** `DELETE /{phone-number-id}/block_users`: whenever; somebody who is not on the list counts as removed. */
export const unblockUsers: Handler = (handler) => {
	const list = listOf(handler.context.state, handler.id);
	const entries = readEntries(handler);
	for (const { customer } of entries) if (customer && list.keys.delete(customer.key)) list.version += 1;
	handler.context.state.events.emit('phones', {});
	return outcome('removed_users', entries);
};

/** A cursor says which list it belongs to and where in it it stands. */
function toCursor(version: number, position: number): string {
	return Buffer.from(`${version}:${position}`).toString('base64url');
}

function startOf(list: BlockList, cursor: string | undefined): number {
	if (cursor === undefined) return 0;
	const [version, position] = Buffer.from(cursor, 'base64url').toString().split(':').map(Number);
	if (position === undefined || Number.isNaN(position)) throw new GraphError({ code: 131059 });
	if (version !== list.version)
		throw new GraphError({ code: 139102, details: 'The blocklist has changed since the first page.' });
	return position;
}

function limitOf({ query }: GraphCall): number {
	const limit = Number(query.limit ?? LIMITS.templatePage.default);
	if (!Number.isInteger(limit) || limit < 1) throw invalidParameter('Param limit must be a positive number');
	return limit;
}

/** `GET /{phone-number-id}/block_users` by `limit` and `after`; 139102 when the list changed between two pages. */
export const listBlockedUsers: Handler = ({ context, call, id }) => {
	const { state } = context;
	const list = listOf(state, id);
	const start = startOf(list, call.query.after);
	const keys = [...list.keys].slice(start, start + limitOf(call));
	const data = keys.flatMap((key) => {
		const customer = state.customers.get(key);
		return customer
			? [compact({ messaging_product: 'whatsapp', wa_id: customer.phone, user_id: customer.userId })]
			: [];
	});
	if (keys.length === 0) return { json: { data } };
	const after = toCursor(list.version, start + keys.length);
	const more = start + keys.length < list.keys.size;
	const query = new URLSearchParams({ ...call.query, after });
	query.delete('access_token');
	const paging = compact({
		cursors: { before: toCursor(list.version, start), after },
		next: more ? `${call.origin}${call.path}?${query.toString()}` : undefined,
	});
	return { json: { data, paging } };
};
