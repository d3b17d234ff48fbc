import fc from 'fast-check';
import { InvalidInput } from '../../../core/errors/invalidInput';
import {
	contactKeyOf,
	parseRecipient,
	recipientAddress,
	type Recipient,
} from '../../../core/phone/recipient';

function phone(e164: string): Recipient {
	return { kind: 'phone', e164, digits: e164.slice(1) };
}

function messageOf(input: { value: unknown; defaultCountry?: string; field?: string }): string {
	try {
		parseRecipient(input);
	} catch (error) {
		if (error instanceof InvalidInput) return error.message;
		throw error;
	}
	return 'accepted';
}

describe('parseRecipient', () => {
	test.each([
		['+15550100200', '+15550100200'],
		['+1 (555) 010-0200', '+15550100200'],
		['+1.555.010.0200', '+15550100200'],
		['+1–555—010‑0200', '+15550100200'],
		['+1 555 010 0200', '+15550100200'],
		['(+1) 555 010 0200', '+15550100200'],
		['[+1] 555/010/0200', '+15550100200'],
		['001 555 010 0200', '+15550100200'],
		['(0049) 170-1234567', '+491701234567'],
		['+49 (0)170 1234567', '+491701234567'],
		['+4901701234567', '+491701234567'],
		['+39 06 1234 5678', '+390612345678'],
		['whatsapp:+15550100200', '+15550100200'],
		['WhatsApp: +1 555 010 0200', '+15550100200'],
		['tel:+15550100200', '+15550100200'],
		['\u202a+1 555 010 0200\u202c', '+15550100200'],
		['\ufeff+15550100200 ', '+15550100200'],
		['＋１５５５０１００２００', '+15550100200'],
		['+١٥٥٥٠١٠٠٢٠٠', '+15550100200'],
		['+۱۵۵۵۰۱۰۰۲۰۰', '+15550100200'],
		['+१५५५०१००२००', '+15550100200'],
		['+১৫৫৫০১০০২০০', '+15550100200'],
		['15550100200', '+15550100200'],
		['1 555 010 0200', '+15550100200'],
		[15550100200, '+15550100200'],
		[5511987654321, '+5511987654321'],
		['551187654321', '+551187654321'],
		['5215512345678', '+5215512345678'],
		['+5215512345678', '+5215512345678'],
		['525512345678', '+525512345678'],
		['5491112345678', '+5491112345678'],
	])('reads %j as %s', (value, e164) => {
		expect(parseRecipient({ value })).toEqual(phone(e164));
	});

	test.each([
		['5550100200', 'US', '+15550100200'],
		['(555) 010-0200', 'us', '+15550100200'],
		['15550100200', 'US', '+15550100200'],
		['2125551234', 'US', '+12125551234'],
		['011 49 170 1234567', 'US', '+491701234567'],
		['0170/1234567', 'DE', '+491701234567'],
		['1701234567', 'DE', '+491701234567'],
		['+49 170 1234567', 'US', '+491701234567'],
		['447911123456', 'US', '+447911123456'],
		['5511987654321', 'DE', '+5511987654321'],
		['15550123456', 'DE', '+15550123456'],
		['12025550123', 'DE', '+12025550123'],
		['11987654321', 'BR', '+5511987654321'],
		['34987654321', 'BR', '+5534987654321'],
		['553187654321', 'BR', '+553187654321'],
		['06 1234 5678', 'IT', '+390612345678'],
		['011 15 1234-5678', 'AR', '+5491112345678'],
		['050 123 4567', ' ae ', '+971501234567'],
		['5215512345678', 'DE', '+5215512345678'],
		['15550100200', '', '+15550100200'],
	])('reads %j with the default country %j as %s', (value, defaultCountry, e164) => {
		expect(parseRecipient({ value, defaultCountry })).toEqual(phone(e164));
	});

	test.each([
		'US.90817263540918273645',
		'US.ENT.90817263540918273645',
		'BR.aZ09',
		`DE.${'9'.repeat(128)}`,
	])('keeps the user ID %s', (userId) => {
		expect(parseRecipient({ value: userId, defaultCountry: 'US' })).toEqual({
			kind: 'userId',
			userId,
		});
		expect(parseRecipient({ value: ` whatsapp:${userId} ` })).toEqual({ kind: 'userId', userId });
	});

	test.each(['us.9081', 'USA.9081', 'US.', 'US.90_81', `DE.${'9'.repeat(129)}`, 'US.９'])(
		'does not take %j for a user ID',
		(value) => {
			expect(messageOf({ value })).toContain('is neither a phone number nor a user ID');
		},
	);

	test('reads a group', () => {
		expect(parseRecipient({ value: 'group:R1JPVVAtRVhBTVBMRS0x' })).toEqual({
			kind: 'group',
			groupId: 'R1JPVVAtRVhBTVBMRS0x',
		});
	});

	test.each([
		[{ value: '' }, 'To: must not be empty'],
		[{ value: '  \u200b ' }, 'To: must not be empty'],
		[{ value: undefined }, 'To: must not be empty'],
		[{ value: null, field: 'Contact' }, 'Contact: must not be empty'],
		[
			{ value: true },
			'To: must not be a boolean; write a phone number as text, such as +15550123456, or a user ID',
		],
		[
			{ value: ['+15550100200'] },
			'To: must not be a list; write a phone number as text, such as +15550123456, or a user ID',
		],
		[
			{ value: 1.5 },
			'To: must not be the number 1.5; write a phone number as text, such as +15550123456, or a user ID',
		],
		[
			{ value: -15550100200 },
			'To: must not be the number -15550100200; write a phone number as text, such as +15550123456, or a user ID',
		],
		[
			{ value: 'ana@example.com' },
			'To: "ana@example.com" is neither a phone number nor a user ID; write a number such as +15550123456 or an ID such as US.1234567890',
		],
		[
			{ value: '0170 1234567' },
			'To: "0170 1234567" has no country code; write it as +15550123456 or set a default country',
		],
		[
			{ value: '+1 555 010' },
			'To: "+1 555 010" is not a possible phone number: it has too few digits',
		],
		[
			{ value: '+1 555 010 02000' },
			'To: "+1 555 010 02000" is not a possible phone number: it has too many digits',
		],
		[
			{ value: '+999 1234567' },
			'To: "+999 1234567" is not a possible phone number: its country code does not exist',
		],
		[
			{ value: '12', defaultCountry: 'US' },
			'To: "12" is not a possible phone number, neither with country code nor in US: it has too few digits',
		],
		[
			{ value: '123' },
			'To: "123" is not a possible phone number: it has too few digits; write it with + and the country code or set a default country',
		],
		[
			{ value: '1701234567', defaultCountry: 'Germany' },
			'Default Country: "GERMANY" is not a two-letter country code such as US or DE',
		],
		[
			{ value: '51987654321', defaultCountry: 'BR' },
			'To: "51987654321" can be +51987654321 (PE) or +5551987654321 (BR); write it with + and the country code',
		],
		[
			{ value: '6598765432', defaultCountry: 'US' },
			'To: "6598765432" can be +6598765432 (SG) or +16598765432 (US); write it with + and the country code',
		],
	])('refuses %j', (input, message) => {
		expect(messageOf(input)).toBe(message);
	});

	test('keeps a long text short', () => {
		expect(messageOf({ value: 'x'.repeat(5000) }).length).toBeLessThan(250);
		expect(messageOf({ value: '9'.repeat(5000), defaultCountry: 'US' }).length).toBeLessThan(250);
	});

	test('throws nothing but InvalidInput and gives nothing but usable recipients', () => {
		const numberLike = fc.string({
			unit: fc.constantFrom(...'+0123456789 .-()[]/٠१９–:whatspUS'),
			maxLength: 30,
		});
		const country = fc.option(fc.oneof(fc.constantFrom('US', 'BR', 'DE', 'AR'), fc.string()), {
			nil: undefined,
		});
		fc.assert(
			fc.property(fc.oneof(fc.anything(), numberLike), country, (value, defaultCountry) => {
				try {
					const recipient = parseRecipient({ value, defaultCountry });
					if (recipient.kind !== 'phone') return;
					expect(recipient.e164).toMatch(/^\+[1-9]\d{3,16}$/);
					expect(parseRecipient({ value: recipient.e164 })).toEqual(recipient);
				} catch (error) {
					expect(error).toBeInstanceOf(InvalidInput);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});

test('recipientAddress names a phone with plus, a user ID in its own member, a group by type', () => {
	expect(recipientAddress(phone('+15550100200'))).toEqual({
		recipient_type: 'individual',
		to: '+15550100200',
	});
	expect(recipientAddress({ kind: 'userId', userId: 'US.9081' })).toEqual({
		recipient_type: 'individual',
		recipient: 'US.9081',
	});
	expect(recipientAddress({ kind: 'group', groupId: 'R1JP' })).toEqual({
		recipient_type: 'group',
		to: 'R1JP',
	});
});

test('contactKeyOf gives one key for the two spellings of a number', () => {
	expect(contactKeyOf(phone('+15550100200'))).toBe('15550100200');
	expect(contactKeyOf(phone('+5511987654321'))).toBe(contactKeyOf(phone('+551187654321')));
	expect(contactKeyOf({ kind: 'userId', userId: 'BR.5511987654321' })).toBe('BR.5511987654321');
	expect(contactKeyOf({ kind: 'group', groupId: 'R1JP' })).toBe('R1JP');
});
