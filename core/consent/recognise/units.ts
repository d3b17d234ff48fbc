import type { Match } from './lexicon';
import type { Break, Token } from './tokens';
import type { Role } from './words';

/** A word or phrase of a message as one language reads it. */
export interface Unit {
	roles: ReadonlySet<Role>;
	/** The entry's own words; '' when the language does not know the word. */
	entry: string;
	/** Of the language itself, not of the words that all share. */
	isOwn: boolean;
	tokens: readonly Token[];
	breakBefore: Break;
	/** How much it counts as distance between others. */
	weight: number;
}

/** The units up to a full stop, question mark or new line. */
export interface Sentence {
	units: Unit[];
	isQuestion: boolean;
}

const NOTHING: ReadonlySet<Role> = new Set();
/** About how many characters make a word in scripts without spaces. */
const CHARACTER_WEIGHT = 0.4;

function weightOf(roles: ReadonlySet<Role>, tokens: readonly Token[]): number {
	if (roles.has('polite') || roles.has('fill')) return 0;
	const isNumber = tokens.every(({ forms }) => /^\p{N}+$/u.test(forms[0] ?? ''));
	if (isNumber) return 0;
	return tokens.every(({ isCharacter }) => isCharacter) && roles.size === 0 ? CHARACTER_WEIGHT : 1;
}

/** At each place the longest entry; of two equally long ones the language's own. */
function longestAt(matches: readonly Match[], language: string): Map<number, Match> {
	const longest = new Map<number, Match>();
	for (const match of matches) {
		const known = longest.get(match.from);
		const isLonger = known === undefined || match.to > known.to;
		const isOwn = known?.to === match.to && known.entry.language !== language && match.entry.language === language;
		if (isLonger || isOwn) longest.set(match.from, match);
	}
	return longest;
}

/** Roles of all entries with the same words: an exact entry, one with `*` and a shared one may stand in the same place. */
function rolesAt(matches: readonly Match[], chosen: Match): ReadonlySet<Role> {
	const same = matches.filter(({ from, to }) => from === chosen.from && to === chosen.to);
	if (same.length === 1) return chosen.entry.roles;
	const kept = same.find(({ entry }) => entry.roles.has('keep'));
	return kept?.entry.roles ?? new Set(same.flatMap(({ entry }) => [...entry.roles]));
}

/** Reads the message with one language's matches, left to right. */
export function unitsOf({ tokens, matches, language }: { tokens: readonly Token[]; matches: readonly Match[]; language: string }): Unit[] {
	const longest = longestAt(matches, language);
	const units: Unit[] = [];
	for (let at = 0; at < tokens.length; ) {
		const match = longest.get(at);
		const to = match?.to ?? at + 1;
		const covered = tokens.slice(at, to);
		const roles = match === undefined ? NOTHING : rolesAt(matches, match);
		units.push({
			roles,
			entry: match?.entry.text ?? '',
			isOwn: match?.entry.language === language,
			tokens: covered,
			breakBefore: tokens[at]?.breakBefore ?? 'none',
			weight: weightOf(roles, covered),
		});
		at = to;
	}
	return units;
}

/** Longer sentences are cut, so that the work grows with the length of the text alone. */
const MOST_UNITS = 60;

/** Cuts at sentence ends. The Greek question mark is a semicolon. */
export function sentencesOf(units: readonly Unit[], language: string): Sentence[] {
	const questionMark = language === 'el' ? /[?;]/ : /[?？؟]/;
	const sentences: Sentence[] = [];
	for (const unit of units) {
		const length = sentences.at(-1)?.units.length ?? MOST_UNITS;
		if (unit.breakBefore === 'sentence' || length >= MOST_UNITS) sentences.push({ units: [], isQuestion: false });
		sentences.at(-1)?.units.push(unit);
	}
	for (const sentence of sentences) {
		sentence.isQuestion = questionMark.test(sentence.units.at(-1)?.tokens.at(-1)?.after ?? '');
	}
	return sentences;
}

/** Cuts a sentence at commas and before words that begin a clause. */
export function clausesOf({ units }: Sentence): Unit[][] {
	const clauses: Unit[][] = [];
	for (const unit of units) {
		if (unit.breakBefore !== 'none' || unit.roles.has('cut') || clauses.length === 0) clauses.push([]);
		clauses.at(-1)?.push(unit);
	}
	return clauses;
}

/** The words of units as the person wrote them. */
export function written(text: string, units: readonly Unit[]): string[] {
	const pieces = units.map(({ tokens }) => text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0));
	return [...new Set(pieces)];
}
