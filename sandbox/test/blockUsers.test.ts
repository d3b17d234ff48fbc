import { ANA, BEN, expectRefusal, NUMBER, SECOND_NUMBER, UMA, useBench, type Answer, type GraphBody } from './support/bench';
import { many } from './support/limits';

const bench = useBench();

interface Lists {
	added_users?: object[];
	removed_users?: object[];
	failed_users?: Array<{ input: string; errors: Array<{ code: number; message: string }> }>;
}
const call = (method: string, users: unknown, number = NUMBER): Promise<Answer> =>
	bench.current.graph.request<GraphBody>({
		method,
		url: `/${number}/block_users`,
		data: { messaging_product: 'whatsapp', block_users: users },
	});
const block = (...users: object[]) => call('POST', users);
const lists = ({ data }: Answer) => data.block_users as Lists;
const list = (query = '', number = NUMBER) => bench.current.graph.get<GraphBody>(`/${number}/block_users${query}`);

test('who wrote in the last 24 hours can be blocked, by number or by user ID', async () => {
	await bench.current.write();
	await bench.current.write(UMA);
	const answer = await block({ user: '+1 555 012 3456' }, { user_id: UMA });
	expect(answer.status).toBe(200);
	expect(answer.data).toEqual({
		messaging_product: 'whatsapp',
		block_users: {
			added_users: [
				{ input: '+1 555 012 3456', wa_id: ANA, user_id: 'US.90817263540918273645' },
				{ input: UMA, user_id: UMA },
			],
		},
	});
	const { data } = await list();
	expect(data.data).toEqual([
		{ messaging_product: 'whatsapp', wa_id: ANA, user_id: 'US.90817263540918273645' },
		{ messaging_product: 'whatsapp', user_id: UMA },
	]);
	expect((await list('', SECOND_NUMBER)).data).toEqual({ data: [] });
	const removed = await call('DELETE', [{ user: ANA }]);
	expect(lists(removed).removed_users).toEqual([expect.objectContaining({ wa_id: ANA })]);
	expect((await list()).data.data).toHaveLength(1);
});

test('400 with 139100 and the lists when some could not be blocked, with a code for each', async () => {
	await bench.current.write();
	const answer = await block({ user: ANA }, { user: BEN }, { user: '15559999999' }, { user: '15550100200' });
	expectRefusal(answer, { code: 139100, details: 'see the block_users response list' });
	expect(lists(answer).added_users).toHaveLength(1);
	expect(lists(answer).failed_users?.map(({ input, errors }) => [input, errors[0]?.code])).toEqual([
		[BEN, 131047],
		['15559999999', 131047],
		['15550100200', 131021],
	]);
	await bench.current.control.post('/clock', { advanceSeconds: 24 * 3600 });
	expect(lists(await block({ user: ANA })).failed_users?.[0]?.errors[0]?.message).toBe('Re-engagement required');
});

test('a list that is full, a call that names too many, a body without the list', async () => {
	await bench.current.control.post('/settings', { blockListSize: 1 });
	await bench.current.write();
	await bench.current.write(BEN);
	expect(lists(await block({ user: ANA }, { user: BEN })).failed_users?.[0]?.errors[0]?.code).toBe(139101);
	expect((await block({ user: ANA })).status).toBe(200);
	expectRefusal(await call('POST', many(1001, () => ({ user: ANA }))), { code: 130429, details: '1000' });
	expectRefusal(await call('POST', undefined), { code: 100 });
	expectRefusal(await block({}), { code: 100 });
});

test('a blocked customer reaches nobody and is reached by nobody, on that number', async () => {
	await bench.current.subscribe();
	await bench.current.write();
	await block({ user: ANA });
	expect(await bench.current.write(ANA, 'unheard', { phoneNumberId: NUMBER })).toMatchObject({ status: 'sent' });
	await bench.current.write(ANA, 'heard', { phoneNumberId: SECOND_NUMBER });
	const heard = await bench.current.receiver.status(
		await bench.current.sent({ text: { body: 'a' } }, SECOND_NUMBER),
		'delivered',
	);
	expect(heard.status).toBe('delivered');
	const bodies = bench.current.receiver.values('messages').flatMap(({ messages = [] }) => messages.map(({ text }) => text));
	expect(bodies).toEqual([{ body: 'hello' }, { body: 'heard' }]);
	expectRefusal(await bench.current.send({ text: { body: 'a' } }), { code: 131026 });
	await call('DELETE', [{ user: ANA }]);
	expect((await bench.current.send({ text: { body: 'a' } })).status).toBe(200);
});

test('pages, and 139102 when the list changed between two of them', async () => {
	const { data } = await bench.current.control.post<{ keys: string[] }>('/phones/many', { count: 7, windowOpen: true });
	await block(...data.keys.map((user) => ({ user })));
	const first = await list('?limit=3');
	expect(first.data.data.map(({ wa_id: id }) => id)).toEqual(data.keys.slice(0, 3));
	const second = await bench.current.graph.get<GraphBody>(first.data.paging?.next ?? '');
	expect(second.data.data.map(({ wa_id: id }) => id)).toEqual(data.keys.slice(3, 6));
	const third = await bench.current.graph.get<GraphBody>(second.data.paging?.next ?? '');
	expect(third.data.data).toHaveLength(1);
	expect(third.data.paging?.next).toBeUndefined();
	await call('DELETE', [{ user: data.keys[0] }]);
	expectRefusal(await bench.current.graph.get<GraphBody>(second.data.paging?.next ?? ''), { code: 139102 });
	expectRefusal(await list('?after=nonsense'), { code: 131059 });
});
