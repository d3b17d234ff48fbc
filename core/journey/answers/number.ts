import { confidenceAfter, type Reading } from './answer';
import { span, surroundings, type Said } from './context';
import type { LanguageCode } from './languages';
import { findNumbers, type NumberFound } from './numbers';

/** Reads one number, in digits of any script or in words. One outside of the bounds is given, but is not clear. */
export function readNumber(input: { said: Said; language: LanguageCode; min?: number; max?: number }): Reading | undefined {
	const { said, language } = input;
	const { tokens } = said;
	const numbers = findNumbers(tokens, language);
	const range = tokens.find(({ text }) => /^\d+[-/:]\d+/.test(text));
	const [first] = numbers;
	if (first === undefined) {
		const ends = range?.text.split(/[-/:]/).map(Number) ?? [];
		return range === undefined ? undefined : { value: ends[0], confidence: 0.4, decidedBy: range.text, rule: 'digits', alternatives: ends.slice(1) };
	}
	const values = [...new Set(numbers.map(({ meaning }) => meaning))];
	const base: Reading = { value: first.meaning, confidence: 0.4, decidedBy: first.text, rule: first.isWord ? 'numberWord' : 'digits' };
	if (values.length > 1 || range !== undefined) return { ...base, alternatives: values.slice(1) };
	const { min = -Infinity, max = Infinity } = input;
	if (first.meaning < min || first.meaning > max) return outside(first, { min, max, base });
	const around = surroundings({ tokens, used: new Set(numbers.flatMap(span)), language });
	const confidence = around.isNegated || around.isUnsure ? 0.4 : around.isVague ? 0.6 : confidenceAfter(0.97, around.leftOver);
	const alternatives = first.otherwise === undefined ? [] : [first.otherwise];
	const sure = alternatives.length > 0 ? Math.min(0.75, confidence) : confidence;
	return { ...base, confidence: said.isQuestion ? Math.min(0.5, sure) : sure, alternatives };
}

/** The other reading of `1.234` may lie within the bounds. */
function outside(found: NumberFound, input: { min: number; max: number; base: Reading }): Reading {
	const { otherwise } = found;
	const fits = otherwise !== undefined && otherwise >= input.min && otherwise <= input.max;
	if (fits) return { ...input.base, value: otherwise, confidence: 0.75 };
	return { ...input.base, confidence: 0.3, details: { outOfRange: true } };
}
