import fc from 'fast-check';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { contactLink } from '../../../core/link/contactLink';
import { checkPrefilledMessage, parseCode, toQrCode } from '../../../core/link/qrCode';

describe('contact link', () => {
	test.each([
		['+1 555 010 0200', undefined, 'https://wa.me/15550100200'],
		['00491701234567', undefined, 'https://wa.me/491701234567'],
		['0170 1234567', 'DE', 'https://wa.me/491701234567'],
		[15550100200, undefined, 'https://wa.me/15550100200'],
	])('%s: %s', (phone, defaultCountry, url) => {
		expect(contactLink({ phone, ...(defaultCountry === undefined ? {} : { defaultCountry }) }).url).toBe(url);
	});

	test('carries any text through the address', () => {
		const phone = '+15550100200';
		expect(contactLink({ phone, text: 'Hi & 50% off? #1\nGrüße 🎉' }).url).toBe(
			'https://wa.me/15550100200?text=Hi%20%26%2050%25%20off%3F%20%231%0AGr%C3%BC%C3%9Fe%20%F0%9F%8E%89',
		);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
				const { url } = contactLink({ phone, text });
				expect(new URL(url).searchParams.get('text')).toBe(text.replace(/\r\n?/g, '\n'));
			}),
		);
		expect(contactLink({ phone, text: 'half \ud83c' }).url).toContain('%EF%BF%BD');
	});

	test('refuses who has no number, and what gets too long', () => {
		expect(() => contactLink({ phone: 'US.90817263540918273645' })).toThrow('Phone Number: must be a phone number');
		expect(() => contactLink({ phone: 'group:1' })).toThrow(InvalidInput);
		expect(() => contactLink({ phone: '' })).toThrow('Phone Number: must not be empty');
		expect(() => contactLink({ phone: '+15550100200', text: 'é'.repeat(400) })).toThrow('Text: makes an address of');
	});
});

describe('QR code', () => {
	test('has a text of 1 to 140 characters', () => {
		expect(checkPrefilledMessage('x'.repeat(140))).toHaveLength(140);
		expect(checkPrefilledMessage('🎉'.repeat(140))).toBe('🎉'.repeat(140));
		expect(() => checkPrefilledMessage('x'.repeat(141))).toThrow('has 141 characters');
		expect(() => checkPrefilledMessage(' ')).toThrow('must not be empty');
	});

	test('is named by its code or its link', () => {
		expect(parseCode('4O4YGZEG3RIVE1')).toBe('4O4YGZEG3RIVE1');
		expect(parseCode('https://wa.me/message/4O4YGZEG3RIVE1?src=qr')).toBe('4O4YGZEG3RIVE1');
		expect(() => parseCode('')).toThrow('Code: must not be empty');
		expect(() => parseCode('../x')).toThrow(InvalidInput);
		expect(toQrCode({ code: 'A', prefilled_message: 'Hi', deep_link_url: 'https://wa.me/message/A', qr_image_url: 'x' })).toEqual({ code: 'A', prefilledMessage: 'Hi', link: 'https://wa.me/message/A' });
		expect(toQrCode({})).toEqual({ code: '', prefilledMessage: '', link: '' });
	});
});
