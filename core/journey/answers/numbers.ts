import { LANGUAGES, type LanguageCode } from './languages';
import type { Token } from './tokens';
import { listed, phraseAt, phrasesOf, textAt, valued, type Found, type Phrases } from './phrases';
import { WRITTEN_NUMBERS } from './words/writtenNumbers';

const tables = new Map<LanguageCode, Phrases<number>>();

/** 0 to 100 and the round hundreds, in all the ways in which the language writes them. */
function numberWords(language: LanguageCode): Phrases<number> {
	const known = tables.get(language);
	if (known !== undefined) return known;
	const written = (WRITTEN_NUMBERS[language] ?? '').split('|').map((word, index) => [word, index <= 100 ? index : (index - 99) * 100] as const);
	// "dwadzieścia jeden" with and without its hyphen or blank: people write both.
	const joined = written.filter(([word]) => /[\s-]/.test(word)).map(([word, value]) => [word.replace(/[\s-]/g, ''), value] as const);
	const made = phrasesOf([...valued(LANGUAGES[language].numbers), ...written, ...joined]);
	tables.set(language, made);
	return made;
}

/** A number as it stands in an answer. */
export interface NumberFound extends Found<number> {
	isWord: boolean;
	text: string;
	/** Other ways to read it: `1.234` is 1234 in German and 1.234 in English. */
	otherwise?: number;
}

/** The sign that parts decimals, by the platform's knowledge of the language. */
function decimalSign(language: LanguageCode): string {
	return new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}

/** A number in ASCII digits with what people put between them; undefined for a date, a time or a ratio. */
export function readDigits(text: string, language: LanguageCode): { value: number; otherwise?: number } | undefined {
	if (!/^[-+]?\d+(?:[.,]\d+)*$/.test(text)) return undefined;
	const signs = text.match(/[.,]/g) ?? [];
	const last = signs.at(-1);
	if (last === undefined) return { value: Number(text) };
	const isGrouped = /^[-+]?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text);
	const mixed = new Set(signs).size === 2;
	const plain = Number(text.replace(/[.,]/g, ''));
	if (signs.length > 1 && !mixed) return isGrouped ? { value: plain } : undefined;
	const decimal = Number(`${text.slice(0, text.lastIndexOf(last)).replace(/[.,]/g, '')}.${text.slice(text.lastIndexOf(last) + 1)}`);
	if (mixed || !isGrouped) return { value: decimal };
	return last === decimalSign(language) ? { value: decimal, otherwise: plain } : { value: plain, otherwise: decimal };
}

/** The number that begins at a token: digits, or words of the language, "two hundred and five" included. */
export function numberAt(tokens: readonly Token[], start: number, language: LanguageCode): NumberFound | undefined {
	const token = tokens[start];
	if (token === undefined) return undefined;
	if (token.kind === 'number') {
		const read = readDigits(token.text, language);
		const times = read === undefined ? undefined : multiplied({ tokens, words: numberWords(language), found: { meaning: read.value, start, end: start + 1 } });
		if (times !== undefined && times.end > start + 1) return { ...times, isWord: false, text: textAt(tokens, times) };
		return read && { meaning: read.value, ...(read.otherwise === undefined ? {} : { otherwise: read.otherwise }), start, end: start + 1, isWord: false, text: token.text };
	}
	const words = numberWords(language);
	const alone = phraseAt(words, tokens, start) ?? compound(token.text, { words, start });
	if (alone === undefined) return undefined;
	const first = multiplied({ tokens, words, found: alone });
	const rest = first.meaning >= 100 ? smallerAfter({ tokens, words, found: first }) : undefined;
	const found = rest === undefined ? first : { meaning: first.meaning + rest.meaning, start, end: rest.end };
	return { ...found, isWord: true, text: textAt(tokens, found) };
}

/** "Five thousand", "2 million". */
function multiplied(input: { tokens: readonly Token[]; words: Phrases<number>; found: Found<number> }): Found<number> {
	const { tokens, words, found } = input;
	const next = found.meaning > 0 && found.meaning < 1000 ? phraseAt(words, tokens, found.end) : undefined;
	const isMultiplier = next !== undefined && next.meaning > found.meaning && [100, 1000, 1_000_000].includes(next.meaning);
	return isMultiplier ? { meaning: found.meaning * next.meaning, start: found.start, end: next.end } : found;
}

