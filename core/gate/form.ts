import { checkRules } from './check';
import { parseClock, parseHolidays } from './clock';
import {
	CONSENT_CHECKS,
	COUNT_SCOPES,
	GATE_CATEGORIES,
	GATE_PRIORITIES,
	HOLD_BACKS,
	ZONE_CHOICES,
	type GateCategory,
	type GatePriority,
	type GateRules,
} from './rules';
import { objectOf, type JsonObject } from '../shared/json';
import { booleanOf, choiceOf, daysOf, numberOf, only, readAll, rowsOf } from './values';

/** What the form says about a gate, the person aside. */
export interface GateForm {
	category: GateCategory;
	purpose: string;
	priority: GatePriority;
	rules: GateRules;
	/** IANA name; '' when it is to be found. */
	timeZone: string;
	counts: boolean;
	allowWithoutStore: boolean;
}

/** Values of the form's fields, by their names: fields and options together. */
export type GateValues = JsonObject;

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

const STORE_FAILURES = ['sendUtility', 'suppress'] as const;

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function readRules(values: GateValues): GateRules {
	const rules = objectOf(values.rules);
	const rows = (name: string) => rowsOf(rules, name);
	const counts = (row: JsonObject, rule: string) =>
		choiceOf(row.counts, { field: `${rule}, Count`, choices: COUNT_SCOPES, fallback: 'category' });
	const calendar = {
		quietHours: () =>
			rows('quietHours').map((row) => ({
				from: parseClock({ value: row.from ?? '21:00', field: 'Quiet Hours, From' }),
				to: parseClock({ value: row.to ?? '08:00', field: 'Quiet Hours, To' }),
				days: row.days === undefined ? ALL_DAYS : daysOf(row.days, 'Quiet Hours, Days'),
			})),
		quietDays: () => rows('quietDays').flatMap((row) => daysOf(row.days ?? [7], 'Quiet Days')),
		holidays: () => rows('holidays').flatMap((row) => parseHolidays({ value: row.dates, field: 'Holidays' })),
	};
	const { quietHours, quietDays, holidays, ...read } = readAll({
		...calendar,
		consent: () => choiceOf(values.consent, { field: 'Consent', choices: CONSENT_CHECKS, fallback: 'respectOptOuts' }),
		duringCoolOff: () => choiceOf(values.duringCoolOff, { field: 'During a Cool-Off', choices: HOLD_BACKS, fallback: 'suppress' }),
		zoneChoice: () =>
			choiceOf(values.zoneChoice, { field: 'Countries with Several Time Zones', choices: ZONE_CHOICES, fallback: 'main' }),
		caps: () =>
			rows('cap').map((row) => ({
				most: numberOf(row.most, { field: 'Frequency Cap, Messages', fallback: 1 }),
				days: numberOf(row.days, { field: 'Frequency Cap, Days', fallback: 7 }),
				counts: counts(row, 'Frequency Cap'),
				whenReached: choiceOf(row.whenReached, { field: 'Frequency Cap, When Reached', choices: HOLD_BACKS, fallback: 'suppress' }),
			})),
		gaps: () =>
			rows('gap').map((row) => ({
				hours: numberOf(row.hours, { field: 'Minimum Gap, Hours', fallback: 24 }),
				counts: counts(row, 'Minimum Gap'),
			})),
		samePurposeDays: () =>
			only(
				rows('samePurpose').map((row) => numberOf(row.days, { field: 'Same Purpose, Days', fallback: 30 })),
				(days) => Math.max(...days),
			),
		requireWindow: () =>
			rows('window').some((row) => booleanOf(row.required, { field: 'Customer Service Window, Required', fallback: true })),
		respectHandOver: () => rows('handOver').some((row) => booleanOf(row.respect, { field: 'Hand-Over, Respect', fallback: true })),
		goalMet: () =>
			only(
				rows('goal').map((row) => booleanOf(row.isMet, { field: 'Goal Met or Cancelled', fallback: false })),
				(met) => met.includes(true),
			),
		longestWaitHours: () =>
			values.longestWait === undefined ? undefined : numberOf(values.longestWait, { field: 'Longest Wait', fallback: 24 }),
	});
	return { ...read, calendar: { quietHours, quietDays, holidays } };
}

/**
 * Reads and checks what the form says about a gate.
 *
 * @throws InvalidInput naming every field that is wrong or contradicts another one
 */
export function readGateForm(values: GateValues): GateForm {
	const form = readAll({
		category: () => choiceOf(values.category, { field: 'Category', choices: GATE_CATEGORIES, fallback: 'marketing' }),
		purpose: () => textOf(values.purpose),
		priority: () => choiceOf(values.priority, { field: 'Priority', choices: GATE_PRIORITIES, fallback: 'normal' }),
		rules: () => readRules(values),
		timeZone: () => textOf(values.timeZone),
		counts: () => booleanOf(values.countThisSend, { field: 'Count This Send', fallback: true }),
		storeFailure: () => choiceOf(values.storeFailure, { field: 'If the Store Fails', choices: STORE_FAILURES, fallback: 'suppress' }),
	});
	const { storeFailure, ...rest } = form;
	checkRules(rest);
	return { ...rest, allowWithoutStore: storeFailure === 'sendUtility' && rest.category === 'utility' };
}
