import type { Reading } from './answer';
import { span, weigh, type Said } from './context';
import { calendarOf } from './date/calendar';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from './languages';
import { findNumbers } from './numbers';
import { findPhrases, listed, phrasesOf, type Phrases } from './phrases';

const vocabularies = new Map<LanguageCode, Phrases<true>>();

/** Every word that we know of a language. */
function vocabularyOf(language: LanguageCode): Phrases<true> {
	const known = vocabularies.get(language);
	if (known !== undefined) return known;
	const words = LANGUAGES[language];
	const lists = [words.filler, words.yes, words.no, words.unsure, words.but, words.not, words.about, words.points, words.outOf];
	const made = phrasesOf<true>([
		...[...lists, ...words.ratings, ...words.ordinals].flatMap((list) => listed<true>(list, true)),
		...[...calendarOf(language).phrases.byText.keys()].map((phrase) => [phrase, true as const] as const),
	]);
	vocabularies.set(language, made);
	return made;
}

/** How much of an answer is in no word list of a language. */
export function unknownIn({ tokens }: Said, language: LanguageCode): number {
	const numbers = findNumbers(tokens, language);
	const covered = new Set([...findPhrases(vocabularyOf(language), tokens), ...numbers].flatMap(span));
	return weigh(tokens.filter((_, index) => !covered.has(index)));
}

/** Less trust in a reading in a language that knows fewer of the words than another does. */
const STRANGE = 0.3;

/** Confidence at which a reading in the expected language needs no other opinion. */
const ENOUGH = 0.7;

/** Confidence of an answer that holds nothing but its value. */
const PLAIN = 0.9;

/** Two readings that lie closer together than this contradict each other. */
const TOO_CLOSE = 0.1;

/**
 * Reads an answer in the expected language, else in the one whose words it is made of. Where two languages know the words
 * equally well and disagree (`tak` is "yes" in Polish, "thanks" in Danish), the answer is not clear.
 *
 * @param input.expected the language of the conversation, if known: tried first and believed before others
 */
export function readInLanguages(input: {
	said: Said;
	expected?: LanguageCode;
	read: (language: LanguageCode) => Reading | undefined;
}): Reading | undefined {
	const { said, expected, read } = input;
	const own = expected === undefined ? undefined : read(expected);
	if (own !== undefined && own.confidence >= ENOUGH) return { ...own, language: expected };
	// Most answers that nobody told the language of are English, and the other 28 need not be asked about a plain one.
	const english = expected === undefined && unknownIn(said, 'en') === 0 ? read('en') : undefined;
	if (english !== undefined && english.confidence >= PLAIN) return { ...english, language: 'en' };
	const unknown = LANGUAGE_CODES.map((language) => ({ language, count: unknownIn(said, language) }));
	const least = Math.min(...unknown.map(({ count }) => count));
	// In the expected language, an answer that its words explain best stays what they say: "tal vez" is no foreign "yes".
	if (own !== undefined && unknown.find(({ language }) => language === expected)?.count === least) return { ...own, language: expected };
	const readings = unknown.flatMap(({ language, count }) => {
		const reading = language === expected ? own : read(language);
		if (reading === undefined) return [];
		return [{ ...reading, language, confidence: count === least ? reading.confidence : Math.max(0.1, reading.confidence - STRANGE) }];
	});
	const fluent = readings.filter(({ language }) => unknown.find((each) => each.language === language)?.count === least);
	return settled(fluent.length > 0 ? fluent : readings, expected);
}

function settled(readings: ReadonlyArray<Reading & { language: LanguageCode }>, expected?: LanguageCode): Reading | undefined {
	const rank = ({ language }: { language: LanguageCode }) => (language === expected ? 0 : language === 'en' ? 1 : 2);
	const sorted = [...readings].sort((a, b) => b.confidence - a.confidence || rank(a) - rank(b));
	const [best] = sorted;
	if (best === undefined) return undefined;
	const rivals = sorted.filter(({ value, confidence }) => value !== best.value && confidence > best.confidence - TOO_CLOSE);
	if (rivals.length === 0) return best;
	const others = rivals.flatMap(({ value }) => (value === undefined ? [] : [value]));
	return { ...best, confidence: Math.min(best.confidence, 0.5), alternatives: [...new Set([...others, ...(best.alternatives ?? [])])] };
}
