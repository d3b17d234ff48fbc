import { fold } from '../../shared/fold';
import { tokensOf, type Token } from './tokens';
import { LANGUAGES, type LanguageCode } from './languages';
import { findPhrases, listed, phrasesOf, type Phrases } from './phrases';

/** An answer, made ready for reading in one language after the other. */
export interface Said {
	/** As written, cut to what is read. */
	text: string;
	folded: string;
	tokens: Token[];
	/** Whether it asks instead of answering. */
	isQuestion: boolean;
	isEmpty: boolean;
}

/** Signs of an answer that are read; WhatsApp allows 4,096, and what answers a question stands at its beginning. */
const READ_SIGNS = 600;

export function said(text: string): Said {
	const read = text.slice(0, READ_SIGNS);
	const folded = fold(read);
	return {
		text: read,
		folded,
		tokens: tokensOf(folded),
		isQuestion: /[?？؟¿]\s*$/u.test(folded),
		isEmpty: folded.trim() === '',
	};
}

type Role = 'filler' | 'not' | 'but' | 'about' | 'unsure';

const roles = new Map<LanguageCode, Phrases<Role>>();

/** Phrases of a language that weigh an answer without being one. */
function rolesOf(language: LanguageCode): Phrases<Role> {
	const known = roles.get(language);
	if (known !== undefined) return known;
	const words = LANGUAGES[language];
	const made = phrasesOf<Role>([
		...listed<Role>(words.unsure, 'unsure'),
		...listed<Role>(words.but, 'but'),
		...listed<Role>(words.about, 'about'),
		...listed<Role>(words.not, 'not'),
		...listed<Role>(words.points, 'filler'),
		...listed<Role>(words.filler, 'filler'),
	]);
	roles.set(language, made);
	return made;
}

/** What stands around the words that decided. */
export interface Surroundings {
	/** Words that are neither the value nor a polite word. */
	leftOver: number;
	isNegated: boolean;
	isUnsure: boolean;
	isVague: boolean;
	/** A "but" after the value. */
	isTakenBack: boolean;
}

/**
 * Reads what stands around the tokens that were used.
 *
 * @param input.known further phrases that do not count as left over
 */
export function surroundings(input: {
	tokens: readonly Token[];
	used: ReadonlySet<number>;
	language: LanguageCode;
	known?: Phrases<unknown>;
}): Surroundings {
	const { tokens, used, language } = input;
	const last = Math.max(-1, ...used);
	// What was used says nothing about itself: the "no" of "no. 5" is no negation.
	const others = tokens.map((token, index) => (used.has(index) ? { ...token, text: '\u0000' } : token));
	const found = findPhrases(rolesOf(language), others);
	const knownFound = input.known === undefined ? [] : findPhrases(input.known, others);
	const covered = new Set([...found, ...knownFound].flatMap(span));
	const has = (role: Role) => found.some(({ meaning }) => meaning === role);
	return {
		leftOver: weigh(tokens.filter((_, index) => !used.has(index) && !covered.has(index))),
		isNegated: found.some(({ meaning, start, end }) => meaning === 'not' && isNear({ start, end, used, language })),
		isUnsure: has('unsure'),
		isVague: has('about'),
		isTakenBack: found.some(({ meaning, start }) => meaning === 'but' && start > last),
	};
}

/** Languages that negate after the word. */
const NEGATE_AFTER: ReadonlySet<LanguageCode> = new Set(['tr', 'ja', 'ko', 'hi', 'bn']);

/** Whether a "not" is about what was used: shortly before it, or right after it: "0, never again" denies no zero. */
function isNear(input: { start: number; end: number; used: ReadonlySet<number>; language: LanguageCode }): boolean {
	const { start, end, used, language } = input;
	const first = Math.min(...used);
	const last = Math.max(...used);
	return start < first ? first - end < 3 : NEGATE_AFTER.has(language) && start - last < 3;
}

/** Words that were not understood, counted; the signs of unspaced scripts are less than a word. */
export function weigh(tokens: readonly Token[]): number {
	const words = tokens.filter(({ kind }) => kind !== 'sign');
	return Math.ceil(words.reduce((sum, { text }) => sum + ([...text].length === 1 && /\p{L}/u.test(text) ? 0.4 : 1), 0));
}

/** Indices from `start` to before `end`. */
export function span({ start, end }: { start: number; end: number }): number[] {
	return Array.from({ length: end - start }, (_, offset) => start + offset);
}
