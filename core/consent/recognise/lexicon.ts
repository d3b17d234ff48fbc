import { markedWord, normaliseWord } from './normalise';
import { charactersOf, isUnspaced, tokenise, type Token } from './tokens';
import type { Role, Words } from './words';
import { ROLES } from './words';
import { LANGUAGES, UNIVERSAL } from './words/all';

/** Between the words of a table entry, as the tokeniser would part them. */
const WORD_BREAK = /[\s'’-]+/;

interface Piece {
	form: string;
	marked: string;
	isPrefix: boolean;
}

/** A word or phrase of one language, with all that it may do in a message. */
export interface Entry {
	language: string;
	/** As the table writes it, normalised. */
	text: string;
	roles: Set<Role>;
	pieces: readonly Piece[];
	hasMarks: boolean;
}

/** An entry found in a message: the words `from` up to, not including, `to`. */
export interface Match {
	from: number;
	to: number;
	entry: Entry;
}

/** Entries by their first word. */
export interface Lexicon {
	exact: Map<string, Entry[]>;
	prefixes: Map<string, Entry[]>;
	/** Per language, courtesies of one word. */
	courtesies: Map<string, Set<string>>;
	languages: Map<string, Words>;
}

/** Words of a normalised table entry. */
function piecesOf(plain: string, marked: string): Piece[] {
	const markedWords = marked.split(WORD_BREAK);
	return plain.split(WORD_BREAK).flatMap((word, index) => {
		if (word === '') return [];
		if (isUnspaced(word)) return charactersOf(word).map((form) => ({ form, marked: form, isPrefix: false }));
		const isPrefix = word.endsWith('*');
		const bare = (text: string) => (isPrefix ? text.slice(0, -1) : text);
		return [{ form: bare(word), marked: bare(markedWords[index] ?? word), isPrefix }];
	});
}

/** One spelling for a word or phrase of an operator. */
export function normalisePhrase(phrase: string): string {
	return tokenise(phrase)
		.map(({ forms }) => forms[0])
		.join(' ');
}

/** Reads a table: entries with the same words become one with several roles. */
export function entriesOf(words: Words): Entry[] {
	const entries = new Map<string, Entry>();
	const hasMarks = words.marks === true;
	for (const role of ROLES) {
		const table = words[role] ?? '';
		// Normalising a whole table at once is much faster than word by word.
		const plain = normaliseWord(table).split(',');
		const marked = hasMarks ? markedWord(table).split(',') : plain;
		plain.forEach((phrase, index) => {
			const text = (marked[index] ?? phrase).trim();
			const known = entries.get(text);
			if (known !== undefined) known.roles.add(role);
			const pieces = known === undefined ? piecesOf(phrase.trim(), text) : [];
			if (pieces.length > 0) entries.set(text, { language: words.code, text, roles: new Set([role]), pieces, hasMarks });
		});
	}
	return [...entries.values()];
}

/** Makes entries findable by their first word. */
export function indexOf(entries: readonly Entry[]): Pick<Lexicon, 'exact' | 'prefixes'> {
	const exact = new Map<string, Entry[]>();
	const prefixes = new Map<string, Entry[]>();
	for (const entry of entries) {
		const first = entry.pieces[0];
		if (first === undefined) continue;
		const index = first.isPrefix ? prefixes : exact;
		const known = index.get(first.form);
		if (known === undefined) index.set(first.form, [entry]);
		else known.push(entry);
	}
	return { exact, prefixes };
}

/** Shorter stems than this stand in no table, longer ones are told apart by their first letters. */
const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 18;

/** Courtesies skipped inside one phrase. */
const MOST_SKIPPED = 2;

function courtesiesIn(entries: readonly Entry[]): Map<string, Set<string>> {
	const courtesies = new Map<string, Set<string>>();
	for (const { language, roles, pieces } of entries) {
		if (pieces.length !== 1 || !roles.has('polite')) continue;
		const known = courtesies.get(language) ?? new Set();
		courtesies.set(language, known.add(pieces[0]?.form ?? ''));
	}
	return courtesies;
}

let compiled: Lexicon | undefined;

/** All built-in words; read on first use. */
export function builtIn(): Lexicon {
	if (compiled !== undefined) return compiled;
	const entries = [UNIVERSAL, ...LANGUAGES].flatMap(entriesOf);
	compiled = {
		...indexOf(entries),
		courtesies: courtesiesIn(entries),
		languages: new Map([UNIVERSAL, ...LANGUAGES].map((words) => [words.code, words])),
	};
	return compiled;
}

function fits(piece: Piece, token: Token, hasMarks: boolean): boolean {
	// What is typed with accents must have the right ones; what is typed without may mean any.
	if (hasMarks && token.marked !== token.forms[0] && !sameMarks(piece, token)) return false;
	return token.forms.some((form) => (piece.isPrefix ? form.startsWith(piece.form) : form === piece.form));
}

function sameMarks(piece: Piece, token: Token): boolean {
	return piece.isPrefix ? token.marked.startsWith(piece.marked) : token.marked === piece.marked;
}

/** Calls `visit` with the entries that may begin with the word. */
function visitCandidates({ token, lexicon, visit }: { token: Token; lexicon: Pick<Lexicon, 'exact' | 'prefixes'>; visit: (entry: Entry) => void }): void {
	for (const form of token.forms) {
		lexicon.exact.get(form)?.forEach(visit);
		if (token.isCharacter) continue;
		const longest = Math.min(form.length, LONGEST_PREFIX);
		for (let length = SHORTEST_PREFIX; length <= longest; length += 1) lexicon.prefixes.get(form.slice(0, length))?.forEach(visit);
	}
}

/** Where the entry ends when it begins at `from`, else -1. A courtesy may stand inside: "lasst mich bitte in Ruhe". */
function endOf({ entry, tokens, from, courtesies }: { entry: Entry; tokens: readonly Token[]; from: number; courtesies: Lexicon['courtesies'] }): number {
	let at = from;
	let skipped = 0;
	for (const piece of entry.pieces) {
		let token = tokens[at];
		if (at > from && skipped < MOST_SKIPPED && token !== undefined && !fits(piece, token, entry.hasMarks) && isCourtesy(token, entry, courtesies)) {
			skipped += 1;
			at += 1;
			token = tokens[at];
		}
		if (token === undefined || (at > from && token.breakBefore !== 'none') || !fits(piece, token, entry.hasMarks)) return -1;
		at += 1;
	}
	return at;
}

function isCourtesy(token: Token, entry: Entry, courtesies: Lexicon['courtesies']): boolean {
	return !token.isCharacter && courtesies.get(entry.language)?.has(token.forms[0] ?? '') === true;
}

/** Every entry that stands somewhere in the message, also where several overlap. */
export function matchesIn(tokens: readonly Token[], lexicon: Pick<Lexicon, 'exact' | 'prefixes'>): Match[] {
	const matches: Match[] = [];
	const { courtesies } = builtIn();
	tokens.forEach((token, from) => {
		const visit = (entry: Entry) => {
			const to = endOf({ entry, tokens, from, courtesies });
			if (to > 0) matches.push({ from, to, entry });
		};
		visitCandidates({ token, lexicon, visit });
	});
	return matches;
}
