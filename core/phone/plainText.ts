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
	// Every script's ten digits stand in one row (Unicode, general category Nd), so the zero is where the row begins.
	let zero = codePoint;
	while (codePoint - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return String(codePoint - zero);
}
