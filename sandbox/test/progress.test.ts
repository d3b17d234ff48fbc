import type { PhoneMessage } from '../src';
import { ANA, BEN, useBench } from './support/bench';
import { expectShape } from './support/shapes';

const bench = useBench();
const text = { text: { body: 'a' } };
const control = (path: string, body: object = {}) => bench.current.control.post(`/phones/${path}`, body);
const codeOf = async (id: string) => (await bench.current.receiver.status(id, 'failed')).errors?.[0];

beforeEach(async () => {
	await bench.current.subscribe();
	await bench.current.write();
	await bench.current.write(BEN);
});

describe('planned failures', () => {
	test('the next message to one customer fails with the code told, with the callback data', async () => {
		await control(`${ANA}/fail`, { code: 131026 });
		const other = await bench.current.sent({ ...text, to: `+${BEN}` });
		const failing = await bench.current.sent({ ...text, biz_opaque_callback_data: 'ref-1' });
		expect(await bench.current.receiver.status(failing, 'failed')).toMatchObject({
			biz_opaque_callback_data: 'ref-1',
			errors: [{ code: 131026, title: 'Message undeliverable' }],
		});
		await bench.current.receiver.status(other, 'delivered');
		const next = await bench.current.sent({ ...text, biz_opaque_callback_data: 'ref-2' });
		for (const status of ['sent', 'delivered'])
			expect(await bench.current.receiver.status(next, status)).toMatchObject({ biz_opaque_callback_data: 'ref-2' });
		expect(bench.current.receiver.statuses(failing)).toEqual(['failed']);
	});

	test('several, after sent, in words of one’s own; and taken back', async () => {
		await control(`${ANA}/fail`, { code: 130472, title: 'Experiment', details: 'Why', times: 2, after: 'sent' });
		const [one, two, three] = [await bench.current.sent(text), await bench.current.sent(text), await bench.current.sent(text)];
		expect(await codeOf(one)).toMatchObject({ code: 130472, title: 'Experiment', error_data: { details: 'Why' } });
		await codeOf(two);
		await bench.current.receiver.status(three, 'delivered');
		expect(bench.current.receiver.statuses(two)).toEqual(['sent', 'failed']);
		await control(`${ANA}/fail`, { code: 131000 });
		await bench.current.control.delete(`/phones/${ANA}/fail`);
		await bench.current.receiver.status(await bench.current.sent(text), 'delivered');
	});
});

describe('statuses by hand', () => {
	test('any, when the test says', async () => {
		await bench.current.control.post('/settings', { autoStatus: false });
		const id = await bench.current.sent({ ...text, biz_opaque_callback_data: 'ref' });
		const set = (status: string, extra: object = {}) =>
			bench.current.control.post(`/messages/${id}/status`, { status, ...extra });
		await set('sent');
		await bench.current.receiver.status(id, 'sent');
		await set('failed', { code: 131049 });
		expect((await codeOf(id))?.code).toBe(131049);
		expect((await bench.current.control.get(`/messages/${id}`)).data).toMatchObject({
			key: ANA,
			callbackData: 'ref',
			status: 'failed',
			error: { code: 131049 },
		});
		const voice = await bench.current.sent(text);
		await bench.current.control.post(`/messages/${voice}/status`, { status: 'played' });
		await expectShape(bench, '"status":"played"', { shape: 'status_played_voice' });
		expect((await bench.current.control.post('/messages/wamid.A/status', { status: 'sent' })).status).toBe(404);
		const inbound = await bench.current.write();
		expect((await bench.current.control.post(`/messages/${inbound.id}/status`, { status: 'sent' })).status).toBe(409);
	});

	test('a phone that is off gets its messages when it is on again', async () => {
		await control(`${ANA}/online`, { online: false });
		const id = await bench.current.sent(text);
		await bench.current.receiver.status(id, 'sent');
		await bench.current.receiver.status(await bench.current.sent({ ...text, to: `+${BEN}` }), 'delivered');
		expect(bench.current.receiver.statuses(id)).toEqual(['sent']);
		await control(`${ANA}/online`, { online: true });
		await bench.current.receiver.status(id, 'delivered');
	});
});

describe('lists of one phone', () => {
	const list = (query: object) =>
		bench.current.control.get<PhoneMessage[]>(`/phones/${ANA}/messages`, { params: query });

	test('by direction, type, status, and after a message', async () => {
		const id = await bench.current.sent(text);
		await bench.current.receiver.status(id, 'delivered');
		const later = await bench.current.write(ANA, 'later');
		const ids = async (query: object) => (await list(query)).data.map((message) => message.id);
		expect(await ids({ direction: 'outbound' })).toEqual([id]);
		expect(await ids({ status: 'delivered', type: 'text', after: id })).toEqual([later.id]);
		expect(await ids({ status: 'read' })).toEqual([]);
		expect((await list({ after: 'wamid.A' })).status).toBe(400);
	});

	test('waits for so many, and says how many there are when it gives up', async () => {
		const waiting = list({ direction: 'outbound', atLeast: 3, status: 'delivered' });
		for (const body of ['1', '2', '3']) await bench.current.sent({ text: { body } });
		expect((await waiting).data.map(({ body }) => body)).toEqual(['1', '2', '3']);
		const late = await list({ direction: 'outbound', atLeast: 4, timeoutMs: 30 });
		expect(late.status).toBe(408);
		expect(late.data).toEqual({ error: { message: '3 of 4 messages after 30 ms' } });
	});
});
