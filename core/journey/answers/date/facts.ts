import type { Token } from '../tokens';
import { LANGUAGES, type LanguageCode } from '../languages';
import { numberAt } from '../numbers';
import { listed, phraseAt, phrasesOf, type Phrases } from '../phrases';
import { byStem, calendarOf, type Calendar, type Meaning, type NumberPattern } from './calendar';

/** Whether `12/3` is the twelfth of March or the third of December. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'unknown';

/** One thing that an answer says about a day. */
export type Fact =
	| Meaning
	| { is: 'span'; days: number }
	| { is: 'dayOfMonth'; day: number; isBare: boolean }
	| { is: 'date'; day: number; month: number; year?: number; otherwise?: { day: number; month: number } }
	| { is: 'time'; hour: number; minute: number };

/** A fact and where it stands. */
export interface Placed {
	fact: Fact;
	start: number;
	end: number;
}

/** All facts from left to right; where several could begin at a word, the longest. */
export function factsIn(tokens: readonly Token[], { language, order }: { language: LanguageCode; order: DateOrder }): Placed[] {
	const calendar = calendarOf(language);
	const placed: Placed[] = [];
	for (let start = 0; start < tokens.length; ) {
		const startsWithNumber = numberAt(tokens, start, language) !== undefined || tokens[start]?.kind === 'number';
		const patterns = [...(calendar.patterns.get(tokens[start]?.text ?? '') ?? []), ...((startsWithNumber && calendar.patterns.get('')) || [])];
		const found = [
			...patterns.map((pattern) => patterned(tokens, { start, language, calendar, pattern })),
			written(tokens, { start, order }),
			dayAndMonth(tokens, { start, language, calendar }),
			phrased(tokens, { start, calendar }),
		].filter((each) => each !== undefined);
		const best = found.reduce<Placed | undefined>((longest, each) => (longest === undefined || each.end > longest.end ? each : longest), undefined);
		const bare = best ?? bareNumber(tokens, { start, language });
		if (bare !== undefined) placed.push(bare);
		start = bare?.end ?? start + 1;
	}
	return placed;
}

type Place = { start: number; calendar: Calendar };

function phrased(tokens: readonly Token[], { start, calendar }: Place): Placed | undefined {
	const found = phraseAt(calendar.phrases, tokens, start);
	const text = tokens[start]?.text ?? '';
	if (found !== undefined) {
		// Two letters ("do", "su", "ma") name a day only where little else is said.
		const isTooShort = found.end === start + 1 && /^[\p{Script=Latin}\p{Script=Cyrillic}]{1,2}$/u.test(text) && found.meaning.is === 'weekday' && tokens.length > 3 && tokens[start]?.dotted !== true;
		return isTooShort ? undefined : { fact: found.meaning, start, end: found.end };
	}
	const meaning = byStem(calendar, text);
	return meaning && { fact: meaning, start, end: start + 1 };
}

function matches(tokens: readonly Token[], words: readonly string[], start: number): boolean {
	return words.every((word, index) => tokens[start + index]?.text === word);
}

function patterned(tokens: readonly Token[], input: Place & { language: LanguageCode; pattern: NumberPattern }): Placed | undefined {
	const { start, language, calendar, pattern } = input;
	if (!matches(tokens, pattern.before, start)) return undefined;
	const at = start + pattern.before.length;
	if (pattern.is === 'clock') return clock(tokens, { start, at, pattern });
	const number = numberAt(tokens, at, language);
	if (number === undefined || !Number.isInteger(number.meaning) || number.meaning < 0) return undefined;
	if (!matches(tokens, pattern.after, number.end)) return undefined;
	const end = number.end + pattern.after.length;
	const count = number.meaning;
	if (pattern.is === 'dayOfMonth') {
		// "El 5 de mayo" is more than the fifth.
		if (monthAt(tokens, { start: skip(tokens, end, BETWEEN), calendar }) !== undefined) return undefined;
		return count >= 1 && count <= 31 ? { fact: { is: 'dayOfMonth', day: count, isBare: false }, start, end } : undefined;
	}
	if (count > 366) return undefined;
	return { fact: { is: 'span', days: pattern.sign * count * (pattern.is === 'weeks' ? 7 : 1) }, start, end };
}

