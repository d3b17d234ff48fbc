import { asciiDigits, visibleText } from '../phone/plainText';

/** Letters that Unicode does not take apart, as people write them on a keyboard without them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
	ı: 'i', đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th',
	أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ؤ: 'و', ئ: 'ي', ё: 'е',
};

/** Marks that people leave out: accents of Latin, Greek and Cyrillic; Arabic and Hebrew vowel signs; the Arabic tatweel. */
const OPTIONAL_MARKS = /[\u0300-\u036f]|[\u064b-\u065f]|\u0670|[\u0591-\u05c7]|\u0640/g;

/** Skin tones, variation selectors and the frame of keycap emoji. */
const EMOJI_PARTS = /[\u{1f3fb}-\u{1f3ff}]|\ufe0e|\ufe0f|\u20e3/gu;

/**
 * Text in the one form in which words are compared: lower case, without accents, ASCII digits, plain
 * apostrophes, `yesss` as `yes`. Vowel signs of Indic scripts and Thai stay, since they tell words apart.
 */
export function fold(text: string): string {
	return asciiDigits(visibleText(text).normalize('NFKC'))
		.replace(EMOJI_PARTS, '')
		.replace(/🔟/gu, ' 10 ')
		.replace(/💯/gu, ' 100% ')
		.toLowerCase()
		.normalize('NFD')
		.replace(OPTIONAL_MARKS, '')
		.normalize('NFC')
		.replace(/\p{L}/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
		.replace(/[\u2018\u2019\u02bc\u0060\u00b4\u05f3]/g, "'")
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/(\p{L})\1{2,}/gu, '$1');
}
