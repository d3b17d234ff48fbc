import type { Journey } from './journey';
import { alertsOf, BEANS, HALF_A_DAY, MUG, sendButton, shopifyProduct, textOfLink, wooCommerceProduct, type ProductState } from './productAlerts';
import { Stage } from './stage';

const FILE = 'back-in-stock';
const TEMPLATE = 'back_in_stock';

const LARGE_MUG: ProductState = { ...MUG, variant: 'Large' };
const SMALL_MUG: ProductState = { ...MUG, sku: 'MUG-BLUE-S', variant: 'Small', inStock: false };

async function comesBack(stage: Stage): Promise<void> {
	await stage.post(`${FILE}/product`, shopifyProduct([LARGE_MUG, SMALL_MUG]));
	await stage.post(`${FILE}/product`, wooCommerceProduct(BEANS));
}

async function subscribe(stage: Stage): Promise<void> {
	await stage.write(await textOfLink(stage, `${FILE}/link?sku=MUG-BLUE&language=es`));
	await stage.settled();
}

/** Subscribed by a link, by a button, by words and by an answer; ended by a button and by words; alerted once, two people each in their language. */
export const backInStock: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	days: HALF_A_DAY,
	async begin(stage) {
		await subscribe(stage);
		await comesBack(stage);
	},
	async play(stage) {
		await subscribe(stage);
		await stage.next({ text: 'en cuanto vuelva MUG-BLUE' });
		await sendButton(stage, { id: `${FILE}/subscribe/BEANS-500`, title: 'Avísame' });
		await stage.tap(await stage.next({ text: 'BEANS-500' }), 'Avísame');
		await stage.tap(await stage.next({ text: 'en cuanto vuelva BEANS-500' }), 'Terminar este aviso');
		await stage.next({ text: 'no te enviaremos ese aviso' });
		await stage.write('Avísame cuando vuelva la taza pequeña');
		await stage.next({ text: '¿Qué producto?' });
		await stage.settled();
		await stage.write('mug-blue-s');
		await stage.next({ text: 'en cuanto vuelva MUG-BLUE-S' });
		const other = await Stage.open(stage.world, { language: 'pt-BR', country: 'BR' });
		await other.write('Me avise quando voltar: MUG-BLUE');
		await other.next({ text: 'assim que MUG-BLUE voltar' });
		expect(await alertsOf(stage)).toEqual({ 'stock MUG-BLUE': 'open', 'stock BEANS-500': 'ended', 'stock MUG-BLUE-S': 'open' });

		await comesBack(stage);
		await stage.daysPass(HALF_A_DAY);
		const alert = await stage.next({ template: TEMPLATE });
		expect(alert).toMatchObject({ template: { language: 'es', category: 'MARKETING' }, body: expect.stringContaining('Blue mug, Large ha vuelto') as string });
		expect(alert.buttons?.map(({ title, url }) => url ?? title)).toEqual(['https://sunny-shop.example/products/blue-mug', 'No recibir ofertas']);
		expect((await other.next({ template: TEMPLATE })).template).toMatchObject({ language: 'pt_BR' });
		await comesBack(stage);
		await stage.daysPass(HALF_A_DAY);
		for (const each of [stage, other]) expect((await each.received()).filter(({ template }) => template?.name === TEMPLATE)).toHaveLength(1);

		await stage.write('Mis avisos');
		await stage.tap(await stage.next({ text: 'Blue mug, Small: te avisamos' }), 'Terminar todos');
		await stage.next({ text: 'no te enviaremos ese aviso' });
		expect(await alertsOf(stage)).toEqual({ 'stock MUG-BLUE': 'sent', 'stock BEANS-500': 'ended', 'stock MUG-BLUE-S': 'ended' });
		await stage.write('parar avisos');
		await stage.next({ text: 'No tienes avisos abiertos' });
	},
};
