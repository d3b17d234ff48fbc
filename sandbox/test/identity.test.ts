import { SEED } from '../src';
import { ANA, NUMBER, UMA, useBench, type GraphBody } from './support/bench';
import { expectShape } from './support/shapes';
import { until } from './support/until';

const bench = useBench();
const change = (key: string, phone: string) =>
	bench.current.control.post<{ key: string; userId: string; identityKeyHash: string }>(
		`/phones/${encodeURIComponent(key)}/change-number`,
		{ phone },
	);
const codeOf = async (message: object) =>
	(await bench.current.receiver.status(await bench.current.sent(message), 'failed')).errors?.[0]?.code;

beforeEach(() => bench.current.subscribe());

test('a changed number: told once, reached under the new one, with a new user ID and the same thread', async () => {
	await bench.current.write(ANA, 'before');
	await bench.current.graph.post<GraphBody>(`/${NUMBER}/block_users`, {
		messaging_product: 'whatsapp',
		block_users: [{ user: ANA }],
	});
	const { data } = await change(ANA, '+1 555 017 7777');
	expect(data.key).toBe('15550177777');
	const [ana] = SEED.customers;
	expect(data.userId).not.toBe(ana?.userId);
	await expectShape(bench, 'user_changed_number', { shape: 'in_system_user_changed_number' });
	const message = await until('the message', () =>
		bench.current.receiver.values('messages').find(({ messages = [] }) => messages[0]?.type === 'system'),
	);
	expect(message.messages?.[0]).toMatchObject({
		from: ANA,
		system: { wa_id: '15550177777', user_id: data.userId, previous_user_id: ana?.userId },
	});
	expect((await bench.current.control.get(`/phones/${ANA}`)).status).toBe(404);
	expect((await bench.current.shown('15550177777')).map(({ body }) => body)).toEqual(['before']);
	expect((await bench.current.send({ to: '+15550177777', text: { body: 'a' } })).data.error?.code).toBe(131026);
	await bench.current.graph.delete(`/${NUMBER}/block_users`, {
		data: { messaging_product: 'whatsapp', block_users: [{ user_id: data.userId }] },
	});
	const id = await bench.current.sent({ to: '+15550177777', text: { body: 'a' } });
	await bench.current.receiver.status(id, 'delivered');
	expect(await codeOf({ text: { body: 'a' } })).toBe(131026);
	expect(await codeOf({ to: undefined, recipient: ana?.userId, text: { body: 'a' } })).toBe(131026);
});

test('of a hidden number the business learns the new user ID only', async () => {
	const { data } = await change(UMA, '447700900650');
	expect(data.key).toBe(data.userId);
	await expectShape(bench, 'user_changed_user_id', {
		shape: 'in_system_user_changed_user_id',
		absent: ['parent_user_id'],
	});
});

test('409 for a number that somebody has', async () => {
	expect((await change(ANA, '15550123457')).status).toBe(409);
	expect((await change(ANA, '447700900649')).status).toBe(409);
});
