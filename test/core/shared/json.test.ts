import { defined } from '../../../core/shared/defined';
import { arrayOf, isJsonObject, numberOf, objectOf, textOf } from '../../../core/shared/json';

test.each([
	[{}, true],
	[null, false],
	[[], false],
	['{}', false],
	[undefined, false],
])('isJsonObject(%j) is %s', (value, expected) => {
	expect(isJsonObject(value)).toBe(expected);
});

test('objectOf, arrayOf and textOf give an empty value for another type', () => {
	expect(objectOf([1])).toEqual({});
	expect(objectOf({ a: 1 })).toEqual({ a: 1 });
	expect(arrayOf({ 0: 1 })).toEqual([]);
	expect(arrayOf([1])).toEqual([1]);
	expect(textOf('')).toBeUndefined();
	expect(textOf(7)).toBeUndefined();
	expect(textOf('7')).toBe('7');
});

test.each([
	[131030, 131030],
	['131030', 131030],
	['-1', undefined],
	['1e3', undefined],
	[Number.NaN, undefined],
	[null, undefined],
])('numberOf(%j) is %j', (value, expected) => {
	expect(numberOf(value)).toBe(expected);
});

test('defined leaves out undefined members and keeps the original as it was', () => {
	const original = { a: undefined, b: null, c: 0 };
	expect(Object.keys(defined(original))).toEqual(['b', 'c']);
	expect(Object.keys(original)).toEqual(['a', 'b', 'c']);
});
