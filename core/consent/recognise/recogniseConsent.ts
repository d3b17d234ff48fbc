import { judgeClauses, judgeWhole } from './alone';
import { candidatesOf, type Candidate } from './candidates';
import { builtIn, matchesIn } from './lexicon';
import { operatorWords, type OperatorWords } from './operatorWords';
import { judgeSentence } from './phrases';
import type { Finding } from './reading';
import { tokenise } from './tokens';
import { typoMatches } from './typos';
import { sentencesOf, written } from './units';
import type { Role } from './words';

/** What a message says about consent. */
export interface ConsentRecognition {
	intent: 'optOut' | 'optIn' | 'none';
	/** How sure `intent` is, 0 to 1. A doubtful message is `none` with less than 0.5. */
	confidence: number;
	/** What an opt-out or opt-in is about: every message, or offers only. */
	scope: 'all' | 'marketing';
	/** BCP 47 of the words that decided, or that the message seems to be written in; '' when unknown. */
	language: string;
	/** The words that decided, as the person wrote them. */
	decidedBy: string[];
	/** A sentence for people. */
	reason: string;
}

/** What is to be read, and the operator's own words. */
export interface ConsentMessage extends OperatorWords {
	text: string;
	/** BCP 47 of the contact, such as `pt_BR`: preferred where a word is the same in several languages. */
	language?: string;
	/** True for the title of a button or list row that the person tapped: nobody taps by a slip of the pen. */
	isTap?: boolean;
}

/** A message of WhatsApp holds at most 4,096 characters (cloud-api 1.2); what comes after them is not read. */
export const LONGEST_TEXT = 4096;

interface Verdict extends Finding {
	language: string;
	score: number;
}

const INTENTS = ['optOut', 'optIn', 'none'] as const;

/** What all sentences together say: an opt-out and an opt-in in one message cancel each other. */
function judgeSentences({ words, units, parts, text }: Candidate & { text: string }): Finding | undefined {
	const keyword = judgeClauses({ sentences: sentencesOf(units, words.code), words, text });
	const phrases = sentencesOf(parts, words.code).flatMap((sentence) => judgeSentence({ sentence, words }) ?? []);
	const found = keyword === undefined ? phrases : [keyword, ...phrases];
	const [out, into, none] = INTENTS.map((intent) => found.find((finding) => finding.intent === intent));
	if (out !== undefined && into !== undefined) {
		return { ...out, intent: 'none', confidence: 0.3, units: [...out.units, ...into.units], why: 'an opt-out and an opt-in contradict each other' };
	}
	return out ?? into ?? none;
}

function decide({ candidates, text }: { candidates: readonly Candidate[]; text: string }): Verdict | undefined {
	const toVerdict = (finding: Finding | undefined, { words, score }: Candidate): Verdict[] =>
		finding === undefined ? [] : [{ ...finding, language: words.code, score }];
	const whole = candidates
		.flatMap((candidate) => toVerdict(judgeWhole(candidate.units), candidate))
		.sort((a, b) => Number(a.intent === 'none') - Number(b.intent === 'none') || b.confidence - a.confidence || b.score - a.score)[0];
	if (whole !== undefined && whole.intent !== 'none') return whole;
	const likely = candidates.filter(({ isLikely }) => isLikely);
	return likely.flatMap((candidate) => toVerdict(judgeSentences({ ...candidate, text }), candidate))[0] ?? whole;
}

const DOUBTFUL: readonly Role[] = ['key', 'weak', 'stop', 'unsub', 'nowant', 'nosend', 'nowrite', 'nomore', 'remove', 'doubt'];

function undecided({ text, candidate }: { text: string; candidate: Candidate | undefined }): ConsentRecognition {
	const doubtful = candidate?.units.filter(({ roles }) => DOUBTFUL.some((role) => roles.has(role))) ?? [];
	const isKnown = candidate !== undefined && candidate.score >= 4 && candidate.units.some(({ isOwn }) => isOwn);
	return {
		intent: 'none',
		confidence: doubtful.length > 0 ? 0.4 : 0.95,
		scope: 'all',
		language: isKnown ? candidate.words.code : '',
		decidedBy: written(text, doubtful),
		reason: doubtful.length > 0 ? 'Holds a word of opting out, but not in a way that asks for it' : 'Says nothing about messages',
	};
}

/** A stop sign alone says what it shows; a hand or a thumb may be an answer to anything. */
function stopSign(text: string): ConsentRecognition | undefined {
	const sign = /^(?:\s|\p{P}|\ufe0f)*(?:[\u{1f6d1}\u26d4](?:\s|\p{P}|\ufe0f)*)+$/u.test(text);
	if (!sign) return undefined;
	const decidedBy = [text.trim()];
	return { intent: 'optOut', confidence: 0.6, scope: 'all', language: '', decidedBy, reason: 'A stop sign and nothing else' };
}

function explain(verdict: Verdict, decidedBy: readonly string[]): string {
	const name = builtIn().languages.get(verdict.language)?.name ?? verdict.language;
	return `${decidedBy.map((word) => `"${word}"`).join(', ')} (${name}): ${verdict.why}`;
}

function confidenceOf({ intent, confidence }: Finding, isTap: boolean): number {
	if (!isTap || intent === 'none') return confidence;
	return Math.min(1, Math.round((confidence + 0.15) * 100) / 100);
}

/**
 * Reads from a message whether the person wants no more messages (opt-out), wants them (opt-in), or says neither. Pure, never throws, and
 * takes time in proportion to the text. Meta's own marketing preference (`user_preferences`) always wins over words: ask it first.
 *
 * Operators' words count like the built-in ones; what they remove decides nothing, even when they also added it.
 */
export function recogniseConsent({ text: given, language = '', isTap = false, ...operator }: ConsentMessage): ConsentRecognition {
	const text = given.slice(0, LONGEST_TEXT);
	const tokens = tokenise(text);
	if (tokens.length === 0) return stopSign(text) ?? undecided({ text, candidate: undefined });
	const own = operatorWords(operator);
	const found = matchesIn(tokens, builtIn());
	const all = [...found, ...typoMatches({ tokens, matches: found })];
	const matches = own === undefined ? all : own.applyTo({ tokens, matches: all });
	const hint = language.toLowerCase().split(/[-_]/)[0] ?? '';
	const candidates = candidatesOf({ tokens, matches, hint });
	const verdict = decide({ candidates, text });
	if (verdict === undefined) return undecided({ text, candidate: candidates[0] });
	const decidedBy = written(text, verdict.units);
	return {
		intent: verdict.intent,
		confidence: confidenceOf(verdict, isTap),
		scope: verdict.scope,
		language: verdict.language,
		decidedBy,
		reason: explain(verdict, decidedBy),
	};
}
