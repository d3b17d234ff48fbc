import { IANAZone } from 'luxon';
import { Problems } from '../errors/invalidInput';
import { everOpens } from './calendar';
import { hasCalendar, MOST_DAYS, type FrequencyCap, type GateRules } from './rules';
import { countText } from './text';

/** Longest gap and wait, in hours. */
const MOST_HOURS = MOST_DAYS * 24;

function checkCap(problems: Problems, { most, days }: FrequencyCap): void {
	if (!Number.isInteger(most) || most < 1) {
		problems.add('Frequency Cap, Messages', `must be a whole number from 1, not ${most}: with 0 nothing would ever be sent`);
	}
	if (!(days > 0 && days <= MOST_DAYS)) {
		problems.add('Frequency Cap, Days', `must be more than 0 and at most ${MOST_DAYS}, not ${days}`);
	}
}

/** Two caps of which one can never be reached, or that differ about the same days. */
function checkCaps(problems: Problems, caps: readonly FrequencyCap[]): void {
	for (const [index, cap] of caps.entries()) {
		checkCap(problems, cap);
		for (const other of caps.slice(index + 1).filter(({ counts }) => counts === cap.counts)) {
			const [shorter, longer] = cap.days <= other.days ? [cap, other] : [other, cap];
			if (shorter.days === longer.days) {
				problems.add('Frequency Cap', `there are two for ${countText(shorter.days, 'day')}; keep one`);
			} else if (shorter.most > longer.most) {
				problems.add(
					'Frequency Cap',
					`${shorter.most} in ${countText(shorter.days, 'day')} contradicts ${longer.most} in ${countText(longer.days, 'day')}, which is less in a longer time`,
				);
			}
		}
	}
}

function checkGaps(problems: Problems, { gaps, caps }: GateRules): void {
	for (const { hours, counts } of gaps) {
		if (!(hours > 0 && hours <= MOST_HOURS)) {
			problems.add('Minimum Gap, Hours', `must be more than 0 and at most ${MOST_HOURS}, not ${hours}`);
		}
		const idle = caps.find((cap) => hours > cap.days * 24 && (counts === 'all' || cap.counts === 'category'));
		if (idle !== undefined) {
			problems.add(
				'Minimum Gap, Hours',
				`${hours} hours are more than the ${idle.days} days of the Frequency Cap, which then never counts; shorten the gap or remove the cap`,
			);
		}
	}
}

function checkCalendar(problems: Problems, rules: GateRules): void {
	const { quietHours, quietDays } = rules.calendar;
	for (const { from, to, days } of quietHours) {
		if (from === to) problems.add('Quiet Hours', 'From and To are the same time; let them differ, or choose Quiet Days');
		if (days.length === 0) problems.add('Quiet Hours, Days', 'choose at least one day, or remove the quiet hours');
	}
	const isDayWrong = [...quietDays, ...quietHours.flatMap(({ days }) => days)].some(
		(day) => !Number.isInteger(day) || day < 1 || day > 7,
	);
	if (isDayWrong) problems.add('Quiet Hours, Days', 'must be days of the week: 1 is Monday, 7 is Sunday');
	else if (quietHours.every(({ from, to }) => from !== to) && !everOpens(rules.calendar)) {
		problems.add('Quiet Hours', 'the whole week is quiet: there is no hour left in which to send');
	}
}

/**
 * Refuses rules that cannot be, or that contradict each other, before anything is asked or sent.
 *
 * @param input.timeZone the one that was given, '' when none was
 * @throws {InvalidInput} naming the fields
 */
export function checkRules(input: { rules: GateRules; purpose: string; timeZone: string }): void {
	const { rules, purpose, timeZone } = input;
	const problems = new Problems();
	checkCaps(problems, rules.caps);
	checkGaps(problems, rules);
	if (hasCalendar(rules)) checkCalendar(problems, rules);
	const { samePurposeDays, longestWaitHours } = rules;
	if (samePurposeDays !== undefined) {
		if (!(samePurposeDays > 0 && samePurposeDays <= MOST_DAYS)) {
			problems.add('Same Purpose, Days', `must be more than 0 and at most ${MOST_DAYS}, not ${samePurposeDays}`);
		}
		if (purpose === '') problems.add('Purpose', 'must not be empty while the rule Same Purpose is on');
	}
	if (longestWaitHours !== undefined && !(longestWaitHours > 0 && longestWaitHours <= MOST_HOURS)) {
		problems.add('Longest Wait', `must be more than 0 and at most ${MOST_HOURS} hours, not ${longestWaitHours}`);
	}
	if (timeZone !== '' && !IANAZone.isValidZone(timeZone)) {
		problems.add('Time Zone', `"${timeZone}" is no time zone; write it as Europe/Berlin`);
	}
	problems.throwIfAny();
}
