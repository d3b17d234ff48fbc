import { recogniseConsent } from '../../../../core/consent/recognise/recogniseConsent';

function intentOf(text: string): string {
	return recogniseConsent({ text }).intent;
}

describe('plain keywords', () => {
	test('a bare STOP is certain and says which word decided', () => {
		expect(recogniseConsent({ text: 'STOP' })).toEqual({
			intent: 'optOut',
			confidence: 1,
			scope: 'all',
			language: 'en',
			decidedBy: ['STOP'],
			reason: '"STOP" (English): the whole message',
		});
	});

	test.each([
		'stop', 'Stop.', 'STOP!!!', '*STOP*', '_stop_', '~Stop~', '"STOP"', '«stop»', '(stop)', '#stop', '/stop', 'stop...', '…stop', 'STOP ALL', 'stop stop stop',
		'S T O P', 'S.T.O.P.', 's-t-o-p', 'ＳＴＯＰ', '𝐒𝐓𝐎𝐏', 'Ⓢⓣⓞⓟ', '🆂🆃🅾🅿', 'ꜱᴛᴏᴘ', 'stoppp', 'SSSTOOOP', 'st0p', 'СТОP', 'ѕtоp', 'st\u200bop', 'S̶T̶O̶P̶',
		'STOP 🛑', '🛑🛑 stop 🛑', 'stop 🙏', 'stop please', 'Pls stop', 'hi stop', 'stop thx', 'Stop it now', 'stop\n\nSent from my iPhone', 'STOP - Maria', 'stop, thanks Maria',
		'Hello team,\n\nSTOP\n\nRegards, John', '1. STOP', 'stop 123', 'No. Stop!', 'ok stop', 'STOP.\nI do not live there any more', 'stpo', 'Stopp', 'stop now!!! please!!!',
	])('%j opts out', (text) => {
		expect(intentOf(text)).toBe('optOut');
	});

	test.each(['unsubscribe', 'unsubscibe', 'UNSUSCRIBE', 'unsubscribbe me', 'un-subscribe', 'opt-out', 'OptOut', 'opt me out'])('%j opts out', (text) => {
		expect(intentOf(text)).toBe('optOut');
	});

	test.each([
		['BAJA', 'es'], ['SAIR', 'pt'], ['Abmelden', 'de'], ['ARRÊT', 'fr'], ['arret', 'fr'], ['basta', 'it'], ['afmelden', 'nl'], ['wypisz', 'pl'], ['odhlásit', 'cs'], ['odhlásiť', 'sk'],
		['dezabonare', 'ro'], ['leiratkozás', 'hu'], ['DURDUR', 'tr'], ['İPTAL ABONELİK', 'tr'], ['стоп', 'ru'], ['відписатися', 'uk'], ['отпиши ме', 'bg'], ['odjava', 'sr'], ['одјава', 'sr'],
		['ΔΙΑΓΡΑΦΉ', 'el'], ['توقّف', 'ar'], ['تـــوقف', 'ar'], ['הָסֵר', 'he'], ['لغو', 'fa'], ['بند کریں', 'ur'], ['बंद करो', 'hi'], ['band karo', 'hi-Latn'], ['বন্ধ করুন', 'bn'], ['நிறுத்து', 'ta'],
		['ఆపండి', 'te'], ['थांबवा', 'mr'], ['બંધ કરો', 'gu'], ['หยุด', 'th'], ['dừng lại', 'vi'], ['hentikan', 'id'], ['nyahlanggan', 'ms'], ['itigil', 'tl'], ['退订', 'zh'], ['退訂', 'zh'],
		['配信停止', 'ja'], ['수신거부', 'ko'], ['avregistrera', 'sv'], ['frameld', 'da'], ['avmeld', 'no'], ['lopeta', 'fi'], ['acheni', 'sw'], ['wa2ef', 'ar-Latn'],
	])('%j opts out in %s', (text, language) => {
		const recognition = recogniseConsent({ text, language });
		expect(recognition.intent).toBe('optOut');
		expect(recognition.language).toBe(language);
		expect(recognition.confidence).toBe(1);
	});

	test.each(['START', 'subscribe', 'UNSTOP', 'ALTA', 'start please', 'Anmelden', 'подписаться', '订阅'])('%j opts in', (text) => {
		expect(intentOf(text)).toBe('optIn');
	});

	test('a stop sign alone opts out, less surely; other signs do not', () => {
		expect(recogniseConsent({ text: '🛑' })).toMatchObject({ intent: 'optOut', confidence: 0.6 });
		expect(['✋', '🚫', '👎', '👍', '🙏', '?', '', '   ', '1'].map(intentOf)).toEqual(Array(9).fill('none'));
	});

	test('a typo is less sure than the word', () => {
		expect(recogniseConsent({ text: 'unsubscibe' }).confidence).toBeLessThan(recogniseConsent({ text: 'unsubscribe' }).confidence);
		expect(['shop', 'step', 'top', 'stock', 'subscriber'].map(intentOf)).toEqual(Array(5).fill('none'));
	});
});