/** Words that make an hour one of the second half of the day, whatever stands around it. */
const AFTER_NOON = /^(?:pm|p|tarde|noche|noite|nachmittags|abends|soir|sera|pomeriggio|avonds|middags|wieczorem|дня|вечера|вечером|مساء|العصر|शाम|रात|sore|malam|下午|晚|午後|오후|저녁|chieu|toi|شام|shaam|ค่ำ|บ่าย|akşam)$/u;

function clock(tokens: readonly Token[], input: { start: number; at: number; pattern: NumberPattern }): Placed | undefined {
	const { start, at, pattern } = input;
	const read = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(tokens[at]?.text ?? '');
	if (read === null || !matches(tokens, pattern.after, at + 1)) return undefined;
	const end = at + 1 + pattern.after.length;
	const words = [...pattern.before, ...pattern.after];
	return timeOf({ hour: Number(read[1]), minute: Number(read[2] ?? 0), isLate: words.some((word) => AFTER_NOON.test(word)), start, end });
}

function timeOf(input: { hour: number; minute: number; isLate: boolean; start: number; end: number }): Placed | undefined {
	const { hour, minute, isLate, start, end } = input;
	if (hour > 24 || minute > 59) return undefined;
	return { fact: { is: 'time', hour: isLate && hour < 12 ? hour + 12 : hour % 24, minute }, start, end };
}

/** `2026-12-31`, `31.12.`, `31/12/26`, `17:00`. */
function written(tokens: readonly Token[], { start, order }: { start: number; order: DateOrder }): Placed | undefined {
	const token = tokens[start];
	const text = token?.text ?? '';
	const end = start + 1;
	const time = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
	if (time !== null) {
		const half = tokens[end]?.text ?? '';
		const isLate = /^pm?$/.test(half);
		return timeOf({ hour: Number(time[1]), minute: Number(time[2]), isLate, start, end: /^[ap]m?$/.test(half) ? end + 1 : end });
	}
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
	if (iso !== null) return dated({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), start, end });
	const parts = /^(\d{1,2})([./-])(\d{1,2})(?:[./-](\d{4}|\d{2}))?$/.exec(text);
	if (parts === null) return undefined;
	const [, first, sign, second, year] = parts;
	const [a, b] = [Number(first), Number(second)];
	const full = year === undefined ? {} : { year: Number(year) < 100 ? 2000 + Number(year) : Number(year) };
	// "12.30" is rather a time or an amount; "12.3." with its second full stop, or a year, is a day.
	if (sign === '.' && year === undefined && token?.dotted !== true && b > 12) return undefined;
	const dayFirst = { day: a, month: b };
	const monthFirst = { day: b, month: a };
	if (sign === '.' || !isDay(monthFirst)) return dated({ ...dayFirst, ...full, start, end });
	if (!isDay(dayFirst)) return dated({ ...monthFirst, ...full, start, end });
	if (order === 'dayFirst' || a === b) return dated({ ...dayFirst, ...full, start, end });
	return dated({ ...monthFirst, ...full, ...(order === 'unknown' ? { otherwise: dayFirst } : {}), start, end });
}

