import { fold } from '../../shared/fold';
import { tokensOf, type Token } from './tokens';

/** Words and phrases with what they mean, found in a list of tokens. */
export interface Phrases<T> {
	byText: Map<string, T>;
	/** Tokens of the longest phrase that begins with a word, so that most words need one look-up. */
	longest: Map<string, number>;
}

/** A phrase that was found. */
export interface Found<T> {
	meaning: T;
	start: number;
	/** Index after the last token. */
	end: number;
}

function keyOf(tokens: readonly Token[]): string {
	return tokens.map(({ text }) => text).join(' ');
}

/** Phrases from pairs of text and meaning; where two texts fold to the same, the first one counts. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
	const byText = new Map<string, T>();
	const longest = new Map<string, number>();
	for (const [text, meaning] of entries) {
		const tokens = tokensOf(fold(text));
		const key = keyOf(tokens);
		if (key === '' || byText.has(key)) continue;
		byText.set(key, meaning);
		const first = tokens[0]?.text ?? '';
		longest.set(first, Math.max(longest.get(first) ?? 0, tokens.length));
	}
	return { byText, longest };
}

/** The phrases of a table that writes them as `yes|of course`, all with one meaning. */
export function listed<T>(text: string | undefined, meaning: T): Array<readonly [string, T]> {
	return text === undefined || text === '' ? [] : text.split('|').map((phrase) => [phrase, meaning] as const);
}

/** The phrases of a table that writes them as `one=1|two=2`. */
export function valued(text: string | undefined): Array<readonly [string, number]> {
	if (text === undefined || text === '') return [];
	return text.split('|').map((entry) => {
		const [phrase = '', value = ''] = entry.split('=');
		return [phrase, Number(value)] as const;
	});
}

/** The longest phrase that begins at a token. */
export function phraseAt<T>(phrases: Phrases<T>, tokens: readonly Token[], start: number): Found<T> | undefined {
	const longest = phrases.longest.get(tokens[start]?.text ?? '') ?? 0;
	const stop = tokens.findIndex(({ breaks }, index) => index >= start && breaks);
	for (let end = Math.min(stop < 0 ? tokens.length : stop + 1, start + longest); end > start; end -= 1) {
		const meaning = phrases.byText.get(keyOf(tokens.slice(start, end)));
		if (meaning !== undefined) return { meaning, start, end };
	}
	return undefined;
}

/** All phrases from left to right, none within another. */
export function findPhrases<T>(phrases: Phrases<T>, tokens: readonly Token[]): Array<Found<T>> {
	const found: Array<Found<T>> = [];
	for (let start = 0; start < tokens.length; ) {
		const next = phraseAt(phrases, tokens, start);
		if (next !== undefined) found.push(next);
		start = next?.end ?? start + 1;
	}
	return found;
}

/** What a person wrote at these tokens. */
export function textAt(tokens: readonly Token[], { start, end }: { start: number; end: number }): string {
	const unspaced = tokens.slice(start, end).every(({ text }) => [...text].length === 1 && /[\p{L}\p{M}]/u.test(text));
	return tokens.slice(start, end).map(({ text }) => text).join(unspaced ? '' : ' ');
}
