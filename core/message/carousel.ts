import type { Problems } from '../errors/invalidInput';
import { LIMITS } from './limits';

/** A carousel (cloud-api 1.4): a text above two to ten cards of one kind, without header or footer. */
export interface CarouselMessage<Card> {
	type: 'interactive';
	interactive: {
		type: 'carousel';
		body: { text: string };
		action: { cards: Array<{ card_index: number } & Card> };
	};
}

/** The message around checked cards, numbered in their order. */
export function carouselOf<Card>(input: { body: string; cards: readonly Card[] }): CarouselMessage<Card> {
	return {
		type: 'interactive',
		interactive: {
			type: 'carousel',
			body: { text: input.body },
			action: { cards: input.cards.map((card, index) => ({ card_index: index, ...card })) },
		},
	};
}

/** Notes a number of cards that is out of the range; `things` is what the form calls them. */
export function checkCardCount(problems: Problems, input: { field: string; count: number; things: string }): void {
	const { field, count, things } = input;
	if (count < LIMITS.fewestCards) {
		problems.add(field, `has ${count} ${count === 1 ? things.replace(/s$/, '') : things}, at least ${LIMITS.fewestCards} are needed`);
	}
	if (count > LIMITS.cards) problems.add(field, `has ${count} ${things}, at most ${LIMITS.cards} are allowed`);
}
