import { indexOf, matchesIn, normalisePhrase, type Entry, type Match } from './lexicon';
import { tokenise, type Token } from './tokens';
import type { Role } from './words';

/** An operator's changes to the built-in words; written as people would, compared like messages. */
export interface OperatorWords {
	/** Words and phrases that opt out: a word as a message or sentence of its own, a phrase wherever it stands. */
	addOptOut?: readonly string[];
	/** Words and phrases that opt in, likewise. */
	addOptIn?: readonly string[];
	/** Words and phrases that shall decide nothing, built in or added. */
	remove?: readonly string[];
}

/** Roles that decide by themselves; a removed word keeps its others, so that "stop" still counts in "stop sending me messages". */
const DECIDING: readonly Role[] = ['key', 'weak', 'start', 'out', 'in', 'unsub', 'sub', 'typo', 'doubt'];

function entryOf(phrase: string, roles: readonly Role[]): Entry[] {
	const pieces = tokenise(phrase).map(({ forms, marked }) => ({ form: forms[0] ?? '', marked, isPrefix: false }));
	return pieces.length === 0 ? [] : [{ language: '', text: normalisePhrase(phrase), roles: new Set(roles), pieces, hasMarks: false }];
}

function isPhrase(phrase: string): boolean {
	return tokenise(phrase).length > 1;
}

/** The operator's words, ready to change what the built-in ones found; undefined when there are none. */
export function operatorWords({ addOptOut = [], addOptIn = [], remove = [] }: OperatorWords): { applyTo: typeof applyTo } | undefined {
	if (addOptOut.length + addOptIn.length + remove.length === 0) return undefined;
	const removed = new Set(remove.map(normalisePhrase));
	const isKept = (phrase: string) => !removed.has(normalisePhrase(phrase));
	const entries = [
		...addOptOut.filter(isKept).flatMap((phrase) => entryOf(phrase, isPhrase(phrase) ? ['key', 'out'] : ['key'])),
		...addOptIn.filter(isKept).flatMap((phrase) => entryOf(phrase, isPhrase(phrase) ? ['start', 'in'] : ['start'])),
		...remove.filter(isPhrase).flatMap((phrase) => entryOf(phrase, ['keep'])),
	];
	const index = indexOf(entries);

	function weakened(match: Match, tokens: readonly Token[]): Match {
		const words = tokens.slice(match.from, match.to).map(({ forms }) => forms);
		const variants = [words.map((forms) => forms[0] ?? '').join(' '), words.map((forms) => forms[1] ?? forms[0] ?? '').join(' ')];
		if (![...variants, match.entry.text].some((text) => removed.has(text))) return match;
		const roles = [...match.entry.roles].filter((role) => !DECIDING.includes(role));
		return { ...match, entry: { ...match.entry, roles: new Set(roles) } };
	}

	function applyTo({ tokens, matches }: { tokens: readonly Token[]; matches: readonly Match[] }): Match[] {
		return [...matches.map((match) => weakened(match, tokens)), ...matchesIn(tokens, index)];
	}
	return { applyTo };
}
