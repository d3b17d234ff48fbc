import { ANA, useBench } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const buttons = {
	type: 'interactive',
	interactive: {
		type: 'button',
		body: { text: 'Keep it?' },
		action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
	},
};
const control = (path: string, body: object) => bench.current.control.post(`/phones/${ANA}/${path}`, body);
const inbound = async () => (await bench.current.shown()).filter(({ direction }) => direction === 'inbound');

beforeEach(() => bench.current.write());

test('the next questions are answered by themselves; what has no such button is left alone', async () => {
	await control('auto-answer', { kind: 'tap', body: { index: 0 }, times: 2 });
	await bench.current.sent({ text: { body: 'no question' } });
	const asked = [await bench.current.sent(buttons), await bench.current.sent(buttons)];
	await until('two taps', async () => (await inbound()).length === 3);
	expect((await inbound()).slice(1).map(({ contextMessageId }) => contextMessageId)).toEqual(asked);
	await bench.current.sent(buttons);
	await control('auto-answer', { kind: 'text', body: { text: 'four' } });
	await bench.current.sent({ text: { body: 'How many stars?' } });
	await until('the text', async () => (await inbound()).at(-1)?.body === 'four');
	expect(await inbound()).toHaveLength(4);
	expect((await control('auto-answer', { kind: 'dance' })).status).toBe(400);
	await control('auto-answer', { kind: 'text', body: { text: 'never' } });
	expect((await bench.current.control.delete(`/phones/${ANA}/auto-answer`)).data).toMatchObject({ autoAnswers: [] });
});

test('an answer may come before the business has heard that its question was accepted', async () => {
	await bench.current.subscribe();
	await control('auto-answer', { kind: 'tap', body: { index: 0 } });
	await bench.current.control.post('/faults', { path: '/messages', answerDelayMs: 300 });
	let answered = false;
	const sending = bench.current.sent(buttons).then((id) => {
		answered = true;
		return id;
	});
	const tap = await until('the tap', () =>
		bench.current.receiver.values('messages').flatMap(({ messages = [] }) => messages).find(({ type }) => type === 'interactive'),
	);
	expect(answered).toBe(false);
	expect(tap.context).toEqual({ from: '15550100200', id: await sending });
});

test('a status goes out as often as told', async () => {
	await bench.current.subscribe();
	const id = await bench.current.sent({ text: { body: 'a' } });
	await bench.current.receiver.status(id, 'delivered');
	await bench.current.control.post(`/messages/${id}/status`, { status: 'read', copies: 4 });
	await until('four', () => bench.current.receiver.statuses(id).filter((status) => status === 'read').length === 4);
});
