import type { IDataObject } from 'n8n-workflow';
import { ANA, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendMediaCarousel' };
const link = (name: string) => `https://shop.example/${name}`;

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Media Carousel', () => {
	test('sends cards with a URL button', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: 'New mugs',
				cards: {
					card: [
						{ link: link('blue.jpg'), text: '*Blue*\n12.50', buttonText: 'Buy', url: '={{ $json.shop }}/blue' },
						{ link: link('red.jpg'), buttonText: 'Buy', url: link('red') },
					],
				},
			},
			items: itemsOf({ shop: 'https://shop.example' }),
		});
		expect(error).toBeUndefined();
		const card = (index: number, name: string) => ({
			card_index: index,
			type: 'cta_url',
			header: { type: 'image', image: { link: link(`${name}.jpg`) } },
			action: { name: 'cta_url', parameters: { display_text: 'Buy', url: link(name) } },
		});
		expect(await bench.sent()).toMatchObject([
			{
				type: 'interactive',
				interactive: {
					type: 'carousel',
					body: { text: 'New mugs' },
					action: { cards: [{ ...card(0, 'blue'), body: { text: '*Blue*\n12.50' } }, card(1, 'red')] },
				},
			},
		]);
		expect((await bench.phone(ANA)).at(-1)?.cards).toMatchObject([
			{ header: { type: 'image' }, body: '*Blue*\n12.50' },
			{ header: { type: 'image' } },
		]);
	});

	test('sends videos with quick replies, whose IDs tell the cards apart; a tap answers with one', async () => {
		const replies = (...reply: Array<{ title: string; id?: string }>) => ({ reply });
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: 'New mugs',
				cardMedia: 'video',
				cardButtons: 'quickReplies',
				cards: {
					card: [
						{ link: link('blue.mp4'), quickReplies: replies({ title: 'More' }, { title: 'Buy', id: 'buy-blue' }) },
						{ link: link('red.mp4'), quickReplies: replies({ title: 'More' }, { title: 'Buy', id: 'buy-red' }) },
					],
				},
			},
		});
		expect(error).toBeUndefined();
		const button = (id: string, title: string) => ({ type: 'quick_reply', quick_reply: { id, title } });
		expect(await bench.sent()).toMatchObject([
			{
				interactive: {
					action: {
						cards: [
							{
								type: 'cta_url',
								header: { type: 'video', video: { link: link('blue.mp4') } },
								action: { buttons: [button('More 1', 'More'), button('buy-blue', 'Buy')] },
							},
							{ action: { buttons: [button('More 2', 'More'), button('buy-red', 'Buy')] } },
						],
					},
				},
			},
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(await bench.control(`/phones/${ANA}/tap`, { messageId: shown?.id, id: 'buy-red' })).toMatchObject({
			message: { body: 'Buy', contextMessageId: shown?.id },
		});
	});

	test('takes as many cards as a JSON list has, as text or as an expression gives it', async () => {
		const urlCards = ['a', 'b', 'c'].map((name) => ({ link: link(name), buttonText: 'Buy', url: link(name) }));
		const replyCards = ['a', 'b'].map((name) => ({ link: link(name), quickReplies: [{ title: 'Buy', id: name }] }));
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: 'New',
				specifyCards: 'json',
				cardButtons: '={{ $json.buttons }}',
				cardsJson: '={{ $json.cards }}',
			},
			items: itemsOf({ buttons: 'url', cards: urlCards }, { buttons: 'quickReplies', cards: JSON.stringify(replyCards) }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{ interactive: { action: { cards: [{}, {}, { card_index: 2, header: { image: { link: link('c') } } }] } } },
			{ interactive: { action: { cards: [{}, { action: { buttons: [{ quick_reply: { id: 'b' } }] } }] } } },
		]);
	});

	test('refuses one card, a media ID, long texts and unlike buttons, before any call', async () => {
		const json = (cards: IDataObject['cards']) => ({ cards });
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: 'New',
				specifyCards: 'json',
				cardButtons: '={{ $json.buttons }}',
				cardsJson: '={{ $json.cards }}',
			},
			items: itemsOf(
				{ buttons: 'url', ...json([{ link: '1037543291543636', text: 't'.repeat(161), buttonText: 'b'.repeat(21), url: 'x' }]) },
				{
					buttons: 'quickReplies',
					...json([
						{ link: link('a'), quickReplies: [{ title: 'A' }, { title: 'B' }] },
						{ link: link('b'), quickReplies: [{ title: 'A' }] },
					]),
				},
				{ buttons: 'url', ...json('not JSON') },
				{ buttons: 'url', ...json({ link: link('a') }) },
				{ buttons: 'none', ...json([]) },
			),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		const list = [{ field: 'Cards (JSON)', message: 'must be a JSON list of objects, such as [{ … }, { … }]' }];
		expect(outputs[0]?.map(({ json: { details } }) => (details as { problems: unknown }).problems)).toEqual([
			[
				{ field: 'Cards', message: 'has 1 card, at least 2 are needed' },
				{ field: 'Card 1 Link', message: '"1037543291543636" is not a web address; write it with https://' },
				{ field: 'Card 1 Text', message: 'has 161 characters, at most 160 are allowed' },
				{ field: 'Card 1 Button Text', message: 'has 21 characters, at most 20 are allowed' },
				{ field: 'Card 1 URL', message: '"x" is not a web address; write it with https://' },
			],
			[{ field: 'Card 2 Quick Replies', message: 'has 1, but Card 1 has 2; all cards need equally many' }],
			list,
			list,
			[{ field: 'Card Buttons', message: '"none" is none of url, quickReplies' }],
		]);
	});
});
