import { GraphError } from '../errors';
import { LIMITS } from '../limits';
import type { State } from '../state';

/** How much one user has got from one number. */
interface Pair {
	burstStart: number;
	count: number;
	/** When the messages so far have had their six seconds each. */
	paidAt: number;
}

/** What the rules of traffic remember. Moments are milliseconds of sandbox time. */
export interface Traffic {
	/** Phone number ID to the moments of its latest messages, oldest first. */
	messages: Map<string, number[]>;
	pairs: Map<string, Pair>;
	/** Moments of the latest management calls. */
	managementCalls: number[];
}

/** Nothing has been sent. */
export function createTraffic(): Traffic {
	return { messages: new Map(), pairs: new Map(), managementCalls: [] };
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Drops the moments before `since`. A jump of the clock backwards drops all. */
function recent(moments: readonly number[], input: { since: number; now: number }): number[] {
	return moments.filter((moment) => moment > input.since && moment <= input.now);
}

/** 130429: the number has sent and received as many messages in the last second as `throughputPerSecond` says (cloud-api 5). */
export function checkThroughput(state: State, phoneNumberId: string): void {
	const most = state.settings.throughputPerSecond;
	if (most === null) return;
	const now = state.clock.now();
	const moments = recent(state.traffic.messages.get(phoneNumberId) ?? [], { since: now - SECOND, now });
	state.traffic.messages.set(phoneNumberId, moments);
	if (moments.length >= most)
		throw new GraphError({
			code: 130429,
			details: `Message failed to send because the number's limit of ${most} messages per second was reached.`,
		});
}

/**
 * 131056: with the setting `pairLimit` a user gets one message per 6 seconds from a number. Up to 45 may go within 6
 * seconds; they are borrowed from the future, so nothing goes until all have had their 6 seconds (cloud-api 5).
 */
export function checkPair(input: { state: State; phoneNumberId: string; recipient: string }): void {
	const { state, phoneNumberId, recipient } = input;
	if (!state.settings.pairLimit) return;
	const pair = state.traffic.pairs.get(`${phoneNumberId} ${recipient}`);
	const now = state.clock.now();
	if (!pair || now >= pair.paidAt) return;
	const { every, burst } = LIMITS.pair;
	if (now - pair.burstStart < every && pair.count < burst) return;
	throw new GraphError({
		code: 131056,
		details: 'Message failed to send because there were too many messages from this phone number to this user.',
	});
}

/** Counts a message of a number, sent or received. */
export function countMessage(state: State, phoneNumberId: string): void {
	if (state.settings.throughputPerSecond === null) return;
	const moments = state.traffic.messages.get(phoneNumberId) ?? [];
	moments.push(state.clock.now());
	state.traffic.messages.set(phoneNumberId, moments);
}

/** Counts a message to a user. */
export function countPair(input: { state: State; phoneNumberId: string; recipient: string }): void {
	const { state, phoneNumberId, recipient } = input;
	if (!state.settings.pairLimit) return;
	const now = state.clock.now();
	const key = `${phoneNumberId} ${recipient}`;
	const old = state.traffic.pairs.get(key);
	const { every } = LIMITS.pair;
	const pair = old && now < old.paidAt ? old : { burstStart: now, count: 0, paidAt: now };
	state.traffic.pairs.set(key, { ...pair, count: pair.count + 1, paidAt: pair.paidAt + every });
}

/** 80007: the account has used up its management calls of this hour (`wabaCallsPerHour`); otherwise counts one. */
export function checkManagementCall(state: State): void {
	const most = state.settings.wabaCallsPerHour;
	if (most === null) return;
	const now = state.clock.now();
	const calls = recent(state.traffic.managementCalls, { since: now - HOUR, now });
	state.traffic.managementCalls = calls;
	if (calls.length >= most)
		throw new GraphError({
			code: 80007,
			details: `There have been too many calls to this WhatsApp Business account: ${most} per hour.`,
		});
	calls.push(now);
}

/** The header that tells a client how much it has used, in percent, and in how many minutes there is room again. */
export function usageHeader(state: State): Record<string, string> {
	const most = state.settings.wabaCallsPerHour;
	if (most === null) return {};
	const { managementCalls: calls } = state.traffic;
	const full = calls.length >= most;
	const usage = {
		type: 'whatsapp_business_management',
		call_count: Math.min(100, Math.round((calls.length / most) * 100)),
		total_cputime: 0,
		total_time: 0,
		estimated_time_to_regain_access: full ? Math.ceil(((calls[0] ?? 0) + HOUR - state.clock.now()) / 60_000) : 0,
	};
	return { 'X-Business-Use-Case-Usage': JSON.stringify({ [state.seed.wabaId]: [usage] }) };
}
