import { invalidParameter } from '../../errors';
import { asObjects, asText, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import { findComponent, keyword } from './components';
import { badParameter, countMismatch } from './textParameters';

const { carouselCards: most, carouselFewestCards: fewest } = LIMITS.template;
const CARD_TYPES = ['HEADER', 'BODY', 'BUTTONS'];
const CARD_FORMATS = ['IMAGE', 'VIDEO', 'PRODUCT'];

/** The cards of a definition. */
export function cardsOf(components: readonly JsonObject[]): JsonObject[] {
	return asObjects(findComponent(components, 'CAROUSEL')?.cards);
}

function formatOf(card: JsonObject | undefined): string {
	return keyword(asText(findComponent(asObjects(card?.components), 'HEADER')?.format));
}

/**
 * The cards of a definition: up to 10, of products at least 2 (the reference has no least number for media), each with a header of the same format (picture, video or product), a text (not
 * needed for products) and buttons.
 */
export function checkCardDefinitions(cards: readonly JsonObject[]): void {
	const least = formatOf(cards[0]) === 'PRODUCT' ? fewest : 1;
	if (cards.length < least || cards.length > most) throw invalidParameter(`A CAROUSEL has ${least} to ${most} cards`);
	for (const [position, card] of cards.entries()) {
		const components = asObjects(card.components);
		const where = `CAROUSEL: card ${position}`;
		const other = components.find(({ type }) => !CARD_TYPES.includes(keyword(type)));
		if (other) throw invalidParameter(`${where} may have {${CARD_TYPES.join(', ')}}, not ${keyword(other.type)}`);
		if (!CARD_FORMATS.includes(formatOf(card)))
			throw invalidParameter(`${where} needs a HEADER of format {${CARD_FORMATS.join(', ')}}`);
		if (formatOf(card) !== formatOf(cards[0]))
			throw invalidParameter(`${where} must have the header format of the first, ${formatOf(cards[0])}`);
		if (formatOf(card) !== 'PRODUCT' && !findComponent(components, 'BODY'))
			throw invalidParameter(`${where} must have a BODY`);
	}
}

/**
 * The cards of a send beside their definitions. A media carousel has as many as it was defined with; a product carousel is
 * defined with two and sent with up to ten, all like the first one (cloud-api 1.5).
 */
export function pairCards(input: {
	defined: readonly JsonObject[];
	sent: readonly JsonObject[];
}): Array<{ card: JsonObject; definition: JsonObject }> {
	const defined = cardsOf(input.defined);
	const cards = cardsOf(input.sent);
	const [first] = defined;
	const ofProducts = formatOf(first) === 'PRODUCT';
	const outOfBounds = ofProducts ? cards.length < fewest || cards.length > most : cards.length !== defined.length;
	if (outOfBounds) throw countMismatch({ where: 'carousel', received: cards.length, expected: defined.length });
	const seen = new Set<number>();
	return cards.map((card) => {
		const index = Number(card.card_index);
		const definition = ofProducts && index < most ? (defined[index] ?? first) : defined[index];
		if (!definition) throw badParameter(`carousel: card_index ${index} does not exist in the template`);
		if (seen.has(index)) throw badParameter(`carousel: card_index ${index} is given twice`);
		seen.add(index);
		return { card, definition };
	});
}
