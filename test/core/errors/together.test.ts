import { InvalidInput } from '../../../core/errors/invalidInput';
import { checkBoth, validOr } from '../../../core/errors/together';

function refuse(field: string): () => never {
	return () => {
		throw new InvalidInput([{ field, message: 'is wrong' }]);
	};
}

function fail(): never {
	throw new TypeError('broken');
}

test('validOr gives the value, or the fallback for refused input only', () => {
	expect(validOr(() => 1, 2)).toBe(1);
	expect(validOr(refuse('A'), 2)).toBe(2);
	expect(() => validOr(fail, 2)).toThrow(TypeError);
});

test('checkBoth gives what the first gives', () => {
	expect(checkBoth(() => 1, () => 2)).toBe(1);
	expect(checkBoth(() => undefined, () => 2)).toBeUndefined();
});

test.each([
	['the first', refuse('A'), () => 1, 'A: is wrong'],
	['the second', () => 1, refuse('B'), 'B: is wrong'],
	['both', refuse('A'), refuse('B'), 'A: is wrong. B: is wrong'],
])('checkBoth reports %s', (_, first, second, message) => {
	expect(() => checkBoth(first, second)).toThrow(message);
});

test('checkBoth lets other errors through', () => {
	expect(() => checkBoth(refuse('A'), fail)).toThrow(TypeError);
});
