import { problemsOf } from '../../message/problemsOf';
import { form, sent } from '../definitions';

const card = (format: string, text = 'Now {{1}}') => ({
	components: [
		{ type: 'HEADER', format },
		{ type: 'BODY', text, example: { body_text: [['5 €']] } },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'QUICK_REPLY', text: 'More' },
				{ type: 'URL', text: 'Buy', url: 'https://shop.example/{{1}}', example: ['mug'] },
			],
		},
	],
});
const media = [
	{ type: 'BODY', text: 'Hello {{1}}' },
	{ type: 'CAROUSEL', cards: [card('IMAGE'), card('VIDEO')] },
];

test('asks for the fields of each card in reading order', () => {
	expect(form(media)).toEqual([
		'body_1*: Body {{1}}: "Hello ▢"',
		'card_0_header_image*: Card 1 Header Image (link, media ID or binary field)',
		'card_0_body_1*: Card 1 Body {{1}}: "Now ▢" (e.g. 5 €)',
		'card_0_button_0_payload: Card 1 Button 1 "More" Payload (optional)',
		'card_0_button_1_url*: Card 1 Button 2 "Buy" URL Ending (e.g. mug)',
		'card_1_header_video*: Card 2 Header Video (link, media ID or binary field)',
		'card_1_body_1*: Card 2 Body {{1}}: "Now ▢" (e.g. 5 €)',
		'card_1_button_0_payload: Card 2 Button 1 "More" Payload (optional)',
		'card_1_button_1_url*: Card 2 Button 2 "Buy" URL Ending (e.g. mug)',
	]);
});

test('sends each card with its own values', () => {
	const values = {
		body_1: 'Ana',
		card_0_header_image: { id: '11' },
		card_0_body_1: '5 €',
		card_0_button_0_payload: 'more-mug',
		card_0_button_1_url: 'mug',
		card_1_header_video: 'https://shop.example/cap.mp4',
		card_1_body_1: '9 €',
		card_1_button_1_url: 'cap',
	};
	const url = (text: string) => ({ type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text }] });
	expect(sent(media, values)).toEqual([
		{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
		{
			type: 'carousel',
			cards: [
				{
					card_index: 0,
					components: [
						{ type: 'header', parameters: [{ type: 'image', image: { id: '11' } }] },
						{ type: 'body', parameters: [{ type: 'text', text: '5 €' }] },
						{ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'more-mug' }] },
						url('mug'),
					],
				},
				{
					card_index: 1,
					components: [
						{ type: 'header', parameters: [{ type: 'video', video: { link: 'https://shop.example/cap.mp4' } }] },
						{ type: 'body', parameters: [{ type: 'text', text: '9 €' }] },
						url('cap'),
					],
				},
			],
		},
	]);
});

test.each([
	[156, []],
	[157, [{ field: 'Card 1 Body with its values filled in', message: 'has 161 characters, at most 160 are allowed' }]],
])('limits the text of a card with %i characters of a value', (length, problems) => {
	const cards = [{ components: [{ type: 'BODY', text: 'Now {{1}}' }] }];
	expect(problemsOf(() => sent([{ type: 'CAROUSEL', cards }], { card_0_body_1: 'x'.repeat(length) }))).toEqual(problems);
});

test('names the card of what is missing', () => {
	const problems = problemsOf(() => sent(media, { body_1: 'Ana' }));
	expect(problems.map(({ field }) => field.slice(0, 13))).toEqual([
		'Card 1 Header',
		'Card 1 Body {',
		'Card 1 Button',
		'Card 2 Header',
		'Card 2 Body {',
		'Card 2 Button',
	]);
});

describe('of products', () => {
	const components = [
		{ type: 'HEADER', format: 'PRODUCT' },
		{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
	];
	const products = [{ type: 'CAROUSEL', cards: [{ components }, { components }] }];
	const productIn = (index: number) => ({
		card_index: index,
		components: [
			{
				type: 'header',
				parameters: [{ type: 'product', product: { product_retailer_id: `A${index}`, catalog_id: '7' } }],
			},
		],
	});

	test('asks for the catalog once, for two products, and offers eight more', () => {
		const fields = form(products);
		expect(fields.slice(0, 4)).toEqual([
			'carousel_catalog_id*: Catalog ID (for the products of all cards)',
			'card_0_header_product_id*: Card 1 Header Product ID (e.g. SKU-1001)',
			'card_1_header_product_id*: Card 2 Header Product ID (e.g. SKU-1001)',
			'card_2_header_product_id: Card 3 Header Product ID (e.g. SKU-1001)',
		]);
		expect(fields).toHaveLength(11);
	});

	test('sends the cards that are filled, numbered without gaps', () => {
		const two = { carousel_catalog_id: '7', card_0_header_product_id: 'A0', card_1_header_product_id: 'A1' };
		expect(sent(products, two)).toEqual([{ type: 'carousel', cards: [productIn(0), productIn(1)] }]);
		expect(sent(products, { ...two, card_7_header_product_id: 'A2' })).toEqual([
			{ type: 'carousel', cards: [productIn(0), productIn(1), productIn(2)] },
		]);
	});

	test('wants what belongs to an added card', () => {
		const withUrl = [
			components[0],
			{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://shop.example/{{1}}' }] },
		];
		const cards = [{ components: withUrl }, { components: withUrl }];
		const values = {
			carousel_catalog_id: '7',
			card_0_header_product_id: 'A0',
			card_0_button_0_url: 'a',
			card_1_header_product_id: 'A1',
			card_1_button_0_url: 'b',
		};
		const problems = (more: object) =>
			problemsOf(() => sent([{ type: 'CAROUSEL', cards }], { ...values, ...more })).map(({ field }) => field);
		expect(problems({})).toEqual([]);
		expect(problems({ card_2_button_0_url: 'c' })).toEqual(['Card 3 Header Product ID (e.g. SKU-1001)']);
		expect(problems({ card_10_button_0_url: 'c' })).toEqual(['Template Variables']);
	});

	test('wants the catalog', () => {
		const values = { card_0_header_product_id: 'A0', card_1_header_product_id: 'A1' };
		expect(problemsOf(() => sent(products, values))).toEqual([
			{ field: 'Catalog ID (for the products of all cards)', message: 'must not be empty' },
		]);
	});
});
