import { confidenceAfter, type Reading } from './answer';
import { span, weigh, type Said } from './context';
import { LANGUAGES, type LanguageCode } from './languages';
import type { Token } from './tokens';
import { findPhrases, listed, phrasesOf, textAt, type Found, type Phrases } from './phrases';

type Part = 'yes' | 'yesAlone' | 'no' | 'unsure' | 'but' | 'not' | 'filler';

const EMOJI: Readonly<Record<string, 'yes' | 'no'>> = {
	'👍': 'yes', '👌': 'yes', '✅': 'yes', '✔': 'yes', '✓': 'yes', '☑': 'yes', '🆗': 'yes', '🤝': 'yes', '🙆': 'yes',
	'👎': 'no', '❌': 'no', '✖': 'no', '✗': 'no', '✘': 'no', '🚫': 'no', '⛔': 'no', '🙅': 'no', '❎': 'no',
};

const tables = new Map<LanguageCode, Phrases<Part>>();

function tableOf(language: LanguageCode): Phrases<Part> {
	const known = tables.get(language);
	if (known !== undefined) return known;
	const words = LANGUAGES[language];
	const parts = ['unsure', 'yes', 'yesAlone', 'no', 'but', 'not', 'filler'] as const;
	const made = phrasesOf<Part>(parts.flatMap((part) => listed<Part>(words[part], part)));
	tables.set(language, made);
	return made;
}

/** Languages whose "no" also means "not": "no confirmo". */
const NEGATES_VERBS: ReadonlySet<LanguageCode> = new Set(['es', 'pt', 'it', 'pl', 'cs', 'uk', 'ru', 'ro', 'hu', 'he', 'ar', 'el', 'vi', 'zh']);

/** A yes directly after a "not" is a no, unless a comma parts them. */
function negated(found: ReadonlyArray<Found<Part>>, tokens: readonly Token[]): Array<Found<Part>> {
	return found.flatMap((each, index): Array<Found<Part>> => {
		const [before, after] = [found[index - 1], found[index + 1]];
		const denies = (one: Found<Part> | undefined, other: Found<Part> | undefined) =>
			one !== undefined && other !== undefined && ['no', 'not'].includes(one.meaning) && other.meaning === 'yes' && one.end === other.start && tokens[one.end - 1]?.breaks === false;
		if (denies(before, each)) return [];
		return after !== undefined && denies(each, after) ? [{ meaning: 'no', start: each.start, end: after.end }] : [each];
	});
}

/** Reads yes (true) or no (false) in one language. */
export function readYesNo(said: Said, language: LanguageCode): Reading | undefined {
	const { tokens } = said;
	const emoji = tokens.flatMap(({ text }, start): Array<Found<Part>> => {
		const meaning = EMOJI[text];
		return meaning === undefined ? [] : [{ meaning, start, end: start + 1 }];
	});
	const all = [...findPhrases(tableOf(language), tokens), ...emoji].sort((a, b) => a.start - b.start);
	const covered = new Set(all.flatMap(span));
	const leftOver = weigh(tokens.filter((_, index) => !covered.has(index)));
	const isDenied = all.some(({ meaning }) => meaning === 'no' || meaning === 'not');
	const counted = all.flatMap((each): Array<Found<Part>> => {
		if (each.meaning !== 'yesAlone') return [each];
		return leftOver === 0 && !isDenied ? [{ ...each, meaning: 'yes' }] : [];
	});
	const found = NEGATES_VERBS.has(language) ? negated(counted, tokens) : counted;
	const votes = found.filter(({ meaning }) => meaning === 'yes' || meaning === 'no');
	const unsure = found.find(({ meaning }) => meaning === 'unsure');
	const [first] = votes;
	const deciding = first ?? unsure;
	if (deciding === undefined) return undefined;
	const value = first && first.meaning === 'yes';
	const reading = {
		...(value === undefined ? {} : { value }),
		decidedBy: textAt(tokens, unsure ?? deciding),
		rule: first !== undefined && emoji.includes(first) ? ('emoji' as const) : ('word' as const),
	};
	if (unsure !== undefined || first === undefined) return { ...reading, confidence: first === undefined ? 0.3 : 0.4 };
	if (votes.some(({ meaning }) => meaning !== first.meaning)) {
		return { ...reading, confidence: 0.3, alternatives: [!value] };
	}
	const has = (part: Part) => found.some(({ meaning, start }) => meaning === part && start > first.start);
	if (has('but')) return { ...reading, confidence: 0.5 };
	if (value === true && found.some(({ meaning }) => meaning === 'not')) return { ...reading, confidence: 0.35, alternatives: [false] };
	const isFirst = tokens.slice(0, first.start).every((_, index) => covered.has(index));
	const confidence = isFirst ? confidenceAfter(0.97, leftOver) : leftOver <= 1 ? 0.8 : 0.5;
	// "Sure, why not?" asks nothing.
	return { ...reading, confidence: said.isQuestion && votes.length === 1 ? Math.min(0.5, confidence) : confidence };
}