/** "Hundertfünfzig", "centoventi": written as one word. */
function compound(text: string, { words, start }: { words: Phrases<number>; start: number }): Found<number> | undefined {
	if (text.length < 8) return undefined;
	for (const [prefix, hundreds] of words.byText) {
		const rest = hundreds >= 100 && hundreds < 1000 && text.startsWith(prefix) ? words.byText.get(text.slice(prefix.length)) : undefined;
		if (rest !== undefined && rest < 100) return { meaning: hundreds + rest, start, end: start + 1 };
	}
	return undefined;
}

/** The tens and ones after a hundred, with or without one word such as "and" between them. */
function smallerAfter(input: { tokens: readonly Token[]; words: Phrases<number>; found: Found<number> }): Found<number> | undefined {
	const { tokens, words, found } = input;
	const isAnd = /^(?:and|e|und|et|en|y|i|si|og|och|و|va)$/.test(tokens[found.end]?.text ?? '');
	const next = phraseAt(words, tokens, isAnd ? found.end + 1 : found.end);
	return next !== undefined && next.meaning < found.meaning && next.meaning > 0 ? next : undefined;
}

/** All numbers from left to right. */
export function findNumbers(tokens: readonly Token[], language: LanguageCode): NumberFound[] {
	const found: NumberFound[] = [];
	for (let start = 0; start < tokens.length; ) {
		const next = numberAt(tokens, start, language);
		if (next !== undefined) found.push(next);
		start = next?.end ?? start + 1;
	}
	return found.filter((each, index) => !isArticle(each, { tokens, next: found[index + 1], language }));
}

/** In many languages "one" is the article too: "un 5", "eine glatte 5"; not so in "one or two". */
function isArticle(found: NumberFound, input: { tokens: readonly Token[]; next: NumberFound | undefined; language: LanguageCode }): boolean {
	const { tokens, next, language } = input;
	if (!found.isWord || found.meaning !== 1 || next === undefined) return false;
	if (next.start === found.end) return true;
	const between = tokens[found.end];
	const parts = ['about', 'outOf', 'points'] as const;
	return next.start === found.end + 1 && between?.kind === 'word' && parts.every((list) => phraseAt(betweenOf(language, list), tokens, found.end) === undefined);
}

const outOfTables = new Map<string, Phrases<true>>();

/** Points and scale, as in "4/5", "4 out of 5", Turkish "5 üzerinden 4". */
export interface Ratio {
	points: number;
	scale: number;
	start: number;
	end: number;
	text: string;
}

function betweenOf(language: LanguageCode, list: 'outOf' | 'ofReversed' | 'points' | 'about'): Phrases<true> {
	const key = `${language} ${list}`;
	const known = outOfTables.get(key) ?? phrasesOf(listed<true>(LANGUAGES[language][list], true));
	outOfTables.set(key, known);
	return known;
}

/** The first ratio of an answer. */
export function findRatio(tokens: readonly Token[], language: LanguageCode): Ratio | undefined {
	for (const [index, { text }] of tokens.entries()) {
		const written = /^(\d+(?:[.,]\d+)?)\/(\d+)$/.exec(text);
		if (written !== null) {
			return { points: Number(written[1]?.replace(',', '.')), scale: Number(written[2]), start: index, end: index + 1, text };
		}
	}
	const numbers = findNumbers(tokens, language);
	for (const [index, first] of numbers.entries()) {
		const second = numbers[index + 1];
		if (second === undefined) break;
		// "4 stars out of 5": what the points are called may stand between.
		const afterPoints = phraseAt(betweenOf(language, 'points'), tokens, first.end)?.end ?? first.end;
		const text = textAt(tokens, { start: first.start, end: second.end });
		const at = { start: first.start, end: second.end, text };
		const isOutOf = [first.end, afterPoints].some((from) => phraseAt(betweenOf(language, 'outOf'), tokens, from)?.end === second.start);
		if (isOutOf) return { points: first.meaning, scale: second.meaning, ...at };
		const isReversed = [first.end, afterPoints].some((from) => phraseAt(betweenOf(language, 'ofReversed'), tokens, from)?.end === second.start);
		if (isReversed) return { points: second.meaning, scale: first.meaning, ...at };
	}
	return undefined;
}
