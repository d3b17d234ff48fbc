/** First digit of the decimal digit sets that people type: Arabic, Persian/Urdu, Devanagari, Bengali, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/**
 * Text without invisible characters (direction marks, zero-width characters, byte order mark) and
 * outer blanks: they come along when numbers are copied from contact lists and sheets.
 */
export function visibleText(text: string): string {
	return text.replace(/\p{Cf}/gu, '').trim();
}

/** The text with decimal digits of other scripts and the full-width plus turned into ASCII. */
export function asciiDigits(text: string): string {
	return text.replace(/\uff0b/g, '+').replace(/\p{Nd}/gu, asciiDigit);
}

function asciiDigit(digit: string): string {
	const codePoint = digit.codePointAt(0) ?? 0;
	const zero = ZEROS.find((first) => codePoint >= first && codePoint <= first + 9);
	return zero === undefined ? digit : String(codePoint - zero);
}
