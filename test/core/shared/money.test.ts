import fc from 'fast-check';
import { readUnits, toAmount, unitsText } from '../../../core/shared/money';

const units = (value: unknown) => readUnits({ value });

test.each<[unknown, number]>([
	[2.01, 201],
	['2.01', 201],
	['12,34', 1234],
	[' 12.34 ', 1234],
	[0, 0],
	['0', 0],
	['-0.00', 0],
	[1175, 117500],
	[4.35, 435],
	[1.1, 110],
	['7.5', 750],
	['12.3400', 1234],
	['1234.500', 123450],
	['0.500', 50],
	['1,234.56', 123456],
	['1.234,56', 123456],
	['1 234,56', 123456],
	['1\u00a0234,56', 123456],
	["1'234.56", 123456],
	['1,23,456.78', 12345678],
	['1,234,567', 123456700],
	['1.234.567', 123456700],
	['90071992547409.91', 9007199254740991],
	[1234567890123.45, 123456789012345],
])('%j is %d hundredths', (value, expected) => {
	expect(units(value)).toEqual({ units: expected });
});

test.each<[string, number]>([
	['0.1 + 0.2', 0.1 + 0.2],
	['19.99 * 3', 19.99 * 3],
	['1.15 * 100 / 100', (1.15 * 100) / 100],
])('drops the noise of %s', (_, value) => {
	expect(units(value)).toEqual({ units: Math.round(value * 100) });
});

test.each<[unknown, string]>([
	[1.005, '"1.005" has more than 2 decimals'],
	['12.345', '"12.345" could be meant in two ways; write it like 1234.50'],
	['1,234', '"1,234" could be meant in two ways; write it like 1234.50'],
	['12.3456', '"12.3456" has more than 2 decimals'],
	['0.001', '"0.001" has more than 2 decimals'],
	['-1', 'must not be negative'],
	['\u22121', 'must not be negative'],
	['', '"" is not an amount; write it like 12.34'],
	[undefined, '"" is not an amount; write it like 12.34'],
	['12.34 EUR', '"12.34 EUR" is not an amount; write it like 12.34'],
	['1e3', '"1e3" is not an amount; write it like 12.34'],
	['12.', '"12." is not an amount; write it like 12.34'],
	['1,2,3', '"1,2,3" is not an amount; write it like 12.34'],
	[Number.NaN, '"NaN" is not an amount; write it like 12.34'],
	[Number.POSITIVE_INFINITY, '"Infinity" is not an amount; write it like 12.34'],
	[true, '"true" is not an amount; write it like 12.34'],
	[{ amount: 1 }, '"an object" is not an amount; write it like 12.34'],
	['90071992547409.92', '"90071992547409.92" is too large for an amount'],
])('refuses %j', (value, problem) => {
	expect(units(value)).toEqual({ problem });
});

test('every price of 0.01 to 1000.00 is exact, as a number and as text with point or comma', () => {
	const wrong: number[] = [];
	for (let expected = 1; expected <= 100_000; expected += 1) {
		const text = unitsText(expected);
		const read = [Number(text), expected / 100, text, text.replace('.', ',')].map(units);
		if (read.some((each) => !('units' in each) || each.units !== expected)) wrong.push(expected);
	}
	expect(wrong).toEqual([]);
});

test('an amount written in any usual way is read as itself', () => {
	const group = (whole: string, separator: string) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.boolean(), (expected, negative) => {
			const [whole = '', fraction = ''] = unitsText(expected).split('.');
			const sign = negative ? '-' : '';
			const texts = [
				`${whole}.${fraction}`,
				`${whole},${fraction}`,
				`${group(whole, ',')}.${fraction}`,
				`${group(whole, '.')},${fraction}`,
				`${group(whole, ' ')},${fraction}`,
			].map((text) => sign + text);
			const values = [...texts, Number(texts[0])];
			const signed = negative && expected > 0 ? -expected : expected;
			expect(values.map((value) => readUnits({ value, negative: true }))).toEqual(values.map(() => ({ units: signed })));
		}),
	);
});

test('any other text gives a problem or a whole number, and never throws', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.string({ unit: fc.constantFrom(...'0123456789.,- e') })), (value) => {
			const read = units(value);
			expect('units' in read ? Number.isSafeInteger(read.units) && read.units >= 0 : read.problem !== '').toBe(true);
		}),
	);
});

test('reads as many decimals as asked for', () => {
	expect(readUnits({ value: '100', decimals: 0 })).toEqual({ units: 100 });
	expect(readUnits({ value: '100.00', decimals: 0 })).toEqual({ units: 100 });
	expect(readUnits({ value: '100.5', decimals: 0 })).toEqual({ problem: '"100.5" must be a whole number' });
	expect(readUnits({ value: 1.234, decimals: 3 })).toEqual({ units: 1234 });
});

test('writes units for Meta and for people', () => {
	expect(toAmount(1234)).toEqual({ value: 1234, offset: 100 });
	expect([0, 5, 1234, -1234].map(unitsText)).toEqual(['0.00', '0.05', '12.34', '-12.34']);
});