describe('meaning', () => {
	test('one clear sentence among others decides', () => {
		const text = 'I already bought it. Please stop sending me messages.';
		expect(recogniseConsent({ text })).toMatchObject({ intent: 'optOut', decidedBy: ['stop', 'sending'] });
	});

	test.each([
		"don't stop", 'no quiero darme de baja', 'please do not unsubscribe me', 'never stop sending these', 'I want to cancel my order', 'when will it stop raining', 'baja de precio',
		'can you stop the delivery', 'bus stop', 'where do I unsubscribe from the newsletter by email', 'stop by the shop', 'the washing machine does not stop', "I can't stop loving it",
		'remove one item from my order', 'opt for the blue one', 'parada', 'start of the sale', 'yes', 'yes please', 'no', 'cancel', 'not interested', 'Reply STOP to unsubscribe',
		'I did not receive any messages', 'Stop! I gave you the wrong address', 'đúng rồi',
	])('%j decides nothing', (text) => {
		expect(intentOf(text)).toBe('none');
	});

	test('doubt has low confidence, a message about something else has not', () => {
		expect(recogniseConsent({ text: 'cancel' }).confidence).toBeLessThan(0.5);
		expect(recogniseConsent({ text: 'Where is my parcel?' })).toMatchObject({ confidence: 0.95, decidedBy: [] });
	});

	test('who asks how to opt out is taken to want it, less surely', () => {
		const recognition = recogniseConsent({ text: 'How do I unsubscribe?' });
		expect(recognition.intent).toBe('optOut');
		expect(recognition.confidence).toBeLessThan(0.7);
	});

	test('tells offers from all messages', () => {
		const scopes = ['no more promotions', 'STOP', 'stop sending me offers', 'no more offers and messages', 'keine Werbung mehr', 'no more promotional messages'].map(
			(text) => recogniseConsent({ text }).scope,
		);
		expect(scopes).toEqual(['marketing', 'all', 'marketing', 'all', 'marketing', 'marketing']);
	});

	test('an opt-out and an opt-in in one message cancel each other', () => {
		const recognition = recogniseConsent({ text: 'Stop texting me. Sign me up for your newsletter.' });
		expect(recognition.intent).toBe('none');
		expect(recognition.confidence).toBeLessThan(0.5);
	});

	test('the language given breaks ties', () => {
		expect(recogniseConsent({ text: 'STOP', language: 'de_DE' }).language).toBe('de');
		expect(recogniseConsent({ text: 'parar', language: 'es' }).language).toBe('es');
		expect(recogniseConsent({ text: 'parar', language: 'pt_BR' }).language).toBe('pt');
	});

	test('a tap is surer than the same words typed', () => {
		const text = 'Stop promotions';
		expect(recogniseConsent({ text, isTap: true }).confidence).toBeGreaterThan(recogniseConsent({ text }).confidence);
		expect(recogniseConsent({ text: 'Cancel', isTap: true }).intent).toBe('none');
	});
});

describe("operators' words", () => {
	test('added words count like built-in ones, in any spelling', () => {
		expect(recogniseConsent({ text: 'Cancel!', addOptOut: ['CANCEL'] })).toMatchObject({ intent: 'optOut', confidence: 1, decidedBy: ['Cancel'] });
		expect(recogniseConsent({ text: 'please, no more parrots for me', addOptOut: ['no more parrots'] }).intent).toBe('optOut');
		expect(recogniseConsent({ text: 'ОГО', addOptOut: ['ого'] }).intent).toBe('optOut');
		expect(recogniseConsent({ text: 'si quiero', addOptIn: ['Sí, quiero'] }).intent).toBe('optIn');
		expect(recogniseConsent({ text: 'I will cancel my order', addOptOut: ['cancel'] }).intent).toBe('none');
	});

	test('removed words decide nothing, even when added, but keep their part in sentences', () => {
		expect(recogniseConsent({ text: 'baja', remove: ['Baja'] }).intent).toBe('none');
		expect(recogniseConsent({ text: 'BAJA', addOptOut: ['baja'], remove: ['baja'] }).intent).toBe('none');
		expect(recogniseConsent({ text: 'leave me alone', remove: ['leave me alone'] }).intent).toBe('none');
		expect(recogniseConsent({ text: 'stop sending me messages', remove: ['stop'] }).intent).toBe('optOut');
	});

	test('changes of one call do not reach the next', () => {
		recogniseConsent({ text: 'stop', remove: ['stop'] });
		expect(intentOf('stop')).toBe('optOut');
	});
});
