import { DateTime } from 'luxon';
import { confidenceAfter, type Reading } from '../answer';
import { span, surroundings, type Said } from '../context';
import { LANGUAGES, type LanguageCode } from '../languages';
import { textAt } from '../phrases';
import { factsIn, type DateOrder, type Fact, type Placed } from './facts';

/** A day that an answer names. */
interface Day {
	date: DateTime;
	confidence: number;
	otherwise?: DateTime[];
}

type Of<T extends Fact['is']> = Extract<Fact, { is: T }>;

/**
 * Reads a day, and the time or part of the day if said. Days without a year are the next to come.
 *
 * @param input.order how days are written where the person lives; with `unknown`, `12/3` is not clear
 * @param input.now the moment of the answer, in the zone in which the person counts the days
 */
export function readDate(input: { said: Said; language: LanguageCode; now: DateTime; order: DateOrder }): Reading | undefined {
	const { said, language, now } = input;
	const { tokens } = said;
	const placed = factsIn(tokens, { language, order: input.order });
	const today = now.startOf('day');
	const days = placed.flatMap((each) => daysOf(each, { placed, today, language }));
	const telling = placed.filter(({ fact }) => !['coming', 'month'].includes(fact.is) && !(fact.is === 'part' && days.length === 0));
	const [first] = telling;
	if (first === undefined) return undefined;
	const decidedBy = textAt(tokens, { start: first.start, end: telling.at(-1)?.end ?? first.end });
	const base = { decidedBy, rule: 'calendar' as const };
	const dates = [...new Set(days.map(({ date }) => date.toISODate()))].filter((date) => date !== null);
	const [value] = dates;
	const day = days[0];
	if (value === undefined || day === undefined) {
		const isVague = telling.some(({ fact }) => ['someDay', 'nextWeek', 'time', 'date'].includes(fact.is));
		return isVague ? { ...base, confidence: 0.3 } : undefined;
	}
	if (dates.length > 1) return { ...base, value, confidence: 0.4, alternatives: dates.slice(1) };
	const otherwise = (day.otherwise ?? []).flatMap((date) => date.toISODate() ?? []).filter((date) => date !== value);
	const sure = Math.min(...days.map(({ confidence }) => confidence), otherwise.length > 0 ? 0.78 : 1);
	const around = surroundings({ tokens, used: new Set(placed.flatMap(span)), language });
	// "Around Friday", "until Friday"; but "tomorrow around 5" is a plain day.
	const isVague = telling.some(({ fact }) => fact.is === 'someDay') || surroundings({ tokens: tokens.slice(0, first.start), used: new Set(), language }).isVague;
	const isDoubtful = around.isNegated || around.isUnsure || around.isTakenBack;
	const confidence = isDoubtful ? 0.4 : Math.min(confidenceAfter(sure, around.leftOver), isVague ? 0.5 : 1);
	return {
		...base,
		value,
		confidence: said.isQuestion ? Math.min(0.5, confidence) : confidence,
		alternatives: otherwise,
		details: { weekday: day.date.weekday, ...timeDetails(placed, day.date) },
	};
}

function timeDetails(placed: readonly Placed[], date: DateTime): Record<string, string> {
	const [part] = placed.flatMap(({ fact }) => (fact.is === 'part' || fact.is === 'offset' || fact.is === 'weekday' ? (fact.part ?? []) : []));
	const times = placed.map(({ fact }) => fact).filter((fact): fact is Of<'time'> => fact.is === 'time');
	const [time] = times;
	const known: Record<string, string> = part === undefined ? {} : { partOfDay: part };
	if (time === undefined || times.length > 1) return known;
	const isLate = (part === 'afternoon' || part === 'evening') && time.hour < 12;
	const at = date.set({ hour: isLate ? time.hour + 12 : time.hour, minute: time.minute });
	return { ...known, time: at.toFormat('HH:mm'), at: at.toISO() ?? '' };
}

function daysOf(place: Placed, context: { placed: readonly Placed[]; today: DateTime; language: LanguageCode }): Day[] {
	const { today } = context;
	const { fact } = place;
	switch (fact.is) {
		case 'offset':
			return [{ date: today.plus({ days: fact.days }), confidence: 0.96 }];
		case 'span':
			return [{ date: today.plus({ days: fact.days }), confidence: 0.92 }];
		case 'weekday':
			return [weekdayOf(fact, context)];
		case 'date':
			return dateOf(fact, today);
		case 'dayOfMonth':
			return dayOfMonth({ ...place, fact }, context);
		default:
			return [];
	}
}

