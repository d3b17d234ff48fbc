/** An amount as Meta takes it: `value` divided by `offset` is the number of currency units (cloud-api 1.5). */
export interface Amount {
	value: number;
	offset: typeof AMOUNT_OFFSET;
}

/** The only offset that Meta's payments know: hundredths, for INR and BRL (payments-in/pg, payments-br/orders). */
export const AMOUNT_OFFSET = 100;

/** Decimal places that `AMOUNT_OFFSET` has room for. */
export const AMOUNT_DECIMALS = 2;

/** An amount that was read, in the smallest units (`12.34` is 1234), or the reason why it cannot be one. */
export type ReadUnits = { units: number } | { problem: string };

/** The object that Meta takes for an amount in the smallest units. */
export function toAmount(units: number): Amount {
	return { value: units, offset: AMOUNT_OFFSET };
}

/**
 * Reads an amount in currency units as a form, a shop or a spreadsheet writes it: a number, or text such as `12.34`,
 * `12,34`, `1,234.56`, `1.234,56`, `1 234,56` or `1,23,456.78`. Digits are read as text, so that 2.01 is 201 and never 200.
 * The noise that a sum of floating-point numbers leaves behind its 15th digit is dropped; nothing else is rounded.
 *
 * @param input.decimals places that the smallest unit has, 2 when left out
 * @param input.negative whether the amount may be below zero
 * @returns a problem for what is no amount, has more decimals, or could be read in two ways (`1.234` as text)
 */
export function readUnits(input: { value: unknown; decimals?: number; negative?: boolean }): ReadUnits {
	const { value, decimals = AMOUNT_DECIMALS, negative = false } = input;
	const text = typeof value === 'number' ? plainNumber(value) : typeof value === 'string' ? value.trim() : '';
	const sign = /^[-\u2212]/.test(text) ? -1 : 1;
	const digits = sign < 0 ? text.slice(1).trim() : text;
	if (typeof value === 'string' && AMBIGUOUS.test(digits)) {
		return { problem: `"${text}" could be meant in two ways; write it like 1234.50` };
	}
	const parts = splitDigits(digits);
	if (parts === undefined) return { problem: `"${shown(value)}" is not an amount; write it like 12.34` };
	const fraction = parts.fraction.replace(/0+$/, '');
	if (fraction.length > decimals) {
		return { problem: `"${text}" ${decimals === 0 ? 'must be a whole number' : `has more than ${decimals} decimals`}` };
	}
	const units = Number(`${parts.whole}${fraction.padEnd(decimals, '0')}`);
	if (!Number.isSafeInteger(units)) return { problem: `"${text}" is too large for an amount` };
	if (units === 0) return { units };
	if (sign < 0 && !negative) return { problem: 'must not be negative' };
	return { units: sign * units };
}

/** An amount in the smallest units for people to read, without currency: `12.34`. */
export function unitsText(units: number): string {
	const digits = String(Math.abs(units)).padStart(AMOUNT_DECIMALS + 1, '0');
	const sign = units < 0 ? '-' : '';
	return `${sign}${digits.slice(0, -AMOUNT_DECIMALS)}.${digits.slice(-AMOUNT_DECIMALS)}`;
}

/** One separator before exactly three digits: thousands in one country, thousandths in another. */
const AMBIGUOUS = /^[1-9]\d{0,2}[.,]\d{3}$/;

const PLAIN = /^(\d+)(?:[.,](\d+))?$/;

/** Groups of three, or of two before the last three as in India; the decimal separator is another sign than the groups'. */
const GROUPED = [
	/^(\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(\d+))?$/,
	/^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/,
	/^(\d{1,3}(?:[ \u00a0\u202f'\u2019]\d{3})+)(?:[.,](\d+))?$/,
];

function splitDigits(text: string): { whole: string; fraction: string } | undefined {
	const found = [PLAIN, ...GROUPED].map((form) => form.exec(text)).find((match) => match !== null);
	if (!found) return undefined;
	return { whole: (found[1] ?? '').replace(/\D/g, ''), fraction: found[2] ?? '' };
}

/** 15 digits are what a double holds of any decimal; in a long fraction, what follows is noise (0.1 + 0.2). */
function plainNumber(value: number): string {
	const text = String(value);
	return /\.\d{5,}$/.test(text) ? String(Number(value.toPrecision(15))) : text;
}

function shown(value: unknown): string {
	return typeof value === 'object' && value !== null ? 'an object' : String(value ?? '');
}
