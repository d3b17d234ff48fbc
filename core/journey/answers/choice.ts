import type { Reading } from './answer';
import { span, surroundings, type Said } from './context';
import { fold } from '../../shared/fold';
import { tokensOf } from './tokens';
import { LANGUAGES, type LanguageCode } from './languages';
import { findNumbers } from './numbers';
import { findPhrases, listed, phrasesOf, textAt, type Phrases } from './phrases';
import { distance } from './similar';

/** One of the answers that were offered. */
export interface Choice {
	/** The button's or row's ID; what the reading gives. */
	id: string;
	title: string;
}

function plain(text: string): string {
	return tokensOf(fold(text)).map((token) => token.text).join(' ');
}

/** Reads which of the offered answers is meant, by its ID, title, words of it, position or a typing slip. */
export function readChoice(input: { said: Said; language: LanguageCode; choices: readonly Choice[] }): Reading | undefined {
	const { said, choices } = input;
	const reading = exactly(said, choices) ?? byTitle(input) ?? byPosition(input) ?? bySimilarity(said, choices);
	if (reading === undefined) return undefined;
	const chosen = choices.findIndex(({ id }) => id === reading.value);
	const details = chosen < 0 ? {} : { details: { title: choices[chosen]?.title ?? '', position: chosen + 1 } };
	return { ...reading, ...details, confidence: said.isQuestion ? Math.min(0.5, reading.confidence) : reading.confidence };
}

function exactly(said: Said, choices: readonly Choice[]): Reading | undefined {
	const text = said.text.trim();
	const byId = choices.find(({ id }) => id === text);
	if (byId !== undefined) return { value: byId.id, confidence: 1, decidedBy: byId.id, rule: 'id' };
	const answer = plain(text);
	if (answer === '') return undefined;
	const same = choices.filter(({ title, id }) => plain(title) === answer || plain(id) === answer);
	const [first] = same;
	if (first === undefined) return undefined;
	const alternatives = same.slice(1).map(({ id }) => id);
	return { value: first.id, confidence: alternatives.length > 0 ? 0.5 : 0.99, decidedBy: answer, rule: 'title', alternatives };
}

/** The choices whose words are in the answer, those with the most words alone. */
function byTitle(input: { said: Said; language: LanguageCode; choices: readonly Choice[] }): Reading | undefined {
	const { said, language, choices } = input;
	const { tokens } = said;
	const common = sharedWords(choices);
	const scored = choices.map((choice) => {
		const words = tokensOf(fold(choice.title)).filter(({ kind, text }) => kind !== 'sign' && !common.has(text)).map(({ text }) => text);
		const at = tokens.flatMap((token, index) => (words.includes(token.text) ? [index] : []));
		const matched = new Set(at.map((index) => tokens[index]?.text)).size;
		return { choice, at, matched, share: words.length === 0 ? 0 : matched / new Set(words).size };
	});
	const best = scored.filter(({ share, at }) => share > 0 && at.some((index) => meaningful(tokens[index]?.text ?? ''))).sort((a, b) => b.matched - a.matched || b.share - a.share);
	const [first] = best;
	if (first === undefined) return undefined;
	const around = surroundings({ tokens, used: new Set(first.at), language });
	const decidedBy = first.at.map((index) => tokens[index]?.text).join(' ');
	const rivals = best.slice(1).filter(({ matched, at }) => matched === first.matched || at.some((index) => !first.at.includes(index)));
	const base = { value: first.choice.id, decidedBy, rule: 'title' as const };
	if (rivals.length > 0) return { ...base, confidence: 0.4, alternatives: rivals.map(({ choice }) => choice.id) };
	if (around.isNegated || around.isUnsure || around.isTakenBack) return { ...base, confidence: 0.4 };
	const whole = first.share === 1 ? 0.95 : first.share >= 0.5 ? 0.85 : 0.72;
	return { ...base, confidence: Math.max(0.4, whole - (around.leftOver > 6 ? 0.25 : around.leftOver > 3 ? 0.1 : 0)) };
}

