import { Problems } from '../errors/invalidInput';
import { carouselOf, checkCardCount, type CarouselMessage } from './carousel';
import { checkText, checkUnique, checkUrl } from './check';
import { LIMITS } from './limits';

type CardAction =
	| { name: 'cta_url'; parameters: { display_text: string; url: string } }
	| { buttons: Array<{ type: 'quick_reply'; quick_reply: { id: string; title: string } }> };

/** A card as Meta takes it: its type is `cta_url` with quick replies, too. */
export interface MediaCard {
	type: 'cta_url';
	header: { type: 'image'; image: { link: string } } | { type: 'video'; video: { link: string } };
	body?: { text: string };
	action: CardAction;
}

export type MediaCarouselMessage = CarouselMessage<MediaCard>;

interface CardContent {
	/** Public address of the picture or video: Meta's page names no media ID here (interactive-media-carousel-messages). */
	link: string;
	text?: string;
}

/** A card with a button that opens a web page. */
export interface UrlCard extends CardContent {
	buttonText: string;
	url: string;
}

/** A card with buttons that answer. */
export interface ReplyCard extends CardContent {
	replies: ReadonlyArray<{ id: string; title: string }>;
}

/**
 * Two to ten cards with a picture or a video each and one kind of button on all of them (cloud-api 1.4). All cards have
 * equally many quick replies. Their IDs are each unlike the others in the whole message (unverified: the docs say so of
 * reply buttons), since the answer carries the ID and not the card.
 *
 * @throws {InvalidInput} naming `Body`, `Cards`, `Card 1 Link`, `Card 1 Text`, `Card 1 Button Text`, `Card 1 URL`,
 * `Card 1 Quick Replies`, `Card 1 Quick Reply 2 Title` or `… ID`
 */
export function buildMediaCarousel(
	input: { body: string; media: 'image' | 'video' } & (
		| { button: 'url'; cards: readonly UrlCard[] }
		| { button: 'quickReplies'; cards: readonly ReplyCard[] }
	),
): MediaCarouselMessage {
	const problems = new Problems();
	const { media } = input;
	const body = checkText(problems, { field: 'Body', value: input.body, max: LIMITS.interactiveBody });
	checkCardCount(problems, { field: 'Cards', count: input.cards.length, things: 'cards' });
	const cards =
		input.button === 'url'
			? input.cards.map((card, index) => checkCard(problems, { card, name: nameOf(index), media, action: checkUrlButton }))
			: input.cards.map((card, index) => checkCard(problems, { card, name: nameOf(index), media, action: checkReplies }));
	if (input.button === 'quickReplies') checkAllReplies(problems, input.cards);
	problems.throwIfAny();
	return carouselOf({ body, cards });
}

function nameOf(index: number): string {
	return `Card ${index + 1}`;
}

function checkCard<Card extends CardContent>(
	problems: Problems,
	input: {
		card: Card;
		name: string;
		media: 'image' | 'video';
		action: (problems: Problems, input: { card: Card; name: string }) => CardAction;
	},
): MediaCard {
	const { card, name, media } = input;
	const link = checkText(problems, { field: `${name} Link`, value: card.link }).trim();
	checkUrl(problems, { field: `${name} Link`, url: link });
	const field = `${name} Text`;
	const text = checkText(problems, { field, value: card.text, max: LIMITS.cardBody, optional: true });
	const breaks = text.split(/\r\n|\r|\n/).length - 1;
	if (breaks > LIMITS.cardLineBreaks) {
		problems.add(field, `has ${breaks} line breaks, at most ${LIMITS.cardLineBreaks} are allowed`);
	}
	return {
		type: 'cta_url',
		header: media === 'image' ? { type: media, image: { link } } : { type: media, video: { link } },
		...(text !== '' && { body: { text } }),
		action: input.action(problems, { card, name }),
	};
}

function checkUrlButton(problems: Problems, { card, name }: { card: UrlCard; name: string }): CardAction {
	const displayText = checkText(problems, {
		field: `${name} Button Text`,
		value: card.buttonText,
		max: LIMITS.ctaText,
	});
	const field = `${name} URL`;
	const url = checkText(problems, { field, value: card.url }).trim();
	checkUrl(problems, { field, url });
	return { name: 'cta_url', parameters: { display_text: displayText, url } };
}

function checkReplies(problems: Problems, { card, name }: { card: ReplyCard; name: string }): CardAction {
	const { replies } = card;
	const field = `${name} Quick Replies`;
	if (replies.length === 0) problems.add(field, 'must not be empty; add at least one quick reply');
	if (replies.length > LIMITS.cardReplies) {
		problems.add(field, `has ${replies.length} quick replies, at most ${LIMITS.cardReplies} are allowed`);
	}
	const buttons = replies.map(({ id, title }, index) => {
		const reply = `${name} Quick Reply ${index + 1}`;
		return {
			type: 'quick_reply' as const,
			quick_reply: {
				id: checkText(problems, { field: `${reply} ID`, value: id, max: LIMITS.buttonId }),
				title: checkText(problems, { field: `${reply} Title`, value: title, max: LIMITS.buttonTitle }),
			},
		};
	});
	checkUnique(
		problems,
		replies.map(({ title }, index) => ({ field: `${name} Quick Reply ${index + 1} Title`, value: title })),
	);
	return { buttons };
}

function checkAllReplies(problems: Problems, cards: readonly ReplyCard[]): void {
	const wanted = cards[0]?.replies.length ?? 0;
	cards.forEach(({ replies }, index) => {
		if (replies.length === wanted || replies.length === 0 || wanted === 0) return;
		problems.add(`${nameOf(index)} Quick Replies`, `has ${replies.length}, but Card 1 has ${wanted}; all cards need equally many`);
	});
	checkUnique(
		problems,
		cards.flatMap(({ replies }, card) =>
			replies.map(({ id }, index) => ({ field: `${nameOf(card)} Quick Reply ${index + 1} ID`, value: id })),
		),
	);
}
