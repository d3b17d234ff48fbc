import { textPattern } from '../../webhook/textPattern';
import { asciiDigits, visibleText } from '../../phone/plainText';
import type { Reading } from './answer';
import type { Said } from './context';

/** Letters and digits in groups, at least one digit: `1001`, `#1001`, `ORD-2024-5`, `A/12_3`. */
const CANDIDATE = /(#\s?)?(?<![\p{L}\p{N}@.])(\p{L}{0,8}(?:[-_/]?\p{L}{0,4}\d[\p{L}\d]*)+)/giu;

/** Words of the shop that may stand before a number. */
const LABEL = /(?:#|№|n[º°o]\.?|nr\.?|no\.?|num(?:ber|ero|éro|mer)?|número|numero|numéro|order|pedido|orden|bestellung|bestellnummer|commande|ordine|bestelling|zamówienie|zamówienia|sipariş|заказ|номер|طلب|رقم|ऑर्डर|pesanan|注文|订单|주문)\s*(?:number|nr\.?|n[º°]|no\.?|id|is|ist|es|:|-)?\s*:?\s*$/iu;

/**
 * Reads one order number, in upper case without `#` in front.
 *
 * @param input.pattern what the shop's numbers look like, as a regular expression for the whole number; a bad one counts as none
 */
export function readOrderNumber(input: { said: Said; pattern?: string }): Reading | undefined {
	const text = asciiDigits(visibleText(input.said.text).normalize('NFKC'));
	const matcher = input.pattern === undefined || input.pattern === '' ? undefined : textPattern(`^(?:${input.pattern})$`);
	const fits = matcher !== undefined && 'matches' in matcher ? matcher.matches : undefined;
	const candidates = [...text.matchAll(CANDIDATE)].map((match) => {
		const hash = match[1] !== undefined;
		const number = (match[2] ?? '').toUpperCase();
		const isNamed = hash || LABEL.test(text.slice(0, match.index));
		return { number, isNamed, fits: fits === undefined ? undefined : fits(number) || fits(`#${number}`) };
	});
	const alone = text.replace(/^#\s?/, '').trim();
	// A pattern may allow blanks, which no candidate holds.
	if (fits !== undefined && (fits(alone) || fits(text))) return { value: alone.toUpperCase(), confidence: 0.97, decidedBy: alone, rule: 'pattern' };
	const possible = fits === undefined ? candidates.filter(({ number }) => /\d{2}|\p{L}.*\d|\d.*\p{L}/u.test(number) || candidates.length === 1) : candidates.filter((each) => each.fits);
	const named = possible.filter(({ isNamed }) => isNamed);
	const chosen = named.length > 0 ? named : possible;
	const numbers = [...new Set(chosen.map(({ number }) => number))];
	const [value] = numbers;
	if (value === undefined) return undefined;
	const base: Reading = { value, decidedBy: value, rule: 'pattern', confidence: 0.4 };
	if (numbers.length > 1) return { ...base, alternatives: numbers.slice(1) };
	if (fits !== undefined) return { ...base, confidence: 0.95 };
	if (named.length > 0) return { ...base, confidence: 0.92 };
	const words = text.split(/\s+/).length;
	const isShort = /^\d{1,2}$/.test(value);
	const looksLikeDate = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/.test(value);
	return { ...base, confidence: looksLikeDate || isShort ? 0.5 : words === 1 ? 0.92 : words <= 8 ? 0.8 : 0.6 };
}