/** A word that can tell choices apart: not a single letter. */
function meaningful(word: string): boolean {
	return /\p{N}/u.test(word) || [...word].length > 1 || /[\p{Script=Han}\p{Script=Hangul}]/u.test(word);
}

/** Words that all titles have tell nothing: "Blue shirt", "Red shirt". */
function sharedWords(choices: readonly Choice[]): Set<string> {
	const counts = new Map<string, number>();
	for (const { title } of choices) for (const word of new Set(tokensOf(fold(title)).map(({ text }) => text))) counts.set(word, (counts.get(word) ?? 0) + 1);
	return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}

const LAST = -1;
const tables = new Map<LanguageCode, Phrases<number>>();

function ordinalsOf(language: LanguageCode): Phrases<number> {
	const known = tables.get(language);
	if (known !== undefined) return known;
	const made = phrasesOf(LANGUAGES[language].ordinals.flatMap((list, index) => listed(list, index === 5 ? LAST : index + 1)));
	tables.set(language, made);
	return made;
}

/** "2", "the second one", "option B", "last". */
function byPosition(input: { said: Said; language: LanguageCode; choices: readonly Choice[] }): Reading | undefined {
	const { said, language, choices } = input;
	const { tokens } = said;
	const letter = /^(?:option |opcion |opcao |opzione |optie |opcja )?([a-j])$/.exec(plain(said.text))?.[1];
	const ordinals = findPhrases(ordinalsOf(language), tokens);
	const numbers = ordinals.length > 0 ? [] : findNumbers(tokens, language);
	const found = ordinals.length > 0 ? ordinals : numbers;
	const positions = letter === undefined ? [...new Set(found.map(({ meaning }) => (meaning === LAST ? choices.length : meaning)))] : [letter.charCodeAt(0) - 96];
	const [position] = positions;
	const choice = position === undefined ? undefined : choices[position - 1];
	if (position === undefined || choice === undefined) return undefined;
	const [at] = found;
	const base = { value: choice.id, decidedBy: letter ?? (at === undefined ? '' : textAt(tokens, at)), rule: 'position' as const };
	if (positions.length > 1) return { ...base, confidence: 0.4, alternatives: positions.slice(1).flatMap((other) => choices[other - 1]?.id ?? []) };
	const around = surroundings({ tokens, used: new Set(found.flatMap(span)), language });
	if (around.isNegated || around.isUnsure || around.isTakenBack) return { ...base, confidence: 0.4 };
	// Where the titles have numbers of their own ("1 kg", "2 kg"), a bare one may be either.
	const isOpen = choices.some(({ title }) => /\p{N}/u.test(title)) && ordinals.length === 0 && letter === undefined;
	return { ...base, confidence: isOpen ? 0.5 : around.leftOver === 0 || letter !== undefined ? 0.92 : around.leftOver <= 2 ? 0.75 : 0.5 };
}

/** A typing slip: one letter in four, two in eight and more; never a choice that another one is as near to. */
function bySimilarity(said: Said, choices: readonly Choice[]): Reading | undefined {
	const answer = plain(said.text);
	const words = answer.split(' ');
	const near = choices
		.flatMap((choice) => {
			const title = plain(choice.title);
			const forms = [{ form: title, of: answer }, ...title.split(' ').filter((word) => word.length >= 4).flatMap((form) => words.map((of) => ({ form, of })))];
			return forms.map(({ form, of }) => ({ choice, steps: distance(form, of), allowed: form.length >= 8 ? 2 : form.length >= 4 ? 1 : 0, isWhole: form === title }));
		})
		.filter(({ steps, allowed }) => steps <= allowed)
		.sort((a, b) => a.steps - b.steps || Number(b.isWhole) - Number(a.isWhole));
	const [first] = near;
	if (first === undefined) return undefined;
	const rivals = [...new Set(near.filter(({ choice, steps }) => choice !== first.choice && steps <= first.steps).map(({ choice }) => choice.id))];
	return {
		value: first.choice.id,
		confidence: rivals.length > 0 ? 0.4 : first.isWhole ? 0.82 : 0.72,
		decidedBy: answer,
		rule: 'similar',
		alternatives: rivals,
	};
}
