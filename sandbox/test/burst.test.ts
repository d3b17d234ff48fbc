import type { PhoneMessage } from '../src';
import { ANA, BEN, useBench } from './support/bench';
import { many } from './support/limits';
import { until } from './support/until';

const bench = useBench();
/** A machine that does other things too takes its time for a thousand webhooks. */
const MANY_TIMEOUT_MS = 60_000;
const buttons = {
	type: 'interactive',
	interactive: {
		type: 'button',
		body: { text: 'Keep it?' },
		action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
	},
};

interface Outcome {
	message?: PhoneMessage;
	error?: { status: number; message: string };
}
const burst = async (answers: object[], extra: object = {}) =>
	(await bench.current.control.post<{ results: Outcome[] }>('/answers', { answers, ...extra })).data.results;
const arrivedIds = () =>
	bench.current.receiver
		.values('messages')
		.flatMap(({ messages = [] }) => messages)
		.map(({ id }) => id);

beforeEach(() => bench.current.subscribe());

test('taps on one button at once are as many messages', async () => {
	await bench.current.write();
	const messageId = await bench.current.sent(buttons);
	const results = await burst(many(10, () => ({ key: ANA, kind: 'tap', messageId, index: 0 })));
	const ids = results.map(({ message }) => message?.id ?? '');
	expect(new Set(ids).size).toBe(10);
	await until('ten taps', () => arrivedIds().filter((id) => ids.includes(id)).length === 10);
});

test('copies are the same message again, side by side', async () => {
	const [first] = await burst([{ key: ANA, kind: 'text', text: 'yes' }], { copies: 5 });
	const id = first?.message?.id ?? '';
	await until('five copies', () => arrivedIds().filter((each) => each === id).length === 5);
	const bodies = bench.current.receiver.received.map(({ bytes }) => bytes.toString()).filter((text) => text.includes(id));
	expect(new Set(bodies).size).toBe(1);
	expect(await bench.current.shown()).toHaveLength(1);
});

test('what is refused is told in its place and stops nothing else', async () => {
	const results = await burst([
		{ key: ANA, kind: 'dance' },
		{ key: '1', kind: 'text', text: 'a' },
		{ key: BEN, kind: 'text', text: 'b' },
	]);
	expect(results.map(({ error }) => error?.status)).toEqual([400, 404, undefined]);
	expect(results[0]?.error?.message).toContain('call-permission');
});

test('200 conversations: each is asked, each taps, each tap arrives once', async () => {
	const { control, receiver } = bench.current;
	const { data } = await control.post<{ keys: string[] }>('/phones/many', { count: 200, windowOpen: true });
	const asked = await Promise.all(data.keys.map((key) => bench.current.sent({ ...buttons, to: `+${key}` })));
	const delivered = () => receiver.values('messages').flatMap(({ statuses = [] }) => statuses);
	await until('200 deliveries', () => delivered().filter(({ status }) => status === 'delivered').length === 200);
	const answers = data.keys.map((key, index) => ({ key, kind: 'tap', messageId: asked[index], index: 0 }));
	await burst(answers);
	await until('200 taps', () => arrivedIds().length >= 200);
	expect(new Set(arrivedIds()).size).toBe(200);
	const threads = (await control.get<Record<string, PhoneMessage[]>>('/threads')).data;
	expect(data.keys.map((key) => threads[key]?.length)).toEqual(many(200, () => 2));
}, MANY_TIMEOUT_MS);
