import { DateTime } from 'luxon';
import { dateText, moneyText } from '../../../core/shared/localeText';
import { problemsOf } from '../message/problemsOf';

/** ICU changes its blanks from release to release: plain, non-breaking, narrow; and it marks the direction of text. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f]/g, '');

describe('moneyText', () => {
	const money = (value: unknown, currency: string, locale: string) => plain(moneyText({ value, currency, locale, field: 'Total' }));

	test.each<[unknown, string, string, string]>([
		[12.34, 'BRL', 'pt_BR', 'R$ 12,34'],
		['1234.5', 'USD', 'en_US', '$1,234.50'],
		['1234,5', 'eur', 'de', '1.234,50 €'],
		[123456.78, 'INR', 'en-IN', '₹1,23,456.78'],
		['500.00', 'JPY', 'ja', '¥500'],
		[1.234, 'KWD', 'en', 'KWD 1.234'],
		['-20', 'EUR', 'en_GB', '-€20.00'],
		[0, 'EUR', 'fr', '0,00 €'],
		[2.01, 'EUR', 'en', '€2.01'],
		[10, 'EUR', 'xx_YY', '€10.00'],
		[10, 'EUR', 'no locale', '€10.00'],
		[10, 'EUR', '', '€10.00'],
	])('%j %s in %s is %s', (value, currency, locale, expected) => {
		expect(money(value, currency, locale).replace('￥', '¥')).toBe(expected);
	});

	test.each<[unknown, string, string]>([
		['12.345', 'EUR', '"12.345" could be meant in two ways; write it like 1234.50'],
		[500.5, 'JPY', '"500.5" must be a whole number'],
		['a lot', 'EUR', '"a lot" is not an amount; write it like 12.34'],
		[1, 'euro', '"euro" is not a currency code; write it like EUR'],
	])('refuses %j %s', (value, currency, message) => {
		expect(problemsOf(() => money(value, currency, 'en'))).toEqual([{ field: 'Total', message }]);
	});
});

describe('dateText', () => {
	const date = (input: Partial<Parameters<typeof dateText>[0]>) =>
		plain(dateText({ value: '2026-12-31T18:00:00', zone: 'Europe/Berlin', locale: 'en_US', field: 'Day', ...input }));

	test.each<[Partial<Parameters<typeof dateText>[0]>, string]>([
		[{}, 'December 31, 2026'],
		[{ value: '2026-12-31' }, 'December 31, 2026'],
		[{ value: '2026-12-31 18:00:00', time: 'short' }, '6:00 PM'],
		[{ locale: 'pt_BR' }, '31 de dezembro de 2026'],
		[{ locale: 'de', date: 'full' }, 'Donnerstag, 31. Dezember 2026'],
		[{ locale: 'de', date: 'medium', time: 'short' }, '31.12.2026, 18:00'],
		[{ locale: 'en_GB', date: 'short' }, '31/12/2026'],
		[{ value: '2026-12-31T23:30:00Z' }, 'January 1, 2027'],
		[{ value: '2026-12-31T23:30:00Z', zone: 'America/New_York', time: 'short' }, '6:30 PM'],
		[{ value: new Date('2026-06-01T10:00:00Z') }, 'June 1, 2026'],
		[{ value: DateTime.fromISO('2026-06-01T23:00:00', { zone: 'UTC' }) }, 'June 2, 2026'],
		[{ locale: 'xx_YY' }, 'December 31, 2026'],
	])('%j is %s', (input, expected) => {
		expect(date(input)).toBe(expected);
	});

	test.each<[unknown, string]>([
		['tomorrow', 'tomorrow'],
		['', ''],
		[undefined, ''],
		[1_794_000_000, '1794000000'],
		['2026-02-30', '2026-02-30'],
		[new Date(Number.NaN), 'Invalid Date'],
	])('refuses %j', (value, shown) => {
		const message = `"${shown}" is not a date; write it as 2026-12-31 or 2026-12-31T18:00:00`;
		expect(problemsOf(() => date({ value }))).toEqual([{ field: 'Day', message }]);
	});
});
