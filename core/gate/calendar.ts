import { IANAZone } from 'luxon';
import type { Calendar } from './rules';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How far ahead an open hour is looked for: a year with its holidays. */
const DAYS_AHEAD = 400;

/** What a clock on the wall shows. */
interface Wall {
	/** Days since 1970-01-01, on the wall. */
	day: number;
	/** Minutes after midnight. */
	minute: number;
}

/** Day of the week of a day since 1970-01-01, which was a Thursday: 1 is Monday, 7 is Sunday. */
function weekdayOf(day: number): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

function offsetAt(zone: IANAZone, time: number): number {
	return zone.offset(time) * MINUTE_MS;
}

function wallAt(zone: IANAZone, time: number): Wall {
	const wall = time + offsetAt(zone, time);
	const day = Math.floor(wall / DAY_MS);
	return { day, minute: Math.floor((wall - day * DAY_MS) / MINUTE_MS) };
}

function isHoliday({ holidays }: Calendar, day: number): boolean {
	if (holidays.length === 0) return false;
	const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
	return holidays.includes(date) || holidays.includes(date.slice(5));
}

function isQuietMinute({ quietHours }: Calendar, { weekday, minute }: { weekday: number; minute: number }): boolean {
	const dayBefore = weekday === 1 ? 7 : weekday - 1;
	return quietHours.some(({ from, to, days }) => {
		const begun = days.includes(weekday) && minute >= from;
		if (from < to) return begun && minute < to;
		return begun || (days.includes(dayBefore) && minute < to);
	});
}

function isQuietAt(calendar: Calendar, { day, minute }: Wall): boolean {
	const weekday = weekdayOf(day);
	return calendar.quietDays.includes(weekday) || isHoliday(calendar, day) || isQuietMinute(calendar, { weekday, minute });
}

/** The minutes of a day at which quiet hours can end: midnight, when a day without messages is over, and the ends. */
function endings({ quietHours }: Calendar): number[] {
	return [...new Set([0, ...quietHours.map(({ to }) => to)])];
}

/** Whether there is a minute in the week, holidays aside, that is not quiet. */
export function everOpens(calendar: Calendar): boolean {
	return [1, 2, 3, 4, 5, 6, 7]
		.filter((weekday) => !calendar.quietDays.includes(weekday))
		.some((weekday) => endings(calendar).some((minute) => !isQuietMinute(calendar, { weekday, minute })));
}

/** Whether messages go out at that time (milliseconds since 1970), by the clock on the recipient's wall. */
export function isOpenAt(calendar: Calendar, { time, zone }: { time: number; zone: string }): boolean {
	return !isQuietAt(calendar, wallAt(IANAZone.create(zone), time));
}

/** The moment at which the clocks are changed between two times with different offsets, to the millisecond. */
function changeBetween(zone: IANAZone, { before, after }: { before: number; after: number }): number {
	const old = zone.offset(before);
	let [low, high] = [before, after];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (zone.offset(middle) === old) low = middle;
		else high = middle;
	}
	return high;
}

/**
 * The moments of a day at which an open time can begin. On the day of a clock change an ending may come twice, or not at
 * all: then the change itself leads past it.
 */
function openings(calendar: Calendar, { zone, day }: { zone: IANAZone; day: number }): number[] {
	const midnight = day * DAY_MS;
	// No zone is further from UTC than 14 hours, so these two lie around the day, whatever its offsets.
	const [before, after] = [midnight - 15 * HOUR_MS, midnight + DAY_MS + 15 * HOUR_MS];
	const offsets = [offsetAt(zone, before), offsetAt(zone, after)];
	const isChanged = offsets[0] !== offsets[1];
	const times = endings(calendar).flatMap((minute) => offsets.map((offset) => midnight + minute * MINUTE_MS - offset));
	const candidates = isChanged ? [...times, changeBetween(zone, { before, after })] : times;
	return candidates.filter((time) => wallAt(zone, time).day === day).sort((a, b) => a - b);
}

/**
 * The first time from `time` on (milliseconds since 1970) at which messages go out.
 *
 * What counts is the clock on the recipient's wall. When clocks go forward, quiet hours that would end within the hour that
 * is left out end with the change; when they go back, an hour comes twice and is quiet twice.
 *
 * @param question.zone IANA name
 * @returns undefined when no day of the next 400 has an open hour
 */
export function nextOpening(calendar: Calendar, { time, zone }: { time: number; zone: string }): number | undefined {
	const iana = IANAZone.create(zone);
	const now = wallAt(iana, time);
	if (!isQuietAt(calendar, now)) return time;
	for (let day = now.day; day < now.day + DAYS_AHEAD; day += 1) {
		const opening = openings(calendar, { zone: iana, day }).find(
			(candidate) => candidate > time && !isQuietAt(calendar, wallAt(iana, candidate)),
		);
		if (opening !== undefined) return opening;
	}
	return undefined;
}
