import { ANA, BEN, NUMBER, UMA, useBench, type GraphBody } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const DAY = 24 * 3600;
const promo = { type: 'template', template: { name: 'promo', language: { code: 'en_US' } } };
const order = { type: 'template', template: { name: 'order', language: { code: 'en_US' } } };
const text = { text: { body: 'a' } };

const control = (path: string, body: object = {}) => bench.current.control.post(`/phones/${path}`, body);
/** Sends, and answers the code that it fails with, or the status that it comes to. */
async function fateOf(message: object, key = ANA): Promise<number | string> {
	const id = await bench.current.sent({ to: `+${key}`, ...message });
	const status = await until('an end', async () => {
		const { data } = await bench.current.control.get<{ status: string; error?: { code: number } }>(`/messages/${id}`);
		return data.status !== 'accepted' && (data.error?.code ?? data.status);
	});
	return status;
}

beforeEach(async () => {
	await bench.current.subscribe();
	for (const [name, category] of [
		['promo', 'MARKETING'],
		['order', 'UTILITY'],
	])
		await bench.current.template({ name, language: 'en_US', category, components: [{ type: 'BODY', text: name }] });
});

describe('offers and announcements', () => {
	test('a stop fails marketing with 131050 on both endpoints and lets the rest pass, until the customer resumes', async () => {
		await control(`${ANA}/preference`, { value: 'stop' });
		expect(await fateOf(promo)).toBe(131050);
		const { data } = await bench.current.graph.post<GraphBody>(`/${NUMBER}/marketing_messages`, {
			messaging_product: 'whatsapp',
			to: `+${ANA}`,
			...promo,
		});
		const failed = await bench.current.receiver.status(data.messages[0]?.id ?? '', 'failed');
		expect(failed.errors?.[0]?.code).toBe(131050);
		expect(await fateOf(order)).toBe('delivered');
		expect(await fateOf(promo, BEN)).toBe('delivered');
		await bench.current.write();
		expect(await fateOf(text)).toBe('delivered');
		expect(await fateOf(promo)).toBe(131050);
		await control(`${ANA}/preference`, { value: 'resume' });
		expect(await fateOf(promo)).toBe('delivered');
		const preferences = bench.current.receiver.values('user_preferences').flatMap((value) => value.user_preferences ?? []);
		expect(preferences).toMatchObject([
			{ wa_id: ANA, category: 'marketing_messages', value: 'stop' },
			{ wa_id: ANA, category: 'marketing_messages', value: 'resume' },
		]);
	});

	test('of a customer without a number the webhook has the user ID only', async () => {
		await control(`${encodeURIComponent(UMA)}/preference`, { value: 'stop' });
		const value = await until('the preference', () => bench.current.receiver.values('user_preferences')[0]);
		expect(value.user_preferences?.[0]).toEqual({
			user_id: UMA,
			detail: 'User requested to stop marketing messages',
			category: 'marketing_messages',
			value: 'stop',
			timestamp: expect.any(Number),
		});
		expect(await fateOf({ ...promo, to: undefined, recipient: UMA })).toBe(131050);
	});
});

describe('the marketing limit per person', () => {
	test('131049 after so many a day; utility passes, another day has room again', async () => {
		await control(`${ANA}/marketing-cap`, { perDay: 2 });
		expect([await fateOf(promo), await fateOf(promo), await fateOf(promo)]).toEqual(['delivered', 'delivered', 131049]);
		expect(await fateOf(order)).toBe('delivered');
		expect([await fateOf(promo, BEN), await fateOf(promo, BEN), await fateOf(promo, BEN)]).not.toContain(131049);
		await bench.current.control.post('/clock', { advanceSeconds: DAY });
		expect(await fateOf(promo)).toBe('delivered');
		await control(`${ANA}/marketing-cap`, { perDay: 0 });
		expect(await fateOf(promo)).toBe(131049);
	});

	test('for everybody by a setting; inside an open window nothing counts', async () => {
		await bench.current.control.post('/settings', { marketingPerDay: 1 });
		await bench.current.write();
		expect([await fateOf(promo), await fateOf(promo)]).toEqual(['delivered', 'delivered']);
		await control(`${ANA}/window`, { open: false });
		expect([await fateOf(promo), await fateOf(promo)]).toEqual(['delivered', 131049]);
		await control(`${BEN}/marketing-cap`, { perDay: 3 });
		expect([await fateOf(promo, BEN), await fateOf(promo, BEN)]).toEqual(['delivered', 'delivered']);
	});

	test('the pause of the United States', async () => {
		await bench.current.control.post('/settings', { usMarketingPause: true });
		expect(await fateOf(promo)).toBe(131049);
		expect(await fateOf(promo, '491713920001')).toBe('delivered');
		expect(await fateOf(order)).toBe('delivered');
	});
});

describe('a customer who blocks the business', () => {
	test('is not reached: 131026, and cannot write', async () => {
		await bench.current.write();
		expect((await control(`${ANA}/block`, { blocked: true })).data).toMatchObject({ blocks: 'undeliverable' });
		expect(await fateOf(text)).toBe(131026);
		expect(await fateOf(order)).toBe(131026);
		expect((await control(`${ANA}/text`, { text: 'a' })).status).toBe(409);
		expect((await control(`${ANA}/block`, { blocked: false })).data).not.toHaveProperty('blocks');
		expect(await fateOf(text)).toBe('delivered');
	});

	test('or silently: sent, and never more', async () => {
		await control(`${ANA}/block`, { blocked: true, effect: 'silent' });
		expect(await fateOf(order)).toBe('sent');
		await control(`${ANA}/block`, { blocked: false });
		expect((await control(`${ANA}/read`)).data).toEqual({ read: [] });
		expect((await bench.current.shown()).map(({ status }) => status)).toEqual(['sent']);
	});

	test('reports it, with or without blocking', async () => {
		expect((await control(`${ANA}/report`)).data).toMatchObject({ reports: 1 });
		expect(await fateOf(order)).toBe('delivered');
		expect((await control(`${ANA}/report`, { block: true })).data).toMatchObject({ reports: 2, blocks: 'undeliverable' });
		expect(await fateOf(order)).toBe(131026);
	});
});
