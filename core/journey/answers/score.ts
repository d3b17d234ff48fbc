import type { Reading } from './answer';
import { span, surroundings, type Said, type Surroundings } from './context';
import { fold } from '../../shared/fold';
import { tokensOf } from './tokens';
import { LANGUAGES, type LanguageCode } from './languages';
import { findNumbers, findRatio } from './numbers';
import { findPhrases, listed, phrasesOf, textAt, type Phrases } from './phrases';

const tables = new Map<LanguageCode, Phrases<number>>();

/** Words for 1 to 5; the best first, so that "very good" is not only "good". */
function wordsOf(language: LanguageCode): Phrases<number> {
	const known = tables.get(language);
	if (known !== undefined) return known;
	const made = phrasesOf([...LANGUAGES[language].ratings].map((list, index) => [list, index + 1] as const).reverse().flatMap(([list, value]) => listed(list, value)));
	tables.set(language, made);
	return made;
}

/** A bare number is the score; beside words that are not understood it may be anything. */
function trust(around: Surroundings): number {
	if (around.isNegated || around.isUnsure) return 0.4;
	if (around.isVague) return 0.5;
	if (around.leftOver === 0) return 0.97;
	if (around.leftOver <= 2) return 0.76;
	return around.leftOver <= 5 ? 0.6 : 0.4;
}

/** The scale of a score. */
export interface Scale {
	min: number;
	max: number;
}

/**
 * Reads a score: digits, number words, "4/5", "8 out of 10" (brought to the scale), stars, "80 %"; for ratings also words
 * such as "excellent". Only a whole number within the scale is clear.
 */
export function readScore(input: { said: Said; language: LanguageCode; scale: Scale; isRating: boolean }): Reading | undefined {
	const { said, language, scale, isRating } = input;
	const inDigits = ratioReading(input) ?? starsReading(said, scale) ?? numberReading(input);
	// "Nota dez" is praise, not a ten.
	const inWords = isRating && (inDigits === undefined || inDigits.details?.outOfRange === true) ? wordReading(said, { language, scale }) : undefined;
	const reading = inWords ?? inDigits;
	if (reading === undefined) return undefined;
	return said.isQuestion ? { ...reading, confidence: Math.min(0.5, reading.confidence) } : reading;
}

/** A score out of the scale says nothing; one between two marks may be either. */
function onScale(reading: Omit<Reading, 'value'> & { value: number }, { min, max }: Scale): Reading {
	const { value } = reading;
	if (value < min || value > max) return { ...reading, confidence: 0.3, details: { outOfRange: true } };
	if (Number.isInteger(value)) return reading;
	return { ...reading, confidence: 0.5, alternatives: [Math.floor(value), Math.ceil(value)] };
}

function ratioReading(input: { said: Said; language: LanguageCode; scale: Scale }): Reading | undefined {
	const { said, language, scale } = input;
	const { tokens } = said;
	const ratio = findRatio(tokens, language);
	const numbers = findNumbers(tokens, language);
	const percent = numbers.find(({ end }) => tokens[end]?.text === '%');
	const points = percent === undefined ? ratio?.points : percent.meaning;
	const outOf = percent === undefined ? ratio?.scale : 100;
	const at = percent === undefined ? ratio : { start: percent.start, end: percent.end + 1, text: `${percent.text}%` };
	if (points === undefined || outOf === undefined || at === undefined || outOf <= 0) return undefined;
	const used = new Set(span(at));
	const around = surroundings({ tokens, used, language, known: wordsOf(language) });
	const isOther = numbers.some(({ start, end }) => end <= at.start || start >= at.end);
	const isScale = outOf === scale.max;
	return onScale(
		{
			value: isScale ? points : Math.round((points / outOf) * scale.max * 100) / 100,
			confidence: Math.min(trust(around), isOther ? 0.4 : isScale ? 0.97 : 0.8),
			decidedBy: at.text,
			rule: 'fraction',
		},
		scale,
	);
}

