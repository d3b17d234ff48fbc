import { SEED } from '../src';
import { expectRefusal, useBench, type GraphBody } from './support/bench';
import { chars, expectAccepted, limitTest, many } from './support/limits';

const bench = useBench();
const text = (extra: object = {}) => ({ type: 'text', text: { body: 'Shipped' }, category: 'utility', ...extra });
const buttons = (count: number) => ({
	category: 'utility',
	type: 'interactive',
	interactive: {
		type: 'button',
		body: { text: 'Shipped' },
		footer: { text: 'Example Shop' },
		action: { buttons: many(count, (i) => ({ type: 'reply', reply: { id: `${i}`, title: `T${i}` } })) },
	},
});
const list = () =>
	bench.current.graph.get<GraphBody>(`/${SEED.wabaId}/message_templates`, {
		params: { source: 'AUTO_GENERATED', fields: 'name,source,category,components' },
	});

test('100 while the account may not', async () => {
	expectRefusal(await bench.current.send(text()), { code: 100, details: 'not enabled' });
});

describe('where it is enabled', () => {
	beforeEach(async () => {
		await bench.current.control.post('/settings', { directSend: true });
		await bench.current.subscribe();
	});

	test('a text goes outside the window, is priced as utility, and leaves a read-only template', async () => {
		const id = await bench.current.sent(
			text({ direct_send_config: { template_name: 'shipped_note' }, ttl_seconds: 60 }),
		);
		const sent = await bench.current.receiver.status(id, 'sent');
		expect(sent.pricing).toMatchObject({ category: 'utility', billable: true });
		await bench.current.sent(text({ direct_send_config: { template_name: 'shipped_note' } }));
		const { data } = (await list()).data;
		expect(data).toEqual([
			{
				id: expect.any(String),
				name: 'shipped_note',
				source: 'AUTO_GENERATED',
				category: 'UTILITY',
				components: [{ type: 'BODY', text: 'Shipped' }],
			},
		]);
		const gone = await bench.current.graph.delete<GraphBody>(`/${SEED.wabaId}/message_templates`, {
			params: { name: 'shipped_note' },
		});
		expectRefusal(gone, { code: 100, subcode: 2388330 });
	});

	test('without a name Meta makes one up, the same for the same text', async () => {
		await bench.current.sent(buttons(2));
		await bench.current.sent(buttons(2));
		expect((await list()).data.data).toHaveLength(1);
	});

	test('132021 by webhook for the name of a template of the business', async () => {
		await bench.current.template({
			name: 'mine',
			language: 'en',
			category: 'UTILITY',
			components: [{ type: 'BODY', text: 'a' }],
		});
		const id = await bench.current.sent(text({ direct_send_config: { template_name: 'mine' } }));
		const failed = await bench.current.receiver.status(id, 'failed');
		expect(failed.errors?.[0]?.code).toBe(132021);
	});

	limitTest(bench, { name: 'buttons', limit: 10, message: buttons, details: "['buttons']" });
	limitTest(bench, {
		name: 'text',
		limit: 1024,
		message: (n) => text({ text: { body: chars(n) } }),
		details: "text['body']",
	});
	limitTest(bench, {
		name: 'template name',
		limit: 512,
		message: (n) => text({ direct_send_config: { template_name: chars(n) } }),
		details: 'template_name',
	});
	limitTest(bench, {
		name: 'utility ttl',
		limit: 43_200,
		message: (n) => text({ ttl_seconds: n }),
		details: 'ttl_seconds',
	});
	limitTest(bench, {
		name: 'authentication ttl',
		limit: 900,
		message: (n) => text({ category: 'authentication', ttl_seconds: n }),
		details: 'ttl_seconds',
	});

	test('30 seconds go, 29 do not', async () => {
		await expectAccepted(bench, text({ ttl_seconds: 30 }));
		expectRefusal(await bench.current.send(text({ ttl_seconds: 29 })), { code: 131009, details: 'ttl_seconds' });
	});

	test.each([
		['another category', text({ category: 'marketing' }), 131009, 'category'],
		['an image', { type: 'image', image: { link: 'https://e.com/a.png' }, category: 'utility' }, 131009, 'type'],
		['a name with capitals', text({ direct_send_config: { template_name: 'Mine' } }), 131009, 'template_name'],
		[
			'a name for authentication',
			text({ category: 'authentication', direct_send_config: {} }),
			131009,
			'direct_send_config',
		],
		['a config without a category', text({ category: undefined, direct_send_config: {} }), 100, 'category'],
		['a ttl without a category', text({ category: undefined, ttl_seconds: 60 }), 100, 'category'],
	])('refuses %s', async (_name, message, code, details) => {
		expectRefusal(await bench.current.send(message), { code, details });
	});
});

test('137000 by webhook for another identity hash, and the right one goes', async () => {
	await bench.current.subscribe();
	await bench.current.write();
	const { data } = await bench.current.control.get<Array<{ identityKeyHash: string }>>('/phones');
	const right = data[0]?.identityKeyHash;
	const good = await bench.current.sent({ text: { body: 'a' }, recipient_identity_key_hash: right });
	await bench.current.receiver.status(good, 'delivered');
	const bad = await bench.current.sent({ text: { body: 'a' }, recipient_identity_key_hash: 'other' });
	expect((await bench.current.receiver.status(bad, 'failed')).errors?.[0]?.code).toBe(137000);
});
