import type { ConsentRecord } from '../consent/record';
import type { ContactRecord } from '../contact/record';
import { nextOpening } from './calendar';
import type { PastSend } from './frequency';
import { outcomesOf } from './outcomes';
import type { GateCategory, GatePriority, GateRules } from './rules';
import { momentText } from './text';
import { windowState, type WindowState } from './window';
import type { RecipientZone } from './zone';

/** Every rule, in the order in which they are told; the first that forbids gives the reason. */
export const RULES = [
	'store',
	'goal',
	'consent',
	'coolOff',
	'window',
	'samePurpose',
	'handOver',
	'frequencyCap',
	'minimumGap',
	'quietHours',
] as const;
export type RuleName = (typeof RULES)[number];

/** Why a message waits or is left out. Stored in workflows: codes never change. */
export type GateReason =
	| 'store_unreachable'
	| 'goal_met'
	| 'opted_out'
	| 'not_opted_in'
	| 'cool_off'
	| 'window_closed'
	| 'same_purpose'
	| 'handed_over'
	| 'frequency_cap'
	| 'minimum_gap'
	| 'quiet_hours'
	| 'wait_too_long'
	| 'busy';

/** What one rule says. */
export interface RuleOutcome {
	rule: RuleName;
	passed: boolean;
	/** A sentence for people; made when it is asked for, since most are never read. */
	detail: () => string;
	/** Given when it did not pass. */
	reason?: GateReason;
	/** Milliseconds since 1970 from which it would pass; undefined when waiting does not help. */
	freeAt?: number;
}

/** Whom and what the question is about, and what is known. */
export interface GateQuestion {
	category: GateCategory;
	purpose: string;
	priority: GatePriority;
	rules: GateRules;
	/** Consent records of this person, of whatever key. */
	consent: readonly ConsentRecord[];
	/** Undefined when nothing is known of the person. */
	contact: Pick<ContactRecord, 'lastInboundAt' | 'freeEntryUntil' | 'handOverUntil'> | undefined;
	/** Messages to this person that count, in any order. */
	sends: readonly PastSend[];
	zone: RecipientZone;
	/** The store could not be asked: what it said, and whether messages go out all the same. */
	storeFailure?: { message: string; allow: boolean };
	/** Milliseconds since 1970. */
	now: number;
}

/** The answer to "may I send now?". */
export interface GateDecision {
	decision: 'send' | 'wait' | 'suppress';
	/** Why not; undefined for `send`. */
	reason?: GateReason;
	/** A sentence for people. */
	text: string;
	/** Milliseconds since 1970, for `wait`: the first time at which no rule that is known now holds it back. */
	sendAt?: number;
	/** One for each rule, those that are off included. */
	outcomes: RuleOutcome[];
	window: WindowState;
}

const HOUR_MS = 60 * 60 * 1000;

/** The time at which all that can be waited for is over, and the rule that lasts longest. */
function release(question: GateQuestion, held: readonly RuleOutcome[]): { sendAt?: number; last: RuleOutcome | undefined } {
	const last = held.reduce<RuleOutcome | undefined>(
		(longest, outcome) => ((outcome.freeAt ?? 0) > (longest?.freeAt ?? -1) ? outcome : longest),
		undefined,
	);
	const time = Math.max(question.now, last?.freeAt ?? question.now);
	if (question.priority === 'high') return { sendAt: time, last };
	const sendAt = nextOpening(question.rules.calendar, { time, zone: question.zone.name });
	return { sendAt, last };
}

function waiting(question: GateQuestion, held: readonly RuleOutcome[]): Pick<GateDecision, 'decision' | 'reason' | 'text' | 'sendAt'> {
	const { rules, priority, now, zone } = question;
	const { sendAt, last } = release(question, held);
	const reason = last?.reason;
	const text = held.map(({ detail }) => detail()).join('. ');
	if (sendAt === undefined) {
		return { decision: 'suppress', reason: 'quiet_hours', text: `${text}. There is no open hour in the next 400 days` };
	}
	if (priority === 'low') return { decision: 'suppress', reason, text: `${text}. Its priority is low, so it does not wait` };
	const longest = rules.longestWaitHours;
	const at = momentText(sendAt, zone.name);
	if (longest !== undefined && sendAt - now > longest * HOUR_MS) {
		return { decision: 'suppress', reason: 'wait_too_long', text: `${text}. It would go on ${at}, later than ${longest} hours from now` };
	}
	const { closesAt } = windowState(question.contact, now);
	if (rules.requireWindow && closesAt !== undefined && closesAt <= sendAt) {
		const closing = momentText(closesAt, zone.name);
		return { decision: 'suppress', reason: 'window_closed', text: `${text}. The customer service window closes before, on ${closing}` };
	}
	return { decision: 'wait', reason, text: `${text}. It can go on ${at}`, sendAt };
}

/**
 * Decides whether a message may go now, later or not at all. What forbids for good comes before what can be waited for.
 * `sendAt` is never before `now`, and lies in the open hours; other messages may go out meanwhile, so it is to be asked
 * again then.
 */
export function decideGate(question: GateQuestion): GateDecision {
	const outcomes = outcomesOf(question);
	const window = windowState(question.contact, question.now);
	const held = outcomes.filter(({ passed }) => !passed);
	const forbidden = held.find(({ freeAt }) => freeAt === undefined);
	if (forbidden !== undefined) {
		return { decision: 'suppress', reason: forbidden.reason, text: forbidden.detail(), outcomes, window };
	}
	if (held.length === 0) return { decision: 'send', text: 'Every rule allows it', outcomes, window };
	return { ...waiting(question, held), outcomes, window };
}
