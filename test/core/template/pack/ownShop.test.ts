import { InvalidInput } from '../../../../core/errors/invalidInput';
import { withOwnShop } from '../../../../core/template/pack/ownShop';
import { PACKS } from '../../../../core/template/pack/packs';
import { readDefinitions } from '../../../../core/template/pack/definitions';

/** A template of a shop with this name and these addresses. */
function newsOf(shop: { name: string; address: string; tracking: string }) {
	const buttons = [
		{ type: 'URL', text: 'Open', url: `${shop.address}/orders/{{1}}`, example: [`${shop.address}/orders/1`] },
		{ type: 'URL', text: 'Track', url: `${shop.tracking}{{1}}` },
	];
	return { name: 'news', language: 'en_US', components: [{ type: 'BODY', text: `News of ${shop.name}.` }, { type: 'BUTTONS', buttons }] };
}

const definition = newsOf({
	name: 'Sunny Shop',
	address: 'https://sunny-shop.example',
	tracking: 'https://sunny-shop.example/webhook/tracking-page?t=',
});

describe('the shop in the templates of the journeys', () => {
	test('gives way to the own one in texts, buttons and samples', () => {
		const own = { address: 'https://bright.test', name: 'Bright $& Store', tracking: 'https://n8n.bright.test/webhook/tracking-page?t=' };
		expect(withOwnShop([definition], { ...own, address: `${own.address}/` })).toEqual([newsOf(own)]);
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
