import { fold } from '../../../shared/fold';
import { tokensOf } from '../tokens';
import { LANGUAGES, type LanguageCode } from '../languages';
import { findPhrases, listed, phraseAt, phrasesOf, valued, type Phrases } from '../phrases';

/** What a phrase says about a day. # in a pattern stands for the number that makes its value. */
export type Meaning =
	| { is: 'offset'; days: number; part?: PartOfDay }
	| { is: 'weekday'; weekday: number; isNextWeek?: true; part?: PartOfDay }
	| { is: 'month'; month: number }
	| { is: 'part'; part: PartOfDay }
	| { is: 'next' | 'coming' | 'nextWeek' | 'someDay' };

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

/** A pattern with a number: the tokens before and after it. */
export interface NumberPattern {
	before: string[];
	after: string[];
	is: 'days' | 'weeks' | 'dayOfMonth' | 'clock';
	/** -1 for "3 days ago". */
	sign: number;
}

/** How one language names days. */
export interface Calendar {
	phrases: Phrases<Meaning>;
	/** By their first word, '' for those that begin with the number. */
	patterns: Map<string, NumberPattern[]>;
	/** Names of days and months without their endings, for languages that inflect them. */
	stems: Array<{ stem: string; name: string; meaning: Meaning }>;
}

const PARTS = ['morning', 'noon', 'afternoon', 'evening'] as const;

/** A Monday, from which the names of the week are asked. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

const WIDTHS = ['long', 'short'] as const;

/** What the platform (CLDR, through Intl) calls days, months and spans of time, in Western digits and the Gregorian calendar. */
function namesOf(language: LanguageCode): Array<readonly [string, Meaning]> {
	const locale = `${language}-u-ca-gregory-nu-latn`;
	const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
	const always = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
	const named: Array<readonly [string, Meaning]> = [0, 1, 2, -1, -2].map((days) => [relative.format(days, 'day'), { is: 'offset', days }]);
	// Arabic and Hebrew have a word for two days, which holds no digit.
	const spans: Array<readonly [string, Meaning]> = [1, 2].flatMap((count) => [
		[always.format(count, 'day'), { is: 'offset', days: count }] as const,
		[always.format(count, 'week'), { is: 'offset', days: 7 * count }] as const,
	]);
	const weekdays = WIDTHS.flatMap((width) => {
		const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
		return [1, 2, 3, 4, 5, 6, 7].map((weekday): readonly [string, Meaning] => [format.format(MONDAY + (weekday - 1) * DAY), { is: 'weekday', weekday }]);
	});
	const months = WIDTHS.flatMap((width) => {
		const alone = new Intl.DateTimeFormat(locale, { month: width, timeZone: 'UTC' });
		const within = new Intl.DateTimeFormat(locale, { month: width, day: 'numeric', timeZone: 'UTC' });
		return Array.from({ length: 12 }, (_, index) => {
			const meaning: Meaning = { is: 'month', month: index + 1 };
			const date = Date.UTC(2024, index, 2);
			const inDate = within.formatToParts(date).find(({ type }) => type === 'month')?.value;
			return [[alone.format(date), meaning] as const, [inDate ?? '', meaning] as const];
		}).flat();
	});
	return [...named, ...spans, ...weekdays, ...months].filter(([name]) => !/\d/.test(name));
}

/** "In # days" and "# days ago", asked for the numbers at which plural forms change. */
function spansOf(language: LanguageCode): NumberPattern[] {
	const always = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: 'always' });
	return [1, 3, 5, 21].flatMap((count) =>
		[1, -1].flatMap((sign) =>
			(['day', 'week'] as const).flatMap((unit) => {
				const pattern = patternOf(always.format(sign * count, unit).replace(String(count), '#'), { is: unit === 'day' ? 'days' : 'weeks', sign });
				return pattern === undefined ? [] : [pattern];
			}),
		),
	);
}

function patternOf(text: string, { is, sign }: Pick<NumberPattern, 'is' | 'sign'>): NumberPattern | undefined {
	const [before, after, more] = text.replace(/\(.*\)/, '').split('#');
	if (before === undefined || after === undefined || more !== undefined) return undefined;
	const words = (part: string) => tokensOf(fold(part)).map((token) => token.text).filter((word) => word !== '#');
	return { before: words(before), after: words(after), is, sign };
}

function byFirstWord(patterns: readonly NumberPattern[]): Map<string, NumberPattern[]> {
	const groups = new Map<string, NumberPattern[]>();
	for (const pattern of patterns) {
		const first = pattern.before[0] ?? '';
		groups.set(first, [...(groups.get(first) ?? []), pattern]);
	}
	return groups;
}

function ownPatterns(language: LanguageCode): NumberPattern[] {
	const { inDays, inWeeks, dayOfMonth, clock } = LANGUAGES[language];
	const lists = [[inDays, 'days'], [inWeeks, 'weeks'], [dayOfMonth, 'dayOfMonth'], [clock, 'clock']] as const;
	return lists.flatMap(([list, is]) => listed(list, is).flatMap(([text]) => patternOf(text, { is, sign: 1 }) ?? []));
}

