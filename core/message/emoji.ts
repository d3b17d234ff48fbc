const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** True when the text has an emoji anywhere: a picture, a flag or a keycap. */
export function hasEmoji(text: string): boolean {
	return PICTURE.test(text);
}

/** True for exactly one emoji as people see it, with its skin tone, its parts joined, or both letters of a flag. */
export function isOneEmoji(text: string): boolean {
	const [first, second] = graphemes.segment(text);
	return first !== undefined && second === undefined && hasEmoji(text);
}
