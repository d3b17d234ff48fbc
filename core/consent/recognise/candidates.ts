import { builtIn, type Match } from './lexicon';
import type { Token } from './tokens';
import { unitsOf, type Unit } from './units';
import type { Role, Words } from './words';

/** A language that may be that of the message, with its reading. */
export interface Candidate {
	words: Words;
	/** All its words and phrases. */
	units: Unit[];
	/** Without the phrases that only decide alone, whose words have parts in a sentence. */
	parts: Unit[];
	/** How much of the message it knows. */
	score: number;
	/** True when no other language knows much more. */
	isLikely: boolean;
}

/** Words that all languages share say little about the language; most are English. */
const SHARED_WEIGHT = 0.6;
const ENGLISH_SHARED_WEIGHT = 0.7;
const HINT_BONUS = 1.5;
/** A language that knows less of the message than this share of the best one has no say in what its sentences mean. */
const ENOUGH = 0.8;
/** Roles that decide by the whole message, whatever the language of the rest. */
const ALONE: readonly Role[] = ['key', 'weak', 'start', 'doubt'];

/** Letters of the message that the language knows. */
function scoreOf({ tokens, own, shared, code }: { tokens: readonly Token[]; own: readonly Match[]; shared: readonly Match[]; code: string }): number {
	const weights = new Array<number>(tokens.length).fill(0);
	const cover = (matches: readonly Match[], weight: number) => {
		for (const { from, to } of matches) weights.fill(weight, from, to);
	};
	cover(shared, code === 'en' ? ENGLISH_SHARED_WEIGHT : SHARED_WEIGHT);
	cover(own, 1);
	return weights.reduce((sum, weight, index) => sum + weight * Math.max(1, tokens[index]?.marked.length ?? 0), 0);
}

function byLanguage(matches: readonly Match[]): Map<string, Match[]> {
	const groups = new Map<string, Match[]>();
	for (const match of matches) {
		const group = groups.get(match.entry.language);
		if (group === undefined) groups.set(match.entry.language, [match]);
		else group.push(match);
	}
	return groups;
}

/** True for "no more messages" as a keyword: a phrase that decides alone hides its words from the rules of sentences. */
function isOnlyAlone({ from, to, entry }: Match): boolean {
	if (to - from < 2 || entry.pieces.length < 2) return false;
	for (const role of entry.roles) if (!ALONE.includes(role)) return false;
	return true;
}

/**
 * The languages that know a word of the message, the likeliest first. English also answers for words that all share.
 *
 * @param input.hint primary subtag of the contact's language; breaks ties
 */
export function candidatesOf({ tokens, matches, hint }: { tokens: readonly Token[]; matches: readonly Match[]; hint: string }): Candidate[] {
	const groups = byLanguage(matches);
	const shared = groups.get('') ?? [];
	const scored = [...new Set(['en', hint, ...groups.keys()])]
		.filter((code) => code !== '' && builtIn().languages.has(code))
		.map((code) => {
			const own = groups.get(code) ?? [];
			return { code, own, score: scoreOf({ tokens, own, shared, code }) + (code.split('-')[0] === hint ? HINT_BONUS : 0) };
		})
		.sort((a, b) => b.score - a.score);
	const best = scored[0]?.score ?? 0;
	return scored.flatMap(({ code, own, score }) => {
		const words = builtIn().languages.get(code);
		const isLikely = score >= best * ENOUGH;
		const decidesAlone = own.some(({ entry }) => ALONE.some((role) => entry.roles.has(role)));
		if (words === undefined || (!isLikely && !decidesAlone)) return [];
		const all = [...own, ...shared];
		const units = unitsOf({ tokens, matches: all, language: code });
		const partial = all.filter((match) => !isOnlyAlone(match));
		const parts = partial.length === all.length ? units : unitsOf({ tokens, matches: partial, language: code });
		return [{ words, units, parts, score, isLikely }];
	});
}
