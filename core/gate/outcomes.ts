import { decideConsent } from '../consent/decide';
import { isOpenAt, nextOpening } from './calendar';
import type { GateQuestion, GateReason, RuleName, RuleOutcome } from './decide';
import { capLimit, gapLimit, samePurpose, type Limit } from './frequency';
import { hasCalendar, limitsFrequency, type HoldBack } from './rules';
import { countText, momentText } from './text';
import { windowState } from './window';

function off(rule: RuleName): RuleOutcome {
	return { rule, passed: true, detail: () => 'Off' };
}

function pass(rule: RuleName, detail: string | (() => string)): RuleOutcome {
	return { rule, passed: true, detail: typeof detail === 'string' ? () => detail : detail };
}

function hold(
	rule: RuleName,
	{ detail, ...held }: { reason: GateReason; detail: string | (() => string); freeAt?: number },
): RuleOutcome {
	return { rule, passed: false, ...held, detail: typeof detail === 'string' ? () => detail : detail };
}

/** Rules that a message of high priority passes by. */
function isWaved({ priority }: GateQuestion): boolean {
	return priority === 'high';
}

const WAVED = 'High priority passes by this rule';

/** Whether the rules need what the store knows. */
function needsStore({ rules }: GateQuestion): boolean {
	return rules.consent !== 'off' || rules.requireWindow || rules.respectHandOver || limitsFrequency(rules);
}

function storeOutcome(question: GateQuestion): RuleOutcome {
	const { storeFailure } = question;
	if (storeFailure === undefined) return pass('store', 'The contact record answered');
	const said = `The contact record could not be reached: ${storeFailure.message}`;
	if (!needsStore(question)) return pass('store', `${said}. No rule needs it`);
	if (storeFailure.allow) return pass('store', `${said}. Sent all the same, as was chosen`);
	return hold('store', { reason: 'store_unreachable', detail: said });
}

function goalOutcome({ rules: { goalMet } }: GateQuestion): RuleOutcome {
	if (goalMet === undefined) return off('goal');
	return goalMet
		? hold('goal', { reason: 'goal_met', detail: 'The goal is met, or it was cancelled' })
		: pass('goal', 'The goal is not met yet');
}

function consentOutcomes({ rules, consent, category, now }: GateQuestion): RuleOutcome[] {
	if (rules.consent === 'off') return [off('consent'), off('coolOff')];
	const { allowed, state, reason, record } = decideConsent({ records: consent, category, now: new Date(now) });
	const end = Date.parse(record?.until ?? '');
	if (!allowed && !Number.isNaN(end)) {
		const freeAt = rules.duringCoolOff === 'wait' && rules.consent !== 'requireOptIn' ? { freeAt: end } : {};
		return [pass('consent', 'Not opted out for good'), hold('coolOff', { reason: 'cool_off', detail: reason, ...freeAt })];
	}
	if (!allowed) return [hold('consent', { reason: 'opted_out', detail: reason }), pass('coolOff', 'No cool-off on record')];
	const isMissing = rules.consent === 'requireOptIn' && state !== 'opted_in';
	return [
		isMissing ? hold('consent', { reason: 'not_opted_in', detail: `Not opted in: ${reason}` }) : pass('consent', reason),
		pass('coolOff', 'No cool-off on record'),
	];
}

function windowOutcome({ rules, contact, now, zone }: GateQuestion): RuleOutcome {
	if (!rules.requireWindow) return off('window');
	const { isOpen, closesAt } = windowState(contact, now);
	const at = () => (closesAt === undefined ? '' : momentText(closesAt, zone.name));
	if (isOpen) return pass('window', () => `The customer service window is open until ${at()}`);
	const detail = () =>
		closesAt === undefined
			? 'The customer service window is closed: no message from this person is known'
			: `The customer service window closed on ${at()}`;
	return hold('window', { reason: 'window_closed', detail });
}

function samePurposeOutcome({ rules, sends, category, purpose, now, zone }: GateQuestion): RuleOutcome {
	const days = rules.samePurposeDays;
	if (days === undefined) return off('samePurpose');
	const last = samePurpose(days, { sends, next: { category, purpose, now } });
	if (last === undefined) return pass('samePurpose', `Nothing for "${purpose}" in ${countText(days, 'day')}`);
	const detail = () => `"${purpose}" was sent on ${momentText(last.sentAt, zone.name)} already`;
	return hold('samePurpose', { reason: 'same_purpose', detail });
}