function isDay({ day, month }: { day: number; month: number }): boolean {
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function dated(input: { day: number; month: number; year?: number; otherwise?: { day: number; month: number }; start: number; end: number }): Placed | undefined {
	const { start, end, ...date } = input;
	return isDay(date) ? { fact: { is: 'date', ...date }, start, end } : undefined;
}

/** "5 May", "5 de mayo", "May 5th", "5月5日", with the year where it follows. */
function dayAndMonth(tokens: readonly Token[], { start, language, calendar }: Place & { language: LanguageCode }): Placed | undefined {
	const number = numberAt(tokens, start, language) ?? phraseAt(ordinalDays(language), tokens, start);
	const asian = /^[年月月월]$/u.test(tokens[start + 1]?.text ?? '') ? eastern(tokens, start) : undefined;
	if (asian !== undefined) return asian;
	if (number !== undefined && Number.isInteger(number.meaning) && number.meaning >= 1 && number.meaning <= 31) {
		const from = skip(tokens, number.end, BETWEEN);
		const month = monthAt(tokens, { start: from, calendar });
		if (month !== undefined) return withYear(tokens, { day: number.meaning, month: month.month, start, end: month.end });
	}
	const month = monthAt(tokens, { start, calendar });
	if (month === undefined) return undefined;
	const day = numberAt(tokens, skip(tokens, month.end, BETWEEN), language);
	if (day === undefined || !Number.isInteger(day.meaning) || day.meaning < 1 || day.meaning > 31) return undefined;
	return withYear(tokens, { day: day.meaning, month: month.month, start, end: skip(tokens, day.end, ENDINGS) });
}

const ordinals = new Map<LanguageCode, Phrases<number>>();

/** "The first of December". */
function ordinalDays(language: LanguageCode): Phrases<number> {
	const known = ordinals.get(language) ?? phrasesOf(LANGUAGES[language].ordinals.slice(0, 5).flatMap((list, index) => listed(list, index + 1)));
	ordinals.set(language, known);
	return known;
}

/** Between the day and its month: "of", "de", endings of ordinals. */
const BETWEEN = /^(?:of|de|di|del|st|nd|rd|th|er|e|го|ого|ten|the|a|o|i|د|من|ta|ki|को|ngay)$/u;
const ENDINGS = /^(?:st|nd|rd|th|an|en|jen|jan|e|a|ki|va)$/u;

function skip(tokens: readonly Token[], start: number, words: RegExp): number {
	let at = start;
	while (at < start + 2 && words.test(tokens[at]?.text ?? '')) at += 1;
	return at;
}

function monthAt(tokens: readonly Token[], { start, calendar }: Place): { month: number; end: number } | undefined {
	// Vietnamese counts its months: "5 tháng 5".
	const counted = tokens[start]?.text === 'thang' ? Number(tokens[start + 1]?.text) : NaN;
	if (counted >= 1 && counted <= 12) return { month: counted, end: start + 2 };
	const found = phraseAt(calendar.phrases, tokens, start);
	const meaning = found?.meaning ?? byStem(calendar, tokens[start]?.text ?? '');
	return meaning?.is === 'month' ? { month: meaning.month, end: found?.end ?? start + 1 } : undefined;
}

function withYear(tokens: readonly Token[], input: { day: number; month: number; start: number; end: number }): Placed | undefined {
	const at = skip(tokens, input.end, BETWEEN);
	const text = tokens[at]?.text ?? '';
	return /^20\d\d$/.test(text) ? dated({ ...input, year: Number(text), end: at + 1 }) : dated(input);
}

/** Year, month and day with their signs in Chinese, Japanese and Korean. */
function eastern(tokens: readonly Token[], start: number): Placed | undefined {
	const texts = tokens.slice(start, start + 6).map(({ text }) => text).join(' ');
	const read = /^(?:(\d{4}) [年년] )?(\d{1,2}) [月월] (\d{1,2})(?: [日号號일])?/u.exec(texts);
	if (read === null) return undefined;
	const [text, year, month, day] = read;
	return dated({ ...(year === undefined ? {} : { year: Number(year) }), month: Number(month), day: Number(day), start, end: start + text.split(' ').length });
}

/** A number alone may be a day of the month. */
function bareNumber(tokens: readonly Token[], { start, language }: { start: number; language: LanguageCode }): Placed | undefined {
	const number = numberAt(tokens, start, language);
	if (number === undefined || number.isWord || !Number.isInteger(number.meaning) || number.meaning < 1 || number.meaning > 31) return undefined;
	return { fact: { is: 'dayOfMonth', day: number.meaning, isBare: tokens[start]?.dotted !== true }, start, end: number.end };
}
