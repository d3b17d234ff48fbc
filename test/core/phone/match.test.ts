import { matchesPhone, phoneKeysOf } from '../../../core/phone/match';

describe('a person on WhatsApp and the phone of an order', () => {
	test.each([
		['4915112345678', '0151 12345678', 'DE'],
		['4915112345678', '0151/123 456-78', undefined],
		['4915112345678', '151 12345678', 'DE'],
		['4915112345678', '0049 151 12345678', undefined],
		['4915112345678', '+49 (0)151 12345678', undefined],
		['5511987654321', '(11) 8765-4321', 'BR'],
		['551187654321', '(11) 98765-4321', 'BR'],
		['551187654321', '+55 11 98765-4321', undefined],
		['5511987654321', '011 98765-4321', undefined],
		['5215512345678', '55 1234 5678', 'MX'],
		['5215512345678', '044 55 1234 5678', 'MX'],
		['525512345678', '+52 1 55 1234 5678', undefined],
		['5491112345678', '011 15-1234-5678', 'AR'],
		['5491112345678', '11 1234-5678', 'AR'],
		['541112345678', '+54 9 11 1234-5678', undefined],
		['447700900123', '07700 900123', 'GB'],
		['393351234567', '335 123 4567', 'IT'],
		['15550123456', '(555) 012-3456', 'US'],
		['966501234567', '٠٥٠١٢٣٤٥٦٧', 'SA'],
		['4915112345678', 'tel:+4915112345678', 'FR'],
	])('%s wrote "%s" in %s', (waId, phone, country) => {
		expect(matchesPhone({ waId, phone, country })).toBe(true);
	});

	test.each([
		['4915112345678', '0151 12345679', 'DE'],
		['4915112345678', '+43 151 12345678', 'DE'],
		['5511987654321', '(21) 98765-4321', 'BR'],
		['4915112345678', '', 'DE'],
		['4915112345678', 'call me', 'DE'],
		['US.90817263540918273645', '0151 12345678', 'DE'],
		['', '', undefined],
	])('%s is not "%s" in %s', (waId, phone, country) => {
		expect(matchesPhone({ waId, phone, country })).toBe(false);
	});
});

test('a number that can be read in two ways is looked for under both keys', () => {
	expect(phoneKeysOf({ phone: '51987654321', countries: ['BR'] })).toEqual(['51987654321', '555187654321']);
	expect(phoneKeysOf({ phone: '+51987654321', countries: ['BR'] })).toEqual(['51987654321']);
	expect(phoneKeysOf({ phone: '0151 12345678', countries: ['xx', 'de'] })).toEqual(['4915112345678']);
});
