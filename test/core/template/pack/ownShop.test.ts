import { InvalidInput } from '../../../../core/errors/invalidInput';
import { withOwnShop } from '../../../../core/template/pack/ownShop';
import { PACKS } from '../../../../core/template/pack/packs';
import { readDefinitions } from '../../../../core/template/pack/definitions';

const definition = {
	name: 'news',
	language: 'en_US',
	components: [
		{ type: 'BODY', text: 'News of Sunny Shop.' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'Open', url: 'https://sunny-shop.example/orders/{{1}}', example: ['https://sunny-shop.example/orders/1'] },
				{ type: 'URL', text: 'Track', url: 'https://sunny-shop.example/webhook/tracking-page?t={{1}}' },
			],
		},
	],
};

describe('the shop in the templates of the journeys', () => {
	test('gives way to the own one in texts, buttons and samples', () => {
		const own = { address: 'https://bright.test/', name: 'Bright $& Store', tracking: 'https://n8n.bright.test/webhook/tracking-page?t=' };
		expect(withOwnShop([definition], own)).toEqual([
			{
				name: 'news',
				language: 'en_US',
				components: [
					{ type: 'BODY', text: 'News of Bright $& Store.' },
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'URL', text: 'Open', url: 'https://bright.test/orders/{{1}}', example: ['https://bright.test/orders/1'] },
							{ type: 'URL', text: 'Track', url: 'https://n8n.bright.test/webhook/tracking-page?t={{1}}' },
						],
					},
				],
			},
		]);
	});

	test('stays where nothing is said', () => {
		expect(withOwnShop([definition], {})).toEqual([definition]);
	});

	test('is all that the packs name', () => {
		const own = { address: 'https://bright.test', name: 'Bright', tracking: 'https://bright.test/t/' };
		const definitions = Object.values(PACKS).flatMap((value) => readDefinitions({ value, field: 'Journey' }));
		expect(JSON.stringify(withOwnShop(definitions, own)).match(/.{60}(sunny.?shop|\.example).{20}/gi)).toBeNull();
	});

	test('wants addresses', () => {
		expect(() => withOwnShop([], { address: 'shop.test', tracking: 'https://{{1}}' })).toThrow(InvalidInput);
		expect(() => withOwnShop([], { address: 'shop.test' })).toThrow('Shop Address: "shop.test" is no address that begins with https://');
	});
});
