import { readTypedChoice } from '../../../core/journey/acceptText';

const now = new Date('2026-11-22T10:00:00Z');

describe('a typed choice', () => {
	test.each([
		['1', 0],
		['2', 1],
		['3', 2],
		['one', 0],
		['the second one', 1],
		['Coupon', 1],
	])('%s is the choice at position %i', (text, position) => {
		expect(readTypedChoice({ text, titles: ['Refund', 'Coupon', 'Exchange'], now })).toBe(position);
	});

	test.each(['0', '4', 'neither', 'Refund or Coupon'])('%s is none', (text) => {
		expect(readTypedChoice({ text, titles: ['Refund', 'Coupon', 'Exchange'], now })).toBeUndefined();
	});
});
