import type { Problems } from '../errors/invalidInput';
import { formatCount } from '../shared/text';
import { checkText } from './check';

interface NumberField {
	field: string;
	/** A number or its text, as a form or an expression gives it. */
	value: unknown;
	min: number;
	max: number;
}

/** The value as a whole number; notes in `problems` a missing one, one of another kind, and one out of the range. */
export function checkWholeNumber(problems: Problems, input: NumberField): number {
	const { field, value } = input;
	const text = checkText(problems, { field, value }).trim();
	if (text === '') return input.min;
	const number = /^[+-]?\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isNaN(number)) {
		problems.add(field, `must be a whole number, not "${text}"`);
		return input.min;
	}
	checkRange(problems, { ...input, number, show: formatCount });
	return number;
}

/** The value as decimal degrees; notes in `problems` as {@link checkWholeNumber} does. */
export function checkDegrees(problems: Problems, input: { field: string; value: unknown; max: number }): number {
	const { field, value } = input;
	const text = checkText(problems, { field, value }).trim();
	if (text === '') return 0;
	// Tiny numbers become text such as 1e-7.
	const number = /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
	if (Number.isNaN(number)) {
		problems.add(field, `must be decimal degrees such as 52.516275, not "${text}"`);
		return 0;
	}
	checkRange(problems, { ...input, min: -input.max, number, show: String });
	return number;
}

function checkRange(
	problems: Problems,
	input: { field: string; number: number; min: number; max: number; show: (number: number) => string },
): void {
	const { field, number, min, max, show } = input;
	if (number < min || number > max) {
		problems.add(field, `must be ${show(min)} to ${show(max)}, not ${show(number)}`);
	}
}
