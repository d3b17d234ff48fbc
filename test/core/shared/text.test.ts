import { characterCount, formatCount, joinNames } from '../../../core/shared/text';

describe('characterCount', () => {
	test.each([
		['', 0],
		['abc', 3],
		['é', 1],
		['😀😀', 2],
		['日本', 2],
	])('%j has %d characters', (text, count) => {
		expect(characterCount(text)).toBe(count);
	});
});

test.each([
	[0, '0'],
	[999, '999'],
	[1024, '1,024'],
	[104_857_600, '104,857,600'],
])('formatCount(%d) is %s', (count, text) => {
	expect(formatCount(count)).toBe(text);
});

test.each([
	[[], ''],
	[['a'], 'a'],
	[['a', 'b'], 'a and b'],
	[['a', 'b', 'c'], 'a, b and c'],
])('joinNames(%j) is %j', (names: string[], text) => {
	expect(joinNames(names)).toBe(text);
});
