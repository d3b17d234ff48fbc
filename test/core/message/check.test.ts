import { Problems } from '../../../core/errors/invalidInput';
import { checkText, isWebUrl } from '../../../core/message/check';
import { problemsOf } from './problemsOf';

test.each([
	['text', 'text'],
	[0, '0'],
	[12.5, '12.5'],
	[false, 'false'],
	[10n, '10'],
])('takes %p as text', (value, text) => {
	const problems = new Problems();
	expect(checkText(problems, { field: 'Body', value })).toBe(text);
	expect(problemsOf(() => problems.throwIfAny())).toEqual([]);
});

test.each([
	[{ a: 1 }, 'must be text, not an object'],
	[['a'], 'must be text, not a list'],
	[Number.NaN, 'must be text, not a number'],
	[undefined, 'must not be empty'],
	[null, 'must not be empty'],
])('refuses %p', (value, message) => {
	const problems = new Problems();
	expect(checkText(problems, { field: 'Body', value })).toBe('');
	expect(problemsOf(() => problems.throwIfAny())).toEqual([{ field: 'Body', message }]);
});

test('lets an optional field be empty', () => {
	const problems = new Problems();
	expect(checkText(problems, { field: 'Footer', value: undefined, optional: true })).toBe('');
	expect(problemsOf(() => problems.throwIfAny())).toEqual([]);
});

test.each([
	['https://shop.example', true],
	['HTTP://shop.example/a?b=c#d', true],
	['https://', false],
	['https:///path', false],
	['shop.example', false],
	['ftp://shop.example', false],
	['javascript:alert(1)', false],
	['https://shop.example/a b', false],
	['https://[bad', false],
])('isWebUrl(%j) is %s', (url, expected) => {
	expect(isWebUrl(url)).toBe(expected);
});
