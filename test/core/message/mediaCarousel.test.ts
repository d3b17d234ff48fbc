import { buildMediaCarousel, type ReplyCard, type UrlCard } from '../../../core/message/mediaCarousel';
import { problemsOf } from './problemsOf';

const text = (length: number) => 'x'.repeat(length);
const link = 'https://shop.example/mug.jpg';

const urlCard = (card: Partial<UrlCard> = {}): UrlCard => ({ link, buttonText: 'Buy', url: 'https://shop.example', ...card });
const replyCard = (card: number, titles = ['More', 'Buy']): ReplyCard => ({
	link,
	replies: titles.map((title) => ({ id: `${title}-${card}`, title })),
});

const urls = (cards: UrlCard[], body = 'Body') => buildMediaCarousel({ body, media: 'image', button: 'url', cards });
const replies = (cards: ReplyCard[]) => buildMediaCarousel({ body: 'Body', media: 'video', button: 'quickReplies', cards });

test('builds cards with a URL button', () => {
	expect(urls([urlCard({ text: 'Blue\n\nmug' }), urlCard()])).toEqual({
		type: 'interactive',
		interactive: {
			type: 'carousel',
			body: { text: 'Body' },
			action: {
				cards: [
					{
						card_index: 0,
						type: 'cta_url',
						header: { type: 'image', image: { link } },
						body: { text: 'Blue\n\nmug' },
						action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://shop.example' } },
					},
					{
						card_index: 1,
						type: 'cta_url',
						header: { type: 'image', image: { link } },
						action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://shop.example' } },
					},
				],
			},
		},
	});
});

test('builds cards with quick replies', () => {
	expect(replies([replyCard(1), replyCard(2)]).interactive.action.cards[1]).toEqual({
		card_index: 1,
		type: 'cta_url',
		header: { type: 'video', video: { link } },
		action: {
			buttons: [
				{ type: 'quick_reply', quick_reply: { id: 'More-2', title: 'More' } },
				{ type: 'quick_reply', quick_reply: { id: 'Buy-2', title: 'Buy' } },
			],
		},
	});
});

test('reports every problem of URL cards at once', () => {
	const cards = [urlCard({ link: '1234567890', buttonText: '' }), urlCard({ link: '', url: 'shop.example', text: 'a\nb\r\nc\nd' })];
	expect(problemsOf(() => urls(cards, ''))).toEqual([
		{ field: 'Body', message: 'must not be empty' },
		{ field: 'Card 1 Link', message: '"1234567890" is not a web address; write it with https://' },
		{ field: 'Card 1 Button Text', message: 'must not be empty' },
		{ field: 'Card 2 Link', message: 'must not be empty' },
		{ field: 'Card 2 Text', message: 'has 3 line breaks, at most 2 are allowed' },
		{ field: 'Card 2 URL', message: '"shop.example" is not a web address; write it with https://' },
	]);
});

test('wants equally many quick replies on all cards, with titles unlike on a card and IDs unlike in all', () => {
	const cards: ReplyCard[] = [
		{ link, replies: [{ id: 'a', title: 'Buy' }, { id: 'b', title: 'Buy' }] },
		{ link, replies: [{ id: 'a', title: 'Buy' }] },
		{ link, replies: [] },
	];
	expect(problemsOf(() => replies(cards))).toEqual([
		{ field: 'Card 1 Quick Reply 2 Title', message: 'must differ from Card 1 Quick Reply 1 Title; both are "Buy"' },
		{ field: 'Card 3 Quick Replies', message: 'must not be empty; add at least one quick reply' },
		{ field: 'Card 2 Quick Replies', message: 'has 1, but Card 1 has 2; all cards need equally many' },
		{ field: 'Card 2 Quick Reply 1 ID', message: 'must differ from Card 1 Quick Reply 1 ID; both are "a"' },
	]);
});

describe('limits', () => {
	const reply = (part: { id?: string; title?: string }) =>
		replies([{ link, replies: [{ id: 'a', title: 'A', ...part }] }, replyCard(2, ['B'])]);

	test.each<[string, number, (length: number) => unknown]>([
		['Body', 1024, (n) => urls([urlCard(), urlCard()], text(n))],
		['Card 2 Text', 160, (n) => urls([urlCard(), urlCard({ text: text(n) })])],
		['Card 1 Button Text', 20, (n) => urls([urlCard({ buttonText: text(n) }), urlCard()])],
		['Card 1 Quick Reply 1 Title', 20, (n) => reply({ title: text(n) })],
		['Card 1 Quick Reply 1 ID', 256, (n) => reply({ id: text(n) })],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});

	test('there may be 2 to 10 cards', () => {
		const cards = (count: number) => urls(Array.from({ length: count }, () => urlCard()));
		expect([2, 10].map((count) => problemsOf(() => cards(count)))).toEqual([[], []]);
		expect(problemsOf(() => cards(1))).toEqual([{ field: 'Cards', message: 'has 1 card, at least 2 are needed' }]);
		expect(problemsOf(() => cards(0))).toEqual([{ field: 'Cards', message: 'has 0 cards, at least 2 are needed' }]);
		expect(problemsOf(() => cards(11))).toEqual([{ field: 'Cards', message: 'has 11 cards, at most 10 are allowed' }]);
	});

	test('a text may have 2 line breaks, a card 3 quick replies', () => {
		expect(problemsOf(() => urls([urlCard({ text: 'a\nb\nc' }), urlCard()]))).toEqual([]);
		const three = ['A', 'B', 'C'];
		expect(problemsOf(() => replies([replyCard(1, three), replyCard(2, three)]))).toEqual([]);
		const four = [...three, 'D'];
		expect(problemsOf(() => replies([replyCard(1, four), replyCard(2, four)])).map(({ message }) => message)).toEqual([
			'has 4 quick replies, at most 3 are allowed',
			'has 4 quick replies, at most 3 are allowed',
		]);
	});
});