function starsReading({ tokens }: Said, scale: Scale): Reading | undefined {
	const stars = tokens.filter(({ text }) => /^[⭐★🌟]$/u.test(text)).length;
	if (stars === 0 || tokens.some(({ kind }) => kind === 'number')) return undefined;
	const words = tokens.filter(({ kind }) => kind === 'word').length;
	return onScale({ value: stars, confidence: words === 0 ? 0.97 : words <= 6 ? 0.85 : 0.6, decidedBy: `${stars}`, rule: 'stars' }, scale);
}

function numberReading(input: { said: Said; language: LanguageCode; scale: Scale }): Reading | undefined {
	const { said, language, scale } = input;
	const { tokens } = said;
	const numbers = findNumbers(tokens, language);
	const range = tokens.find(({ text }) => /^\d+[-:]\d+$/.test(text));
	const [first] = numbers;
	if (first === undefined) return range === undefined ? undefined : rangeReading(range.text, scale);
	const values = [...new Set(numbers.map(({ meaning }) => meaning))];
	const known = wordsOf(language);
	const around = surroundings({ tokens, used: new Set(numbers.flatMap(span)), language, known });
	const isCounted = isUnit(tokens[first.end]?.text, language) || tokens[first.end]?.text === '+';
	const isPrice = [tokens[first.start - 1], tokens[first.end]].some((token) => /^[#€$£¥₹]$/u.test(token?.text ?? ''));
	const reading = onScale(
		{
			value: first.meaning,
			confidence: isPrice || isCounted ? 0.3 : trust(around),
			decidedBy: first.text,
			rule: first.isWord ? 'numberWord' : 'digits',
		},
		scale,
	);
	if (values.length === 1 && range === undefined) return reading;
	return { ...reading, confidence: 0.4, alternatives: values.slice(1) };
}

const units = new Map<LanguageCode, Set<string>>();

/** Whether a word counts time or weight, as in "it took 3 days"; the platform knows the words. */
function isUnit(word: string | undefined, language: LanguageCode): boolean {
	const known = units.get(language) ?? new Set(['day', 'hour', 'minute', 'week', 'month', 'year', 'kilogram'].flatMap((unit) =>
		[1, 2, 3, 5].flatMap((count) => tokensOf(fold(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count))).filter(({ kind }) => kind === 'word').map(({ text }) => text)),
	));
	units.set(language, known);
	return word !== undefined && word.length > 1 && known.has(word);
}

function rangeReading(text: string, scale: Scale): Reading {
	const values = text.split(/[-:]/).map(Number).filter((value) => value >= scale.min && value <= scale.max);
	return { ...(values[0] === undefined ? {} : { value: values[0] }), confidence: 0.4, decidedBy: text, rule: 'digits', alternatives: values.slice(1) };
}

/** Best and worst are plain; "good" may be a 3, a 4 or a 5 to whoever says so. */
function wordReading({ tokens }: Said, { language, scale }: { language: LanguageCode; scale: Scale }): Reading | undefined {
	const found = findPhrases(wordsOf(language), tokens);
	const [first] = found;
	if (first === undefined) return undefined;
	const around = surroundings({ tokens, used: new Set(found.flatMap(span)), language });
	const values = [...new Set(found.map(({ meaning }) => scale.min + ((meaning - 1) * (scale.max - scale.min)) / 4))];
	const [value = scale.min] = values;
	const base = { value, decidedBy: textAt(tokens, first), rule: 'word' as const };
	if (around.isNegated) return { decidedBy: base.decidedBy, rule: 'word', confidence: 0.3 };
	if (values.length > 1) return { ...base, confidence: 0.4, alternatives: values.slice(1) };
	const isExtreme = value === scale.min || value === scale.max;
	const neighbours = isExtreme ? [] : [value - 1, value + 1];
	const confidence = (isExtreme ? 0.8 : 0.55) - (around.leftOver > 2 ? 0.2 : 0) - (around.isTakenBack ? 0.3 : 0);
	return { ...base, confidence, alternatives: neighbours };
}
