import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import { noonsPass } from './noon';
import type { Stage } from './stage';
import { cartChanged, newCart, newOrder, orderPlaced, type Store, type StoreCart } from './storeEvents';

const PAUSE_DAYS = 7;

/** What differs by store, and by the language of the customer. */
interface Told {
	customer?: { language: string; country: string };
	language: string;
	total: string;
	checkout(cart: StoreCart): string;
	question: string;
	asked: string;
	/** What the customer wants to know. */
	words: string;
	answered: string;
	stop: string;
	stopped: string;
}

const TOLD: Record<Store, Told> = {
	shopify: {
		customer: { language: 'pt-BR', country: 'BR' },
		language: 'pt_BR',
		total: '42,50',
		checkout: ({ token }) => `https://sunny-shop.example/checkouts/${token}/recover?key=1`,
		question: 'Tenho uma pergunta',
		asked: 'O que você gostaria de saber?',
		words: 'A caneca pode ir à lava-louças?',
		answered: 'Nossa equipe já recebeu',
		stop: 'Parar ofertas',
		stopped: 'não receberá mais ofertas',
	},
	woocommerce: {
		language: 'en_US',
		total: '$42.50',
		checkout: ({ token }) => `https://sunny-shop.example/checkout/?wcf_ac_token=${token}`,
		question: 'I have a question',
		asked: 'What would you like to know?',
		words: 'Does the mug go into the dishwasher?',
		answered: 'Somebody of our team',
		stop: 'Stop offers',
		stopped: 'no more offers',
	},
};

/** A cart left behind: reminded of until it is bought, asked about, or stopped. */
export function cartRecovery(store: Store): Journey {
	const file = `cart-recovery-${store}`;
	const told = TOLD[store];
	const leave = async (stage: Stage) => {
		const cart = newCart(stage.customer);
		await stage.post(`${file}/cart`, cartChanged(store, cart));
		return cart;
	};
	const reminders = async (stage: Stage) => {
		const names = (await stage.received()).map(({ template }) => template?.name ?? '');
		return names.filter((name) => name.startsWith('cart_'));
	};
	return {
		folder: 'cart-recovery',
		file,
		...(told.customer && { customer: told.customer }),
		days: 4,
		begin: async (stage) => void (await leave(stage)),
		async play(stage) {
			const { zendesk, demo } = stage.world;
			const asked = await leave(stage);
			await stage.post(`${file}/cart`, cartChanged(store, asked));
			await noonsPass(stage);
			const reminder = await stage.next({ template: 'cart_reminder' });
			expect(reminder.template).toMatchObject({ language: told.language, category: 'MARKETING' });
			for (const part of [stage.customer.firstName, 'Coffee beans 500 g', told.total]) expect(reminder.body).toContain(part);
			expect(reminder.buttons?.[0]?.url).toBe(told.checkout(asked));
			await noonsPass(stage);
			const video = await stage.next({ template: 'cart_unboxing' });
			expect(video.header).toMatchObject({ type: 'video', mediaUrl: 'https://sunny-shop.example/unboxing.mp4' });
			await stage.tap(video, told.question);
			await stage.next({ text: told.asked });
			await stage.settled();
			await stage.write(told.words);
			await stage.next({ text: told.answered });
			await stage.settled();
			const tickets = zendesk.tickets.filter(({ external_id: id }) => String(id).endsWith(asked.token));
			expect(tickets).toHaveLength(1);
			expect(tickets[0]).toMatchObject({ subject: 'Question about a cart', comment: { body: expect.stringContaining(told.words) } });
			await noonsPass(stage, PAUSE_DAYS + 1);
			expect(await reminders(stage)).toEqual(['cart_reminder', 'cart_unboxing']);

			const bought = await leave(stage);
			await noonsPass(stage);
			await stage.next({ template: 'cart_reminder' });
			await stage.post(`${file}/order`, orderPlaced(store, newOrder(stage.customer)));
			const rows = await dataTableRows(demo.client, 'journey_carts');
			expect(rows.find(({ cartId }) => String(cartId).endsWith(bought.token))).toMatchObject({ state: 'bought' });
			await noonsPass(stage, PAUSE_DAYS + 1);
			expect(await reminders(stage)).toHaveLength(3);

			await leave(stage);
			await noonsPass(stage);
			await noonsPass(stage);
			await noonsPass(stage, 2);
			const last = await stage.next({ template: 'cart_last_reminder' });
			expect(last.body).toContain('SUNNY10');
			await stage.tap(last, told.stop);
			await stage.next({ text: told.stopped });
			expect(await reminders(stage)).toHaveLength(6);
		},
	};
}
