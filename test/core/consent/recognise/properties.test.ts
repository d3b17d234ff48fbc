import fc from 'fast-check';
import { recogniseConsent } from '../../../../core/consent/recognise/recogniseConsent';

const KEYWORDS = ['STOP', 'unsubscribe', 'baja', 'sair', 'abmelden', 'arrêt', 'afmelden', 'стоп', 'dur', 'توقف', 'हटाओ मुझे बंद करो'.split(' ').slice(2).join(' '), '退订', '配信停止', '수신거부', 'หยุด'];

const around = fc.constantFrom('', ' ', '!', '!!!', '.', '...', '*', '_', '~', '"', '🛑', ' 🙏', '\n', ' \u200b', ' - ', '(', ')', '¡', '。', '؟', '\u200f');
const casing = fc.constantFrom<(text: string) => string>(
	(text) => text,
	(text) => text.toUpperCase(),
	(text) => text.toLowerCase(),
	(text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
);

function fullWidth(text: string): string {
	return text.replace(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
}

test('never throws and always answers within its range', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, isTap) => {
			const { intent, confidence, decidedBy } = recogniseConsent({ text, isTap });
			expect(['optOut', 'optIn', 'none']).toContain(intent);
			expect(confidence).toBeGreaterThanOrEqual(0);
			expect(confidence).toBeLessThanOrEqual(1);
			expect(decidedBy.every((words) => typeof words === 'string')).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test('decoration never hides a plain keyword', () => {
	fc.assert(
		fc.property(fc.constantFrom(...KEYWORDS), casing, fc.boolean(), around, around, (keyword, cased, isWide, before, after) => {
			const word = isWide ? fullWidth(cased(keyword)) : cased(keyword);
			expect({ word, before, after, intent: recogniseConsent({ text: `${before}${word}${after}` }).intent }).toMatchObject({ intent: 'optOut' });
		}),
		{ numRuns: 1000 },
	);
});

test('decidedBy quotes the message', () => {
	fc.assert(
		fc.property(fc.constantFrom('Please STOP texting me', 'مرحبا. توقفوا عن إرسال الرسائل', '你好，请不要再发短信给我'), around, (text, after) => {
			const message = `${text}${after}`;
			expect(recogniseConsent({ text: message }).decidedBy.filter((words) => !message.includes(words))).toEqual([]);
		}),
	);
});

test.each(['stop ', "don't send ", 'a', '不要', 'สต', '🛑', 'S ', '\u0301', 'no quiero mensajes de '])('65 KB of %j are read in steps in proportion to 4,096 characters', (piece) => {
	const long = piece.repeat(Math.ceil(65_536 / piece.length));
	// What is beyond WhatsApp's limit changes nothing, so the time is that of the limit.
	expect(recogniseConsent({ text: long })).toEqual(recogniseConsent({ text: long.slice(0, 4096) }));
});
