/** What a message is for: the categories of consent that a message can have. */
export const GATE_CATEGORIES = ['marketing', 'utility'] as const;
export type GateCategory = (typeof GATE_CATEGORIES)[number];

/**
 * How much a message matters. `high` goes in quiet hours, past caps and during a hand-over, but never against an opt-out;
 * `low` is left out where a normal one would wait.
 */
export const GATE_PRIORITIES = ['high', 'low', 'normal'] as const;
export type GatePriority = (typeof GATE_PRIORITIES)[number];

/** What is asked of consent. */
export const CONSENT_CHECKS = ['off', 'requireOptIn', 'respectOptOuts'] as const;
export type ConsentCheck = (typeof CONSENT_CHECKS)[number];

/** What becomes of a message that a rule holds back only for a time. */
export const HOLD_BACKS = ['suppress', 'wait'] as const;
export type HoldBack = (typeof HOLD_BACKS)[number];

/** Which earlier messages count: those of the same category, or all. */
export const COUNT_SCOPES = ['all', 'category'] as const;
export type CountScope = (typeof COUNT_SCOPES)[number];

/** Which zone of a country that has several. */
export const ZONE_CHOICES = ['earliest', 'latest', 'main'] as const;
export type ZoneChoice = (typeof ZONE_CHOICES)[number];

/** A time of each of the days, in the recipient's own time, in which nothing is sent. */
export interface QuietHours {
	/** Minutes after midnight, 0 to 1439; the first that is quiet. */
	from: number;
	/** The first minute that is not quiet any more; less than `from`: on the next day. */
	to: number;
	/** Days on which it begins: 1 is Monday, 7 is Sunday. */
	days: readonly number[];
}

/** When messages go out, in the recipient's own time. */
export interface Calendar {
	quietHours: readonly QuietHours[];
	/** Days of the week without any message: 1 is Monday, 7 is Sunday. */
	quietDays: readonly number[];
	/** `2026-12-25`, or `12-25` for every year. */
	holidays: readonly string[];
}

/** At most so many messages in so many days. */
export interface FrequencyCap {
	most: number;
	days: number;
	counts: CountScope;
	/** What happens at the cap. */
	whenReached: HoldBack;
}

/** At least so many hours after the message before. */
export interface MinimumGap {
	hours: number;
	counts: CountScope;
}

/** All rules of a gate; what is empty, false or undefined is off. */
export interface GateRules {
	consent: ConsentCheck;
	/** What happens while an opt-out with an end lasts. */
	duringCoolOff: HoldBack;
	calendar: Calendar;
	zoneChoice: ZoneChoice;
	caps: readonly FrequencyCap[];
	gaps: readonly MinimumGap[];
	/** Not the same purpose twice within so many days. */
	samePurposeDays?: number;
	/** Only while the customer service window is open: for free-form messages. */
	requireWindow: boolean;
	/** Not while a person of the business has the conversation. */
	respectHandOver: boolean;
	/** The goal of the journey is met, or it was cancelled. */
	goalMet?: boolean;
	/** What would have to wait longer is left out; in hours. */
	longestWaitHours?: number;
}

/** Most days over which messages are counted: their records are kept a little longer. */
export const MOST_DAYS = 90;

/** Nothing is asked; a start for rules. */
export const NO_RULES: GateRules = {
	consent: 'off',
	duringCoolOff: 'suppress',
	calendar: { quietHours: [], quietDays: [], holidays: [] },
	zoneChoice: 'main',
	caps: [],
	gaps: [],
	requireWindow: false,
	respectHandOver: false,
};

/** Whether a rule looks at what was sent before, so that two workflows must not decide at the same moment. */
export function limitsFrequency({ caps, gaps, samePurposeDays }: GateRules): boolean {
	return caps.length > 0 || gaps.length > 0 || samePurposeDays !== undefined;
}

/** Whether a rule looks at the clock of the recipient. */
export function hasCalendar({ calendar }: GateRules): boolean {
	const { quietHours, quietDays, holidays } = calendar;
	return quietHours.length > 0 || quietDays.length > 0 || holidays.length > 0;
}