/** The nearest such day after today; with "next" that of the next calendar week, where the language means it so. */
function weekdayOf(fact: Of<'weekday'>, context: { placed: readonly Placed[]; today: DateTime; language: LanguageCode }): Day {
	const { placed, today, language } = context;
	const { weekday } = fact;
	const has = (is: Fact['is']) => placed.some((each) => each.fact.is === is);
	const known = knownDate(context);
	// "Friday, 27 November": the date counts, if it is a Friday.
	if (known !== undefined) return known.weekday === weekday ? { date: known, confidence: 0.97 } : { date: nearest(weekday, today), confidence: 0.4 };
	const coming = nearest(weekday, today);
	const ofNextWeek = today.plus({ weeks: 1, days: weekday - today.weekday });
	if (fact.isNextWeek === true || has('nextWeek')) return { date: ofNextWeek, confidence: 0.92 };
	// Said on a Friday, "Friday" may be today.
	if (!has('next')) return weekday === today.weekday ? { date: coming, confidence: 0.65, otherwise: [today] } : { date: coming, confidence: 0.94 };
	const [date, other] = LANGUAGES[language].nextIsNearest === true ? [coming, ofNextWeek] : [ofNextWeek, coming];
	return { date, confidence: 0.9, otherwise: [other] };
}

function nearest(weekday: number, today: DateTime): DateTime {
	return today.plus({ days: ((weekday - today.weekday + 6) % 7) + 1 });
}

/** The day that stands beside a weekday's name. */
function knownDate({ placed, today }: { placed: readonly Placed[]; today: DateTime }): DateTime | undefined {
	const days = placed.flatMap(({ fact, start, end }): Array<DateTime | undefined> => {
		if (fact.is === 'date') return [dateOf(fact, today)[0]?.date];
		if (fact.is === 'offset' || fact.is === 'span') return [today.plus({ days: fact.days })];
		return fact.is === 'dayOfMonth' ? dayOfMonth({ fact, start, end }, { placed, today }).map(({ date }) => date) : [];
	});
	return days[0];
}

function dateOf(fact: Of<'date'>, today: DateTime): Day[] {
	const date = resolved(fact, { year: fact.year, today });
	if (date === undefined) return [];
	const other = fact.otherwise && resolved(fact.otherwise, { year: fact.year, today });
	return [{ date, confidence: other === undefined ? 0.95 : 0.5, otherwise: other === undefined ? [] : [other] }];
}

/** A day and month, in the year given or the first to come in which there is such a day. */
function resolved({ day, month }: { day: number; month: number }, { year, today }: { year?: number; today: DateTime }): DateTime | undefined {
	const years = year === undefined ? [0, 1, 2, 3, 4].map((ahead) => today.year + ahead) : [year];
	const dates = years.map((each) => DateTime.fromObject({ year: each, month, day }, { zone: today.zone }));
	return dates.find((date) => date.isValid && (year !== undefined || date >= today));
}

function nextDayOfMonth(day: number, today: DateTime): DateTime | undefined {
	const months = [0, 1, 2, 3].map((ahead) => today.startOf('month').plus({ months: ahead }).set({ day }));
	return months.find((date) => date.day === day && date >= today);
}

/** "The 15th". A number that stands alone may be something else; beside a date or a time it is no day of its own. */
function dayOfMonth({ fact, start, end }: { fact: Of<'dayOfMonth'>; start: number; end: number }, { placed, today }: { placed: readonly Placed[]; today: DateTime }): Day[] {
	const isBeside = placed.some(({ fact: other }) => ['date', 'offset', 'span'].includes(other.is));
	if (fact.isBare && isBeside) return [];
	const date = nextDayOfMonth(fact.day, today);
	if (date === undefined) return [];
	const weekdays = placed.filter(({ fact: other }) => other.is === 'weekday');
	const isNamed = weekdays.some(({ fact: other, ...at }) => other.is === 'weekday' && other.weekday === date.weekday && (at.end === start || at.start === end));
	// "Saturday between 10 and 12" speaks of hours.
	if (fact.isBare && weekdays.length > 0 && !isNamed) return [];
	return [{ date, confidence: isNamed ? 0.95 : fact.isBare ? 0.55 : 0.88 }];
}
