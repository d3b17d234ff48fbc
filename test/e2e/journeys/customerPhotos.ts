import type { PhoneMessage } from '../../../scripts/start/sandboxClient';
import { OWN_SAMPLES } from '../../../core/template/pack/samples';
import { dataTableRows } from '../../harness/n8n/dataTables';
import { until } from '../../harness/n8n/poll';
import type { Journey } from './journey';
import { Stage } from './stage';
import { newOrder, shipmentChanged, type StoreOrder } from './storeEvents';

const FILE = 'customer-photos';
const TEMPLATE = 'photo_request';

/** Who approves: the phone of the workflow's Settings, one of the sandbox's own customers. */
const TEAM = '15550123457';

const DAYS_TO_REQUEST = 5;

/** Longer than a night: who may not be written to at night is written to before this has passed. */
const HALF_A_DAY = 0.5;

async function delivered(stage: Stage): Promise<StoreOrder> {
	const order = newOrder(stage.customer);
	await stage.post(`${FILE}/shipment`, shipmentChanged('shopify', { order, status: 'delivered' }));
	return order;
}

/** What the customer sends; the picture and the video are shown by the phone. */
const FILES = {
	image: { kind: 'image', mimeType: 'image/png', base64: OWN_SAMPLES.IMAGE.data },
	video: { kind: 'video', mimeType: 'video/mp4', base64: OWN_SAMPLES.VIDEO.data },
	audio: { kind: 'audio', mimeType: 'audio/ogg', base64: Buffer.from('voice').toString('base64') },
};

async function sendFile(stage: Stage, kind: keyof typeof FILES): Promise<void> {
	await stage.settled();
	await stage.answer('media', FILES[kind]);
}

/** Mails with this file. */
function mailsWith({ world }: Stage, { base64 }: (typeof FILES)['image']): number {
	return world.mail.mails.filter(({ to, source }) => to[0] === 'photos@sunny-shop.example' && source.replace(/\s/g, '').includes(base64)).length;
}

/** The question about an order on the phone of the team. */
async function askedOfTeam({ world }: Stage, { number }: StoreOrder): Promise<PhoneMessage> {
	return await until({ what: `the question about ${number} on the team's phone` }, async () => {
		const messages = await world.demo.sandbox.messages(TEAM);
		return messages.find(({ template, body }) => template?.name.endsWith('_approval') === true && body?.includes(number));
	});
}

async function rowOf({ world }: Stage, { table, column, value }: { table: string; column: string; value: string }): Promise<Record<string, unknown> | undefined> {
	const rows = await dataTableRows(world.demo.client, table);
	return rows.find((row) => row[column] === value);
}

const photoOf = async (stage: Stage, { id }: StoreOrder) => await rowOf(stage, { table: 'journey_photos', column: 'orderId', value: String(id) });
const pointsOf = async (stage: Stage, { id }: StoreOrder) => await rowOf(stage, { table: 'journey_loyalty', column: 'eventId', value: `photo/${id}` });

/** A photo that may be shown, is approved and brings points; an unboxing video that is declined; a photo that stays private. */
export const customerPhotos: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'es', country: 'MX' },
	days: DAYS_TO_REQUEST + HALF_A_DAY,
	begin: async (stage) => void (await delivered(stage)),
	async play(stage) {
		const { demo } = stage.world;
		const other = await Stage.open(stage.world, { language: 'pt-BR', country: 'BR' });
		const third = await Stage.open(stage.world);
		const [order, declined, kept] = [await delivered(stage), await delivered(other), await delivered(third)];
		await stage.daysPass(DAYS_TO_REQUEST);
		await stage.daysPass(HALF_A_DAY);
		const request = await stage.next({ template: TEMPLATE });
		expect(request).toMatchObject({ template: { language: 'es', category: 'MARKETING' }, body: expect.stringContaining('50 puntos') as string });
		await stage.tap(request, 'Enviar una foto');
		await stage.next({ text: 'Envía aquí la foto' });
		await sendFile(stage, 'audio');
		await stage.next({ text: 'Envía aquí la foto' });
		await sendFile(stage, 'image');
		await stage.tap(await stage.next({ text: '¿Podemos mostrarlo' }), 'Sí, pueden');
		await stage.next({ text: 'después los puntos son tuyos' });
		expect(mailsWith(stage, FILES.image)).toBe(1);
		const question = await askedOfTeam(stage, order);
		expect(question).toMatchObject({ template: { name: 'photo_approval' }, header: { type: 'image' } });
		expect(await photoOf(stage, order)).toMatchObject({ kind: 'image', mayBeShown: true, state: 'waiting' });
		await demo.sandbox.tap(TEAM, { messageId: question.id, title: 'Approve' });
		await stage.next({ text: '50 puntos son tuyos' });
		expect(await photoOf(stage, order)).toMatchObject({ state: 'approved' });
		expect(await pointsOf(stage, order)).toMatchObject({ phone: stage.customer.phone, points: 50, reason: `foto del pedido ${order.number}` });

		await other.next({ template: TEMPLATE });
		await sendFile(other, 'video');
		await other.tap(await other.next({ text: 'Podemos mostrar' }), 'Sim, podem');
		const aboutVideo = await askedOfTeam(other, declined);
		expect(aboutVideo).toMatchObject({ template: { name: 'video_approval' }, header: { type: 'video' } });
		await demo.sandbox.tap(TEAM, { messageId: aboutVideo.id, title: 'Decline' });
		await third.next({ template: TEMPLATE });
		await sendFile(third, 'image');
		await third.tap(await third.next({ text: 'May we show it' }), 'No, please do not');
		await third.next({ text: 'stays between us' });
		await stage.settled();
		expect(await photoOf(stage, declined)).toMatchObject({ kind: 'video', mayBeShown: true, state: 'declined' });
		expect(await photoOf(stage, kept)).toMatchObject({ mayBeShown: false, state: 'private' });
		expect([await pointsOf(stage, declined), await pointsOf(stage, kept)]).toEqual([undefined, undefined]);
	},
};