/** Letters that inflection changes at the end of a name: `пятница`, `пятницу`; `perjantai`, `perjantaina`. */
const LONGEST_ENDING = 4;

function stemsOf(phrases: ReadonlyArray<readonly [string, Meaning]>): Calendar['stems'] {
	return phrases.flatMap(([text, meaning]) => {
		const tokens = tokensOf(fold(text));
		const name = tokens[0]?.text ?? '';
		const isOne = tokens.length === 1 && name.length >= 5 && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u.test(name);
		return isOne && (meaning.is === 'weekday' || meaning.is === 'month') ? [{ stem: name.replace(/[aeiouyаяьйоеιηαος]+$/u, ''), name, meaning }] : [];
	});
}

/** Languages that write "Friday afternoon" as one word. */
const COMPOUNDING: ReadonlySet<LanguageCode> = new Set(['de', 'nl', 'sv', 'da', 'nb', 'fi']);

function compounds(
	language: LanguageCode,
	{ names, parts }: { names: ReadonlyArray<readonly [string, Meaning]>; parts: ReadonlyArray<readonly [string, PartOfDay]> },
): Array<readonly [string, Meaning]> {
	if (!COMPOUNDING.has(language)) return [];
	const days = names.flatMap(([day, meaning]) => (meaning.is === 'weekday' && day.length > 4 ? [{ day, meaning }] : []));
	return days.flatMap(({ day, meaning }) => parts.filter(([word]) => !word.includes(' ')).map(([word, part]) => [day + word, { ...meaning, part }] as const));
}

/** "In a week": entries of a list that hold no number. */
function withoutNumber(list: string | undefined, days: number): Array<readonly [string, number]> {
	return listed(list, days).filter(([text]) => !text.includes('#'));
}

/** The part of the day within "tonight" or "esta tarde". */
function partIn(text: string, parts: Phrases<PartOfDay>): { part?: PartOfDay } {
	const [found] = findPhrases(parts, tokensOf(fold(text)));
	return found === undefined ? {} : { part: found.meaning };
}

/** "Demain matin" begins with a day of its own. */
function partMeaning(text: string, { part, offsets }: { part: PartOfDay; offsets: Phrases<number> }): Meaning {
	const tokens = tokensOf(fold(text));
	const day = phraseAt(offsets, tokens, 0);
	return day === undefined || day.end === tokens.length ? { is: 'part', part } : { is: 'offset', days: day.meaning, part };
}

const calendars = new Map<LanguageCode, Calendar>();

/** How a language names days: the platform's names first, then our own additions. */
export function calendarOf(language: LanguageCode): Calendar {
	const known = calendars.get(language);
	if (known !== undefined) return known;
	const words = LANGUAGES[language];
	const names = namesOf(language);
	const own = [...valued(words.days), ...withoutNumber(words.inDays, 2), ...withoutNumber(words.inWeeks, 7)];
	const parts = PARTS.flatMap((part) => listed(words[part], part));
	const partWords = phrasesOf(parts);
	const offsets = phrasesOf([...own, ...names.flatMap(([text, meaning]) => (meaning.is === 'offset' ? [[text, meaning.days] as const] : []))]);
	const vague = words.someDay.split('|');
	const isVague = (text: string) => vague.some((phrase) => text.endsWith(phrase));
	const entries: Array<readonly [string, Meaning]> = [
		// Ours before the platform's: Hindi has one word for yesterday and tomorrow.
		...own.map(([text, days]) => [text, { is: 'offset', days, ...partIn(text, partWords) }] as const),
		...valued(words.weekdays).map(([text, weekday]) => [text, { is: 'weekday', weekday }] as const),
		...valued(words.weekdaysNextWeek).map(([text, weekday]) => [text, { is: 'weekday', weekday, isNextWeek: true }] as const),
		...valued(words.months).map(([text, month]) => [text, { is: 'month', month }] as const),
		...names,
		...compounds(language, { names, parts }),
		...parts.map(([text, part]) => [text, partMeaning(text, { part, offsets })] as const),
		...words.next.split('|').map((text) => [text, { is: isVague(text) ? 'nextWeek' : 'next' }] as const),
		...listed<Meaning>(words.someDay, { is: 'someDay' }),
		...listed<Meaning>(words.coming, { is: 'coming' }),
	];
	const made: Calendar = {
		phrases: phrasesOf(entries),
		patterns: byFirstWord([...ownPatterns(language), ...spansOf(language)]),
		stems: stemsOf(names),
	};
	calendars.set(language, made);
	return made;
}

/** A day or month by the beginning of its name, where the ending is another than in the lists. */
export function byStem(calendar: Calendar, word: string): Meaning | undefined {
	const found = calendar.stems
		.filter(({ stem, name }) => stem.length >= 4 && word.startsWith(stem) && word.length <= name.length + LONGEST_ENDING)
		.sort((a, b) => b.stem.length - a.stem.length);
	return found[0]?.meaning;
}
