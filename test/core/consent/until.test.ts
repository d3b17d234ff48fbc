import { InvalidInput } from '../../../core/errors/invalidInput';
import { parseUntil } from '../../../core/consent/until';

const zone = 'Europe/Berlin';

describe('parseUntil', () => {
	test.each([
		['2027-01-15T12:00:00', '2027-01-15T11:00:00.000Z'],
		['2027-07-15', '2027-07-14T22:00:00.000Z'],
		[' 2027-01-15T12:00:00Z ', '2027-01-15T12:00:00.000Z'],
		['2027-01-15T12:00:00-05:00', '2027-01-15T17:00:00.000Z'],
		[new Date('2027-01-15T12:00:00Z'), '2027-01-15T12:00:00.000Z'],
		['', ''],
		[null, ''],
		[undefined, ''],
	])('reads %p', (value, time) => {
		expect(parseUntil({ value, zone })).toBe(time);
	});

	test.each(['next week', '15/01/2027', '2027-13-01', ' ', 1800000000000, true, new Date(Number.NaN), {}])('refuses %p', (value) => {
		expect(() => parseUntil({ value, zone })).toThrow(InvalidInput);
		expect(() => parseUntil({ value, zone })).toThrow(/^Until: .* is not a date/);
	});
});
