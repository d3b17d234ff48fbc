import type { Journey } from './journey';
import { alertsOf, BEANS, HALF_A_DAY, MUG, shopifyProduct, textOfLink, wooCommerceProduct } from './productAlerts';
import type { Stage } from './stage';

const FILE = 'price-drop';
const TEMPLATE = 'price_dropped';

async function mugCosts(stage: Stage, price: string): Promise<void> {
	await stage.post(`${FILE}/product`, shopifyProduct([{ ...MUG, price }]));
}

async function subscribe(stage: Stage): Promise<void> {
	await stage.write(await textOfLink(stage, `${FILE}/link?sku=MUG-BLUE&language=pt-BR&price=12.00`));
	await stage.settled();
}

async function timesAlerted(stage: Stage): Promise<number> {
	return (await stage.received()).filter(({ template }) => template?.name === TEMPLATE).length;
}

/** Subscribed by a link with the price and by words without one; alerted once, below that price only; ended by words. */
export const priceDrop: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'pt-BR', country: 'BR' },
	days: HALF_A_DAY,
	async begin(stage) {
		await subscribe(stage);
		await mugCosts(stage, '9.90');
	},
	async play(stage) {
		await subscribe(stage);
		await stage.next({ text: 'assim que MUG-BLUE custar menos de 12,00' });
		await stage.write('Me avise quando custar menos: beans-500');
		await stage.next({ text: 'Abaixo de que preço' });
		await stage.settled();
		await stage.write('15,50');
		await stage.next({ text: 'assim que BEANS-500 custar menos de 15,50' });

		await mugCosts(stage, '12.00');
		await stage.post(`${FILE}/product`, wooCommerceProduct({ ...BEANS, price: '16.00' }));
		expect(await alertsOf(stage)).toEqual({ 'price MUG-BLUE': 'open', 'price BEANS-500': 'open' });
		await mugCosts(stage, '9.90');
		await stage.daysPass(HALF_A_DAY);
		const alert = await stage.next({ template: TEMPLATE });
		expect(alert).toMatchObject({ template: { language: 'pt_BR', category: 'MARKETING' }, body: expect.stringMatching(/Blue mug agora custa US\$\s9,90/) as string });
		expect(alert.buttons?.map(({ title, url }) => url ?? title)).toEqual(['https://sunny-shop.example/products/blue-mug', 'Parar ofertas']);
		await mugCosts(stage, '8.90');
		expect(await timesAlerted(stage)).toBe(1);

		await stage.write('Meus avisos');
		await stage.tap(await stage.next({ text: 'Coffee beans 500 g: avisamos quando custar menos de 15,50' }), 'Encerrar este aviso');
		await stage.next({ text: 'não enviaremos esse aviso' });
		await stage.post(`${FILE}/product`, wooCommerceProduct({ ...BEANS, price: '9.00' }));
		expect(await alertsOf(stage)).toEqual({ 'price MUG-BLUE': 'sent', 'price BEANS-500': 'ended' });
		await stage.write('STOP ALERTS');
		await stage.next({ text: 'no open alerts' });
	},
};
