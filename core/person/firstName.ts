import { fold } from '../shared/fold';
import { easternName } from './eastern';
import { COMPOUND_FIRST, COMPOUND_LINK, COMPOUND_SECOND, COMPOUND_TAIL, FAMILY_TITLES, HUNGARIAN_FIRST, NOBODY, NOBODY_SIGNS, SERVANT, SUFFIXES, TITLES } from './words';

/** A full name and what is known of the person's culture. */
export interface NamedPerson {
	/** As a profile, a shop or a person wrote it. */
	fullName: string;
	/** Two-letter country code, for example the phone's. */
	country?: string;
	/** Language code, for example the record's; only its first part counts. */
	language?: string;
}

/** Longest first name that is believed to be one, in characters. */
const LONGEST = 30;

/**
 * What to call a person by: the first name as their culture writes names. The family name comes first in China, Korea, Japan,
 * Vietnam and Hungary; "María José" and "Abdul Rahman" are one name; titles, emoji and capitals are taken off.
 *
 * @returns '' where there is no name of one person (a company, a family, a nickname with digits, an initial): greet without a name
 */
export function firstNameOf(person: NamedPerson): string {
	const name = cleaned(person.fullName);
	if (name === '' || isNobody(name)) return '';
	const eastern = easternName({ name, country: countryOf(person), language: languageOf(person) });
	const first = eastern ?? westernName(name, person);
	return isName(first) ? inNormalCase(first, person) : '';
}

function countryOf({ country }: NamedPerson): string {
	return (country ?? '').trim().toUpperCase();
}

function languageOf({ language }: NamedPerson): string {
	return (language ?? '').trim().toLowerCase().split(/[-_]/)[0] ?? '';
}

/** The name without emoji, brackets and what follows a bar ("Ana | Flowers"). */
function cleaned(fullName: string): string {
	return fullName
		.normalize('NFKC')
		.replace(/\p{Cf}|\ufe0f/gu, '')
		.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”/gu, ' ')
		.replace(/\s[|•·–—].*$/u, '')
		.replace(/[^\p{L}\p{M}\p{N}\s.,'’\-‐@_&+/・]/gu, ' ')
		.replace(/[‐’]/g, (sign) => (sign === '’' ? "'" : '-'))
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^(?:คุณ|นางสาว|นาย|นาง)\s*(?=\p{L})/u, '');
}

/** Word without dots, folded: "Sig.ra" as "sigra". */
function bare(word: string): string {
	return fold(word).replace(/[.,]/g, '');
}

function isNobody(name: string): boolean {
	if (/[@_&+/]|\d|www\.|\.com\b/i.test(name) || NOBODY_SIGNS.test(name)) return true;
	const words = name.split(/[\s,]+/);
	const [first = ''] = words;
	if (words.length === 1) return bare(first).length > 3 && NOBODY.has(bare(first));
	// Short forms ("As", "Co") may be names: they count at the end, in capitals or with dots, and where the language puts them first.
	const isFirst = /^(?:PT|CV|UD)\.?$/.test(first) || (/^\p{Script=Cyrillic}/u.test(first) && NOBODY.has(first.toLowerCase()));
	return isFirst || isForm(words.at(-1) ?? '') || words.some((word) => bare(word).length > 2 && NOBODY.has(bare(word)));
}

/** A short company form, which stands in capitals or with dots, as in "Sol S.A.". */
function isForm(word: string): boolean {
	return NOBODY.has(bare(word)) && (/\./.test(word) || word === word.toUpperCase());
}

/** The words of a name without titles before and suffixes after it. */
function withoutTitles(name: string, country: string): string[] {
	const words = name.split(' ').filter((word) => /\p{L}/u.test(word));
	const isTitle = (word: string) => TITLES.has(bare(word)) && !(bare(word).length === 1 && !word.endsWith('.') && /^\p{Script=Latin}/u.test(word));
	const start = words.findIndex((word) => !isTitle(word));
	if (start < 0) return [];
	const rest = words.slice(start);
	while (rest.length > 1 && SUFFIXES.has(bare(rest.at(-1) ?? ''))) rest.pop();
	// In Brazil and Portugal a doctor is called by the first name.
	const isFamily = rest.length === 1 && words.slice(0, start).some((word) => FAMILY_TITLES.has(bare(word))) && !['BR', 'PT'].includes(country);
	return isFamily ? [] : rest;
}

