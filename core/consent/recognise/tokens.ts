import { formsOf, INVISIBLE, markedWord, normaliseWord } from './normalise';

/** What stands between a word and the one before it. */
export type Break = 'none' | 'comma' | 'sentence';

/** A word of a message; in scripts without spaces between words (and in Hangul) a single character. */
export interface Token {
	/** Place in the message. */
	start: number;
	end: number;
	/** Spellings to look it up by. */
	forms: readonly string[];
	/** Lower case with its accents. */
	marked: string;
	breakBefore: Break;
	/** What follows up to the next word. */
	after: string;
	/** True for one character of a run that is not spaced. */
	isCharacter: boolean;
}

// Circled and squared letters count as letters: people decorate with them.
const WORD = new RegExp(`[${INVISIBLE}\\p{L}\\p{M}\\p{N}\\u24b6-\\u24e9\\u{1f130}-\\u{1f189}]+`, 'gu');
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const UNSPACED_PARTS = new RegExp(`(${UNSPACED.source}[\\p{M}]*)`, 'u');
const SENTENCE_END = /[.!?…;\n\r|•·。！？；؟؛।॥។]|\s\/\s/u;
const COMMA = /[,،、，:：()[\]{}/\u2013\u2014<>«»]|(?:^|\s)[-–—~*_]+\s|\p{Extended_Pictographic}/u;

function breakOf(gap: string): Break {
	if (SENTENCE_END.test(gap)) return 'sentence';
	return COMMA.test(gap) ? 'comma' : 'none';
}

interface Run {
	text: string;
	start: number;
	gap: string;
}

function runsOf(text: string): Run[] {
	let last = 0;
	const runs: Run[] = [];
	for (const match of text.matchAll(WORD)) {
		if (normaliseWord(match[0]) === '') continue;
		runs.push({ text: match[0], start: match.index, gap: text.slice(last, match.index) });
		last = match.index + match[0].length;
	}
	return runs;
}

/** "S T O P" and "S.T.O.P." are one word: three or more single letters in a row. */
function joinSpelt(text: string, runs: readonly Run[]): Run[] {
	const isSingle = (run: Run | undefined) =>
		run !== undefined && /^\p{L}$/u.test(normaliseWord(run.text)) && !UNSPACED.test(run.text);
	const joined: Run[] = [];
	for (let index = 0; index < runs.length; index += 1) {
		const run = runs[index];
		if (run === undefined) break;
		let end = index;
		while (isSingle(run) && isSingle(runs[end + 1]) && (runs[end + 1]?.gap.length ?? 9) <= 3) end += 1;
		if (end - index < 2) {
			joined.push(run);
			continue;
		}
		const last = runs[end] ?? run;
		joined.push({ text: text.slice(run.start, last.start + last.text.length), start: run.start, gap: run.gap });
		index = end;
	}
	return joined;
}

function tokensOfRun(run: Run, breakBefore: Break): Token[] {
	const whole = { start: run.start, end: run.start + run.text.length, after: '' };
	if (/^[a-z]+$/i.test(run.text)) {
		const marked = run.text.toLowerCase();
		return [{ ...whole, forms: formsOf(marked), marked, breakBefore, isCharacter: false }];
	}
	const spelt = run.text.replace(/[^\p{L}\p{M}\p{N}\p{So}]/gu, '');
	if (!UNSPACED.test(normaliseWord(spelt))) {
		return [{ ...whole, forms: formsOf(normaliseWord(spelt)), marked: markedWord(spelt), breakBefore, isCharacter: false }];
	}
	const plain = normaliseWord(spelt);
	const isSameLength = plain.length === run.text.length;
	let offset = 0;
	return charactersOf(plain).map((part, index) => {
		const start = run.start + offset;
		offset += part.length;
		const place = isSameLength ? { start, end: start + part.length } : { start: whole.start, end: whole.end };
		const isCharacter = UNSPACED.test(part);
		return { ...place, after: '', forms: [part], marked: part, breakBefore: index === 0 ? breakBefore : 'none', isCharacter };
	});
}

/** True when the text has characters of a script that does not part words by spaces. */
export function isUnspaced(text: string): boolean {
	return UNSPACED.test(text);
}

/** The characters of text without spaces, each with its vowel and tone signs; other text between them stays whole. */
export function charactersOf(text: string): string[] {
	return text.split(UNSPACED_PARTS).filter((part) => part !== '');
}

/** Splits a message into words, in linear time. */
export function tokenise(text: string): Token[] {
	const runs = joinSpelt(text, runsOf(text));
	const tokens = runs.flatMap((run, index) => tokensOfRun(run, index === 0 ? 'sentence' : breakOf(run.gap)));
	tokens.forEach((token, index) => {
		token.after = text.slice(token.end, Math.max(token.end, tokens[index + 1]?.start ?? text.length));
	});
	return tokens;
}
