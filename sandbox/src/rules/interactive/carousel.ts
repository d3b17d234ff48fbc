import { z } from 'zod';
import { invalidValue } from '../../errors';
import { LIMITS } from '../../limits';
import { MEDIA_SCHEMAS } from '../media';
import { limitedList, limitedText } from '../shape';
import { body, checkUnique, requiredText } from './parts';
import { ctaUrlAction } from './replies';

const { buttons, carousel: limits } = LIMITS.interactive;

const cardIndex = z
	.number()
	.int()
	.min(0, 'must be at least 0')
	.max(limits.cards - 1, `must be at most ${limits.cards - 1}`);

const mediaHeader = z.discriminatedUnion('type', [
	z.object({ type: z.literal('image'), image: MEDIA_SCHEMAS.image.omit({ caption: true }) }).strict(),
	z.object({ type: z.literal('video'), video: MEDIA_SCHEMAS.video.omit({ caption: true }) }).strict(),
]);

const cardText = limitedText(limits.cardBody).refine(
	(text) => text.split('\n').length - 1 <= limits.cardLineBreaks,
	`must have at most ${limits.cardLineBreaks} line breaks`,
);

const quickReplies = z
	.object({
		buttons: limitedList({
			of: z
				.object({
					type: z.literal('quick_reply'),
					quick_reply: z.object({ id: limitedText(buttons.id), title: limitedText(buttons.title) }).strict(),
				})
				.strict(),
			max: buttons.max,
		}),
	})
	.strict();

const mediaCard = z
	.object({
		card_index: cardIndex,
		type: z.literal('cta_url'),
		header: mediaHeader,
		body: z.object({ text: cardText }).strict().optional(),
		action: z.union([ctaUrlAction, quickReplies]),
	})
	.strict();

const productCard = z
	.object({
		card_index: cardIndex,
		type: z.literal('product'),
		action: z.object({ product_retailer_id: requiredText, catalog_id: requiredText }).strict(),
	})
	.strict();

function carousel<C extends z.ZodTypeAny>(card: C) {
	return z
		.object({
			type: z.literal('carousel'),
			body: body(),
			action: z.object({ cards: limitedList({ of: card, min: limits.fewestCards, max: limits.cards }) }).strict(),
		})
		.strict();
}

/** Cards with a picture or a video and a button. */
export const mediaCarouselSchema = carousel(mediaCard);

/** Cards with a product each. */
export const productCarouselSchema = carousel(productCard);

const NAME = "interactive['action']['cards']";

/** Each index once, one kind of header on all cards. */
export function checkMediaCarousel({ action: { cards } }: z.infer<typeof mediaCarouselSchema>): void {
	checkUnique({ values: cards.map(({ card_index: index }) => index), name: NAME, what: 'card_index' });
	if (new Set(cards.map(({ header }) => header.type)).size > 1)
		throw invalidValue(`Param ${NAME} must have the same header type on all cards.`);
}

/** Each index once, one catalog for all cards. */
export function checkProductCarousel({ action: { cards } }: z.infer<typeof productCarouselSchema>): void {
	checkUnique({ values: cards.map(({ card_index: index }) => index), name: NAME, what: 'card_index' });
	if (new Set(cards.map(({ action }) => action.catalog_id)).size > 1)
		throw invalidValue(`Param ${NAME} must have the same catalog_id on all cards.`);
}
