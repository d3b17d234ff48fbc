import { formatClock, parseClock, parseHolidays } from '../../../core/gate/clock';

const field = 'Quiet Hours, From';

test.each([
	['21:00', 1260],
	['9:05', 545],
	['09.30', 570],
	['00:00', 0],
	['24:00', 0],
	['7', 420],
	[7, 420],
	['9 pm', 1260],
	['12am', 0],
	['12:30 PM', 750],
	[' 8:15 a.m. ', 495],
])('%s is a time of day', (value, expected) => {
	expect(parseClock({ value, field })).toBe(expected);
});

test.each(['', 'nine', '25:00', '24:01', '12:60', '13 pm', '0 am', '-1', '8:5', undefined, null, {}, 7.5])('%s is none', (value) => {
	expect(() => parseClock({ value, field })).toThrow(/^Quiet Hours, From: .* is not a time of day; write it as 21:00$/);
});

test('a time is written with two digits', () => {
	expect([0, 5, 545, 1439].map(formatClock)).toEqual(['00:00', '00:05', '09:05', '23:59']);
});

test.each([
	['', []],
	[undefined, []],
	['12-25', ['12-25']],
	['2026-12-25, 12-26\n01-01;02-29', ['2026-12-25', '12-26', '01-01', '02-29']],
	[['2026-12-25', '12-25', '12-25'], ['2026-12-25', '12-25']],
	['2026-12-25T00:00:00', ['2026-12-25']],
])('holidays %j', (value, expected) => {
	expect(parseHolidays({ value, field: 'Holidays' })).toEqual(expected);
});

test.each(['25.12.', '2026-02-29', '13-01', '12-32', 'Christmas', '2026-1-1'])('%s is no holiday', (value) => {
	expect(() => parseHolidays({ value, field: 'Holidays' })).toThrow(`Holidays: "${value}": not a day; write 2026-12-25`);
});
