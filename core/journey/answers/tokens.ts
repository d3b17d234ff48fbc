/** One piece of an answer. */
export interface Token {
	text: string;
	kind: 'number' | 'word' | 'sign';
	/** Whether a full stop follows directly, as after `12.` or `fr.`. */
	dotted: boolean;
	/** Whether a comma or the end of a sentence follows: no phrase goes beyond. */
	breaks: boolean;
}

/** A number with what holds it together (`4/5`, `17:00`, `1.234,5`, `-3`), a word, a sign that carries a meaning. */
const TOKEN =
	/(?<number>(?<![\p{L}\p{N}])[-+](?=\d)\d+(?:[.,:/]\d+)*|\d+(?:[.,:/-]\d+)*)|(?<word>[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*'?)|(?<sign>\p{Extended_Pictographic}|\p{Emoji_Modifier_Base}|[★☆✓✔✗✘%#€$£¥₹?？¿+~])/gu;

/** Scripts written without blanks: each sign is a piece of its own, and the longest phrase that fits wins. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The pieces of a folded text, in order. */
export function tokensOf(folded: string): Token[] {
	return [...folded.matchAll(TOKEN)].flatMap((match): Token[] => {
		const { number, word } = match.groups ?? {};
		const after = folded.slice(match.index + match[0].length);
		const marks = { dotted: after.startsWith('.'), breaks: /^\s*[,;!?\n،؛。，、！？]/u.test(after) };
		if (number !== undefined) return [{ text: number, kind: 'number', ...marks }];
		if (word === undefined) return [{ text: match[0], kind: 'sign', ...marks }];
		if (!UNSPACED.test(word)) return [{ text: word, kind: 'word', ...marks }];
		const signs = [...word];
		return signs.map((text, index) => ({ text, kind: 'word', dotted: false, breaks: marks.breaks && index === signs.length - 1 }));
	});
}
