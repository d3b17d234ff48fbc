import { expectRefusal, NUMBER, useBench, type Answer, type GraphBody } from './support/bench';

const bench = useBench();
const define = (name: string, category: string, components: object[] = [{ type: 'BODY', text: 'News' }]) =>
	bench.current.template({ name, language: 'en', category, components });
const template = (name: string, components?: object[]) => ({
	type: 'template',
	template: { name, language: { code: 'en' }, components },
});
const settings = (values: object) => bench.current.control.post('/settings', values);

/** A call of `/marketing_messages`. */
function market(message: object, version = 'v25.0'): Promise<Answer> {
	return bench.current.graph.post<GraphBody>(`${bench.current.sandbox.url}/${version}/${NUMBER}/marketing_messages`, {
		messaging_product: 'whatsapp',
		to: '+15550123456',
		...message,
	});
}

beforeEach(async () => {
	await define('news', 'MARKETING');
	await define('order', 'UTILITY');
});

test('a marketing template goes, with the price category marketing_lite', async () => {
	await bench.current.subscribe();
	const { data } = await market({ ...template('news'), product_policy: 'STRICT', message_activity_sharing: true });
	expect(data.messages).toEqual([{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }]);
	const sent = await bench.current.receiver.status(data.messages[0]?.id ?? '', 'sent');
	expect(sent.pricing).toMatchObject({ category: 'marketing_lite' });
});

test('134100 for a utility template, 131055 before v23 and for what is no template', async () => {
	expectRefusal(await market(template('order')), { code: 134100, details: 'order' });
	expectRefusal(await market(template('order'), 'v22.0'), { code: 131055 });
	expectRefusal(await market({ type: 'text', text: { body: 'a' } }), { code: 131055 });
	expectRefusal(await market(template('nothing')), { code: 132001, status: 404 });
});

test('the policy is one of two, and /messages does not know it', async () => {
	expectRefusal(await market({ ...template('news'), product_policy: 'ANY' }), {
		code: 131009,
		details: 'product_policy',
	});
	expectRefusal(await bench.current.send({ ...template('news'), product_policy: 'STRICT' }), {
		code: 100,
		details: 'product_policy',
	});
});

test('marketingMessages: off 134102, syncing 134101, fallback goes by Cloud API unless the policy is STRICT', async () => {
	await settings({ marketingMessages: 'off' });
	expectRefusal(await market(template('news')), { code: 134102, status: 500 });
	await settings({ marketingMessages: 'syncing' });
	expectRefusal(await market(template('news')), { code: 134101 });
	await settings({ marketingMessages: 'fallback' });
	expectRefusal(await market({ ...template('news'), product_policy: 'STRICT' }), { code: 134102, status: 500 });
	await bench.current.subscribe();
	const { data } = await market({ ...template('news'), product_policy: 'CLOUD_API_FALLBACK' });
	const sent = await bench.current.receiver.status(data.messages[0]?.id ?? '', 'sent');
	expect(sent.pricing).toMatchObject({ category: 'marketing' });
});

test('131063 on /messages when marketing is switched off there; utility still goes', async () => {
	await settings({ marketingOnCloudApi: false });
	expectRefusal(await bench.current.send(template('news')), { code: 131063 });
	expect((await bench.current.send(template('order'))).status).toBe(200);
	expect((await market(template('news'))).status).toBe(200);
});

test('a GIF header goes by marketing_messages only', async () => {
	const gif = { type: 'HEADER', format: 'GIF', example: { header_handle: ['4::aW'] } };
	await define('moving', 'MARKETING', [gif, { type: 'BODY', text: 'News' }]);
	const video = { type: 'video', video: { link: 'https://example.com/a.mp4' } };
	const message = template('moving', [{ type: 'header', parameters: [video] }]);
	expectRefusal(await bench.current.send(message), { code: 131009, details: 'GIF' });
	expect((await market(message)).status).toBe(200);
});
