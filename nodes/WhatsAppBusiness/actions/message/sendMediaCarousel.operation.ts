import type { IDataObject } from 'n8n-workflow';
import { buildMediaCarousel, type MediaCarouselMessage } from '../../../../core/message/mediaCarousel';
import { isJsonObject } from '../../../../core/shared/json';
import { interactiveBody } from '../../properties/interactive';
import { mediaCards } from '../../properties/mediaCards';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readChoice, readRows, readString, textOf } from '../../shared/parameters';
import { nestedRows } from './nestedRows';
import { readJsonRows } from './readList';
import { sendMessage } from './sendMessage';

const MEDIA = ['image', 'video'] as const;
const BUTTONS = ['url', 'quickReplies'] as const;
const INPUTS = ['fields', 'json'] as const;

function readCards(context: OperationContext): IDataObject[] {
	const { n8n, itemIndex } = context;
	const input = readChoice(n8n, { name: 'specifyCards', itemIndex, field: 'Specify Cards', choices: INPUTS });
	if (input === 'json') return readJsonRows(context, { name: 'cardsJson', field: 'Cards (JSON)' });
	return readRows(n8n, { name: 'cards.card', itemIndex });
}

function contentOf({ link, text }: IDataObject) {
	return { link: textOf(link) ?? '', text: textOf(text) };
}

function repliesOf(card: IDataObject, index: number) {
	const { quickReplies } = card;
	const rows: unknown[] = Array.isArray(quickReplies)
		? quickReplies
		: nestedRows(card, { name: 'quickReplies', entry: 'reply' });
	return rows.filter(isJsonObject).map((reply) => {
		const title = textOf(reply.title) ?? '';
		return { title, id: textOf(reply.id) ?? (title === '' ? '' : `${title} ${index + 1}`) };
	});
}

function build(context: OperationContext): MediaCarouselMessage {
	const { n8n, itemIndex } = context;
	const media = readChoice(n8n, { name: 'cardMedia', itemIndex, field: 'Card Media', choices: MEDIA });
	const button = readChoice(n8n, { name: 'cardButtons', itemIndex, field: 'Card Buttons', choices: BUTTONS });
	const body = readString(n8n, { name: 'body', itemIndex });
	const cards = readCards(context);
	if (button === 'url') {
		const urlCards = cards.map((card) => ({
			...contentOf(card),
			buttonText: textOf(card.buttonText) ?? '',
			url: textOf(card.url) ?? '',
		}));
		return buildMediaCarousel({ body, media, button, cards: urlCards });
	}
	const replyCards = cards.map((card, index) => ({ ...contentOf(card), replies: repliesOf(card, index) }));
	return buildMediaCarousel({ body, media, button, cards: replyCards });
}

export const sendMediaCarousel: ItemOperation = {
	value: 'sendMediaCarousel',
	name: 'Send Media Carousel',
	action: 'Send a carousel of pictures or videos',
	description: 'Send two to ten cards to swipe through, each with a picture or video and a link button or quick replies',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, interactiveBody, ...mediaCards, messageOptions],
	async execute(context) {
		return await sendMessage(context, { build: () => build(context) });
	},
};