function westernName(name: string, person: NamedPerson): string {
	const [family, given, more] = name.split(',').map((part) => part.trim());
	// "O'Brien, Mary"; but "Mary O'Brien, PhD".
	const isReversed = given !== undefined && given !== '' && more === undefined && !given.split(' ').every((word) => SUFFIXES.has(bare(word)) || TITLES.has(bare(word)));
	const words = withoutTitles(isReversed ? given : (family ?? ''), countryOf(person));
	if (isReversed) return givenName(words, person);
	const slavic = slavicName(words);
	if (slavic !== undefined) return slavic;
	if (countryOf(person) === 'HU' || languageOf(person) === 'hu') return hungarianName(words);
	return givenName(withoutShoutedFamily(words), person);
}

/** "DUPONT Marie": the family name in capitals, as forms in France and elsewhere have it. */
function withoutShoutedFamily(words: readonly string[]): readonly string[] {
	const isShouted = (word: string) => word.replace(/\P{L}/gu, '').length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
	const quiet = words.filter((word) => !isShouted(word));
	return isShouted(words[0] ?? '') && quiet.length > 0 && quiet.some((word) => word.replace(/\P{L}/gu, '').length > 1) ? quiet : words;
}

function givenName(words: readonly string[], person: NamedPerson): string {
	const [first = '', second, third, fourth] = words;
	if (isInitial(first)) return ofInitial(words, person);
	if (second === undefined) return first;
	const folded = bare(first);
	if (SERVANT.has(folded)) return `${first} ${second}`;
	if (!COMPOUND_FIRST.has(folded)) return first;
	// The family name must be left over: "Ana Paula" alone is a whole first name, "Ana Julia" may be either.
	if (COMPOUND_SECOND.has(bare(second))) return `${first} ${second}`;
	if (third === undefined || !COMPOUND_LINK.has(bare(second))) return first;
	if (COMPOUND_TAIL.has(bare(third)) && !COMPOUND_LINK.has(bare(third))) return `${first} ${second} ${third}`;
	return COMPOUND_LINK.has(bare(third)) && fourth !== undefined && COMPOUND_TAIL.has(bare(fourth)) ? `${first} ${second} ${third} ${fourth}` : first;
}

function isInitial(word: string): boolean {
	return /^(?:\p{Lu}\p{M}*\.?){1,3}$/u.test(word) && word.replace(/\./g, '').length <= (word.includes('.') ? 3 : 1);
}

/** "J. Smith" has no first name to call by; "J. Edgar Hoover" and, in South India, "S. Ramesh" have. */
function ofInitial(words: readonly string[], person: NamedPerson): string {
	const full = words.filter((word) => !isInitial(word));
	const isSouthAsian = ['IN', 'LK'].includes(countryOf(person));
	return full.length > 1 || isSouthAsian ? (full[0] ?? '') : '';
}

/** Family names of Russia and Ukraine, which forms put first. */
const SLAVIC_FAMILY = /(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|енко|чук|щук|юк|ський|ська|цький|цька)$/iu;
const PATRONYMIC = /(?:вич|вна|ична|инична|ич|оглы|кызы|івна|ївна)$/iu;

/** "Иванов Иван Иванович" and "Иван Иванович Иванов"; undefined for names of other scripts. */
function slavicName(words: readonly string[]): string | undefined {
	if (words.length < 2 || !words.every((word) => /^[\p{Script=Cyrillic}'-]+$/u.test(word))) return undefined;
	const [first = '', second = '', third] = words;
	if (third !== undefined && PATRONYMIC.test(third)) return second;
	if (PATRONYMIC.test(second)) return first;
	return SLAVIC_FAMILY.test(first) && !SLAVIC_FAMILY.test(second) ? second : first;
}

function hungarianName(words: readonly string[]): string {
	const [first = '', ...rest] = words;
	const last = rest.at(-1);
	if (last === undefined) return first;
	const isGiven = (word: string) => HUNGARIAN_FIRST.has(bare(word));
	if (isGiven(first) && !isGiven(last)) return first;
	// "Nagy Anna Mária" is called Anna.
	return rest.find(isGiven) ?? last;
}

function isName(name: string): boolean {
	const letters = name.replace(/\P{L}/gu, '');
	const isEastern = /^[\p{Script=Han}\p{Script=Hangul}]/u.test(name);
	return name.length <= LONGEST && letters.length >= (isEastern ? 1 : 2);
}

/** Names in all capitals or all small letters with their capitals; others stay as their owners write them. */
function inNormalCase(name: string, person: NamedPerson): string {
	const locale = languageOf(person) === 'tr' || countryOf(person) === 'TR' ? 'tr' : 'en';
	const isMixed = name !== name.toLocaleUpperCase(locale) && name !== name.toLocaleLowerCase(locale);
	if (isMixed) return name.replace(/[.,]+$/, '');
	return name
		.toLocaleLowerCase(locale)
		.replace(/[.,]+$/, '')
		.replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase(locale))
		.replace(/\s(De|Del|Da|Do|Dos|La|Los|Las)(?=\s)/gu, (link) => link.toLowerCase());
}
