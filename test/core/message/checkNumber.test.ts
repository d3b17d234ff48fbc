import { Problems } from '../../../core/errors/invalidInput';
import { checkDegrees, checkWholeNumber } from '../../../core/message/checkNumber';
import { problemsOf } from './problemsOf';

function whole(value: unknown) {
	const problems = new Problems();
	const number = checkWholeNumber(problems, { field: 'Days', value, min: 1, max: 30 });
	problems.throwIfAny();
	return number;
}

function degrees(value: unknown) {
	const problems = new Problems();
	const number = checkDegrees(problems, { field: 'Latitude', value, max: 90 });
	problems.throwIfAny();
	return number;
}

test.each([
	[1, 1],
	['30', 30],
	[' 7 ', 7],
	['7.0', 7],
])('the whole number %j is %d', (value, number) => {
	expect(whole(value)).toBe(number);
});

test.each([
	[0, 'must be 1 to 30, not 0'],
	['31', 'must be 1 to 30, not 31'],
	[1_000, 'must be 1 to 30, not 1,000'],
	[2.5, 'must be a whole number, not "2.5"'],
	['7 days', 'must be a whole number, not "7 days"'],
	['', 'must not be empty'],
	[undefined, 'must not be empty'],
	[[7], 'must be text, not a list'],
])('refuses %j as a whole number', (value, message) => {
	expect(problemsOf(() => whole(value))).toEqual([{ field: 'Days', message }]);
});

test.each([
	[90, 90],
	['-90', -90],
	['52.516275', 52.516275],
	['+13.', 13],
	[1e-7, 1e-7],
	[0, 0],
])('the degrees %j are %d', (value, number) => {
	expect(degrees(value)).toBe(number);
});

test.each([
	[90.0001, 'must be -90 to 90, not 90.0001'],
	['-91', 'must be -90 to 90, not -91'],
	['52,5', 'must be decimal degrees such as 52.516275, not "52,5"'],
	['52°30′N', 'must be decimal degrees such as 52.516275, not "52°30′N"'],
	[null, 'must not be empty'],
])('refuses %j as degrees', (value, message) => {
	expect(problemsOf(() => degrees(value))).toEqual([{ field: 'Latitude', message }]);
});
