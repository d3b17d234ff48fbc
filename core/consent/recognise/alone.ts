import { Reading, type Finding } from './reading';
import { clausesOf, type Sentence, type Unit } from './units';
import type { Role, Words } from './words';

const WHOLE = 1;
const WEAK = 0.8;
const OWN_CLAUSE = 0.9;
const SHOUTED = 0.7;
const TYPO = 0.7;

function isFiller(unit: Unit): boolean {
	return unit.roles.has('polite') || (unit.roles.size === 0 && unit.weight === 0);
}

/** True when the units are nothing but words of the role, with words that change nothing: "wrong number stop it". */
function consistsOf(units: readonly Unit[], role: Role): boolean {
	const isBeside = ({ roles }: Unit) => roles.has('fill') || (role === 'key' && roles.has('doubt') && !roles.has('neg') && !roles.has('nowant'));
	return units.some(({ roles }) => roles.has(role)) && units.every((unit) => unit.roles.has(role) || isBeside(unit));
}

/** Without courtesies, numbers, and one name after a courtesy: "STOP thanks Maria". */
function contentsOf(units: readonly Unit[]): { content: Unit[]; withoutName: Unit[] } {
	const content = units.filter((unit) => !isFiller(unit));
	const last = content.at(-1);
	const isName = last?.roles.size === 0 && units[units.indexOf(last) - 1]?.roles.has('polite') === true;
	return { content, withoutName: isName ? content.slice(0, -1) : content };
}

function finding(intent: Finding['intent'], confidence: number, units: readonly Unit[], why: string): Finding {
	const decisive = units.filter(({ roles }) => !roles.has('fill') || roles.has('key'));
	const isGuess = decisive.every(({ roles }) => roles.has('typo'));
	return {
		intent,
		confidence: isGuess ? Math.min(confidence, TYPO) : confidence,
		scope: intent === 'optOut' && decisive.some(({ roles }) => roles.has('promo')) ? 'marketing' : 'all',
		units: decisive,
		why,
	};
}

/** Decides by the whole message: "STOP", "stop please", "ALTA". */
export function judgeWhole(units: readonly Unit[]): Finding | undefined {
	const { content, withoutName } = contentsOf(units);
	if (consistsOf(content, 'key')) return finding('optOut', WHOLE, content, 'the whole message');
	if (consistsOf(content, 'start')) return finding('optIn', WHOLE, content, 'the whole message');
	if (consistsOf(content, 'weak')) return finding('optOut', WEAK, content, 'the whole message');
	if (consistsOf(withoutName, 'key')) return finding('optOut', OWN_CLAUSE, withoutName, 'the whole message but for a name');
	if (consistsOf(content, 'doubt')) return finding('none', 0.3, content, 'may mean something else, so nothing is decided');
	return undefined;
}

function isShouted(unit: Unit, text: string): boolean {
	const raw = unit.tokens.map(({ start, end }) => text.slice(start, end)).join('');
	return /^\p{Lu}{4,}$/u.test(raw);
}

/** A keyword in capitals within a message in small letters is meant as one: "pls STOP i already bought it". */
function shouted(sentence: Sentence, { words, text }: { words: Words; text: string }): Unit[] {
	if ((text.match(/\p{Ll}{2,}/gu) ?? []).length < 2) return [];
	const reading = new Reading(sentence, words);
	const isMeant = (unit: Unit) => !reading.isNegated(unit) && !reading.isKept(unit) && !reading.isAboutOther(unit) && !reading.asksAbout(unit);
	return reading.all('key').filter((unit) => isShouted(unit, text) && isMeant(unit));
}

/** Decides by a keyword that stands as a sentence or a clause of its own: "I bought it already. STOP". */
export function judgeClauses({ sentences, words, text }: { sentences: readonly Sentence[]; words: Words; text: string }): Finding | undefined {
	const own = sentences.flatMap(clausesOf).find((clause) => consistsOf(contentsOf(clause).content, 'key'));
	const units = own ?? sentences.flatMap((sentence) => shouted(sentence, { words, text }));
	if (units.length === 0) return undefined;
	const decisive = units.filter(({ roles }) => roles.has('key'));
	const others = sentences.flatMap((sentence) => sentence.units).filter((unit) => !decisive.includes(unit));
	const has = (role: Role) => others.some(({ roles }) => roles.has(role));
	// "Stop! I gave you the wrong address" is about the order; "STOP - wrong season for me" is the word that every message names.
	const isNamed = decisive.every((unit) => isShouted(unit, text)) && (text.match(/\p{Ll}{2,}/gu) ?? []).length >= 2 && !has('other');
	if (has('act') && !isNamed && !has('doubt') && !has('msg') && !has('promo')) return finding('none', 0.4, decisive, 'may be about the order');
	return finding('optOut', own === undefined ? SHOUTED : OWN_CLAUSE, decisive, 'a sentence of its own');
}