function handOverOutcome(question: GateQuestion): RuleOutcome {
	const { rules, contact, now, zone } = question;
	if (!rules.respectHandOver) return off('handOver');
	const until = Date.parse(contact?.handOverUntil ?? '');
	if (!(until > now)) return pass('handOver', 'Nobody of the business has the conversation');
	if (isWaved(question)) return pass('handOver', WAVED);
	const detail = () => `Somebody of the business has the conversation until ${momentText(until, zone.name)}`;
	return hold('handOver', { reason: 'handed_over', detail, freeAt: until });
}

interface Limited {
	limit: Limit;
	/** What the limit is, such as `2 messages in 7 days`. */
	text: string;
	whenReached: HoldBack;
}

/** The limit that lasts longest, as the outcome of its rule. */
function limitOutcome(
	question: GateQuestion,
	{ rule, reason, limits }: { rule: RuleName; reason: GateReason; limits: readonly Limited[] },
): RuleOutcome {
	const { now, zone } = question;
	if (limits.length === 0) return off(rule);
	const reached = limits.filter(({ limit }) => limit.freeAt > now);
	const forbids = reached.some(({ whenReached }) => whenReached === 'suppress');
	const longest = reached.reduce<Limited | undefined>(
		(worst, one) => (worst === undefined || one.limit.freeAt > worst.limit.freeAt ? one : worst),
		undefined,
	);
	if (longest === undefined) {
		const [{ limit, text } = { limit: { count: 0 }, text: '' }] = limits;
		return pass(rule, `${text}: ${countText(limit.count, 'message')} so far`);
	}
	if (isWaved(question)) return pass(rule, WAVED);
	const { freeAt } = longest.limit;
	const detail = () => `${longest.text} is reached until ${momentText(freeAt, zone.name)}`;
	return hold(rule, { reason, detail, ...(forbids ? {} : { freeAt }) });
}

function scopeText(counts: string, category: string): string {
	return counts === 'all' ? '' : `${category} `;
}

function frequencyOutcomes(question: GateQuestion): RuleOutcome[] {
	const { rules, sends, category, purpose, now } = question;
	const about = { sends, next: { category, purpose, now } };
	const caps = rules.caps.map((cap) => ({
		limit: capLimit(cap, about),
		text: `The cap of ${cap.most} ${scopeText(cap.counts, category)}in ${countText(cap.days, 'day')}`,
		whenReached: cap.whenReached,
	}));
	const gaps = rules.gaps.map((gap) => ({
		limit: gapLimit(gap, about),
		text: `The gap of ${countText(gap.hours, 'hour')} between ${scopeText(gap.counts, category)}messages`,
		whenReached: 'wait' as const,
	}));
	return [
		limitOutcome(question, { rule: 'frequencyCap', reason: 'frequency_cap', limits: caps }),
		limitOutcome(question, { rule: 'minimumGap', reason: 'minimum_gap', limits: gaps }),
	];
}

const ZONE_SOURCES = {
	given: 'as given',
	record: 'of the contact record',
	country: "of the recipient's country",
	workflow: 'of the workflow, as no other is known',
};

function quietHoursOutcome(question: GateQuestion): RuleOutcome {
	const { rules, now, zone } = question;
	if (!hasCalendar(rules)) return off('quietHours');
	const here = () => `It is ${momentText(now, zone.name)} (${ZONE_SOURCES[zone.source]})`;
	if (isOpenAt(rules.calendar, { time: now, zone: zone.name })) return pass('quietHours', () => `${here()}, which is not quiet`);
	if (isWaved(question)) return pass('quietHours', () => `${here()}. ${WAVED}`);
	const freeAt = nextOpening(rules.calendar, { time: now, zone: zone.name });
	const detail = () => `${here()}, which is quiet`;
	return hold('quietHours', { reason: 'quiet_hours', detail, ...(freeAt === undefined ? {} : { freeAt }) });
}

/** The outcome of each rule at this moment, in the order of `RULES`. */
export function outcomesOf(question: GateQuestion): RuleOutcome[] {
	// Without the store, what it would know is not guessed at: those rules say nothing, and the first one decides.
	const known: GateQuestion =
		question.storeFailure === undefined
			? question
			: {
					...question,
					rules: {
						...question.rules,
						consent: 'off',
						requireWindow: false,
						respectHandOver: false,
						caps: [],
						gaps: [],
						samePurposeDays: undefined,
					},
				};
	return [
		storeOutcome(question),
		goalOutcome(known),
		...consentOutcomes(known),
		windowOutcome(known),
		samePurposeOutcome(known),
		handOverOutcome(known),
		...frequencyOutcomes(known),
		quietHoursOutcome(known),
	];
}
