import type { Journey } from './journey';
import { changeSetting } from './settings';
import type { Stage } from './stage';

const FILE = 'product-finder';

/** The customer asks for help and answers the three questions. */
async function choose(stage: Stage, answers: readonly [string, string, string]): Promise<void> {
	await stage.write('¿Me puedes dar una idea de regalo?');
	const [person, budget, taste] = answers;
	await stage.tap(await stage.next({ text: '¿Para quién es?' }), person);
	await stage.tap(await stage.next({ text: '¿Cuánto puede costar?' }), budget);
	await stage.tap(await stage.next({ text: '¿Y qué sabor?' }), taste);
}

/** Three lists, then what fits: cards with links, one link, what comes closest; with a catalog, its products. */
export const productFinder: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	async begin(stage) {
		await stage.write('Recomiéndame algo');
		await stage.settled();
	},
	async play(stage) {
		await choose(stage, ['Un amigo', 'Hasta 15', 'Me da igual']);
		const cards = await stage.next({ text: 'lo que mejor encaja' });
		expect(cards.cards?.map(({ body }) => body)).toEqual(['*Té de frutas*, 9.90 USD', '*Chocolate negro*, 12.00 USD', '*Taza azul*, 12.00 USD']);
		expect(cards.buttons?.map(({ url }) => url)).toContain('https://sunny-shop.example/products/dark-chocolate');
		await stage.restartOnce();
		await choose(stage, ['La familia', 'De 15 a 30', 'Fuerte']);
		const link = await stage.next({ text: /lo más parecido:\s+\*Caja de regalo\*, 34.00 USD/ });
		expect(link.buttons?.[0]).toMatchObject({ title: 'Ver producto', url: 'https://sunny-shop.example/products/gift-box' });

		await changeSetting(stage, { file: FILE, name: 'catalogId', value: '194836987003835' });
		await choose(stage, ['Para mí', 'De 15 a 30', 'Fuerte']);
		expect((await stage.next({ text: 'lo que mejor encaja' })).products).toEqual([{ catalogId: '194836987003835', retailerId: 'BEANS-500' }]);
		await choose(stage, ['Un amigo', 'Hasta 15', 'Me da igual']);
		const list = await stage.next({ text: 'lo que mejor encaja' });
		expect(list.header).toMatchObject({ text: 'Elegido para ti' });
		expect(list.products?.map(({ retailerId }) => retailerId)).toEqual(['TEA-FRUIT', 'CHOC-DARK', 'MUG-BLUE']);
	},
};
