import { builtIn, type Entry, type Match } from './lexicon';
import type { Token } from './tokens';
import type { Role } from './words';

/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 8;
/** In shorter words a wrong letter often makes another word: "yapmayın" (don't do) of "yazmayın" (don't write). */
const SHORTEST_WITH_WRONG_LETTER = 9;
/** From this length on two slips are forgiven. */
const LONG = 10;
/** People who write more than this do not type a keyword. */
const MOST_WORDS = 25;
const DECISIVE: readonly Role[] = ['key', 'unsub', 'msg', 'promo'];

let byFirstLetter: Map<string, Entry[]> | undefined;

/** Single words that decide, by their first letter, which people rarely get wrong. */
function targets(): Map<string, Entry[]> {
	if (byFirstLetter !== undefined) return byFirstLetter;
	byFirstLetter = new Map();
	for (const [form, entries] of builtIn().exact) {
		if (form.length < SHORTEST || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u.test(form)) continue;
		const decisive = entries.filter(({ pieces, roles }) => pieces.length === 1 && DECISIVE.some((role) => roles.has(role)));
		const letter = form.charAt(0);
		if (decisive.length > 0) byFirstLetter.set(letter, [...(byFirstLetter.get(letter) ?? []), ...decisive]);
	}
	return byFirstLetter;
}

/** True when one slip makes one word of the other: a letter more, less, wrong, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1 || a === b) return false;
	let from = 0;
	while (from < a.length && a[from] === b[from]) from += 1;
	let end = 0;
	while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1;
	const [restA, restB] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
	if (restA.length <= 1 && restB.length <= 1) return true;
	return restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Two slips, each of its own: the first is tried at every place where a letter is missing or too many. */
function isTwoSlips(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 2) return false;
	for (let at = 1; at < a.length; at += 1) {
		if (isOneSlip(a.slice(0, at) + a.slice(at + 1), b)) return true;
		if (isOneSlip(a, b.slice(0, at) + b.slice(at + 1))) return true;
	}
	return false;
}

function isTypoOf(typed: string, meant: string): boolean {
	// A slip in the first letters may turn "napište" (write) into "nepište" (do not write).
	if (typed.slice(0, 2) !== meant.slice(0, 2)) return false;
	if (typed.length === meant.length && meant.length < SHORTEST_WITH_WRONG_LETTER && [...typed].sort().join('') !== [...meant].sort().join('')) return false;
	return isOneSlip(typed, meant) || (meant.length >= LONG && isTwoSlips(typed, meant));
}

/** Matches for unknown words that are a slip away from a long deciding word: "unsubscibe". They carry the role `typo`. */
export function typoMatches({ tokens, matches }: { tokens: readonly Token[]; matches: readonly Match[] }): Match[] {
	if (tokens.length > MOST_WORDS) return [];
	const known = new Set(matches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)));
	return tokens.flatMap((token, from) => {
		const form = token.forms[0] ?? '';
		if (known.has(from) || form.length < SHORTEST - 1 || form.length > 24) return [];
		const meant = (targets().get(form.charAt(0)) ?? []).filter((entry) => isTypoOf(form, entry.pieces[0]?.form ?? ''));
		return meant.map((entry) => ({ from, to: from + 1, entry: { ...entry, roles: new Set<Role>([...entry.roles, 'typo']) } }));
	});
}
