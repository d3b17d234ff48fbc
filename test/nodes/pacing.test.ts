import { ANA, BEN, itemsOf, OTHER_SENDER, SENDER, useSandbox } from './setup';

const bench = useSandbox();

const sendText = {
	resource: 'message',
	operation: 'sendText',
	parameters: { to: '={{ $json.to }}', text: '={{ $json.text }}' },
};

async function texts(): Promise<unknown[]> {
	return (await bench.sent()).map((body) => (body as { text: { body: string } }).text.body);
}

describe('refused for being too fast, or by a passing fault', () => {
	test.each([
		[130429, 429],
		[131056, 400],
		[131016, 503],
		[2, 503],
	])('%d (HTTP %d) is sent again, and once only', async (code, httpStatus) => {
		await bench.fault({ path: '/messages', times: 1, code, httpStatus });
		const { outputs } = await bench.run({ ...sendText, items: itemsOf({ to: ANA, text: 'hello' }) });
		expect(outputs[0]?.[0]?.json).toMatchObject({ messageId: expect.stringMatching(/^wamid\./), retries: 1 });
		expect((await bench.phone(ANA)).map(({ body }) => body)).toEqual(['hello']);
	});

	test('the operator is told in the editor', async () => {
		await bench.fault({ path: '/messages', times: 1, code: 130429, httpStatus: 429 });
		const { run } = await bench.run({ ...sendText, items: itemsOf({ to: ANA, text: 'hello' }) });
		expect(JSON.stringify(run.data.resultData.runData)).toContain('Meta slowed this run down');
	});

	test('gives up after the time allowed, and says when to try again and how often it was tried', async () => {
		await bench.fault({ path: '/messages', times: 9, code: 131056, httpStatus: 400 });
		const parameters = { ...sendText.parameters, options: { retryFor: 2 } };
		const { outputs } = await bench.run({
			...sendText,
			parameters,
			items: itemsOf({ to: ANA, text: 'hello' }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({
			error: expect.stringContaining('(#131056)'),
			details: { code: 131056, kind: expect.stringMatching(/retry|wait/), tries: 2, retryAfter: expect.any(Number) },
		});
		expect(await bench.phone(ANA)).toEqual([]);
	});

	test('"Retry for" 0 never repeats', async () => {
		await bench.fault({ path: '/messages', times: 1, code: 130429, httpStatus: 429 });
		const parameters = { ...sendText.parameters, options: { retryFor: 0 } };
		const { outputs } = await bench.run({
			...sendText,
			parameters,
			items: itemsOf({ to: ANA, text: 'hello' }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toContain('(#130429)');
		expect(await bench.writes()).toHaveLength(1);
	});

	test('a message that may have been sent is never repeated', async () => {
		await bench.fault({ path: '/messages', times: 1, hangUp: true, afterProcessing: true });
		const { outputs } = await bench.run({
			...sendText,
			items: itemsOf({ to: ANA, text: 'hello' }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ reason: 'unreachable', outcome: 'unknown' });
		expect((await bench.phone(ANA)).map(({ body }) => body)).toEqual(['hello']);
	});
});

describe('order', () => {
	test('results come in the order of the items, whichever is answered first', async () => {
		await bench.fault({ path: '/messages', times: 1, delayMs: 300 });
		const items = itemsOf({ to: ANA, text: 'slow' }, { to: BEN, text: 'quick' });
		const { outputs } = await bench.run({ ...sendText, items });
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.to, pairedItem])).toEqual([
			[`+${ANA}`, { item: 0 }],
			[`+${BEN}`, { item: 1 }],
		]);
	});

	test('messages to one person go one after the other, in the order of the items', async () => {
		await bench.fault({ path: '/messages', times: 1, delayMs: 300 });
		const words = ['one', 'two', 'three', 'four', 'five'];
		await bench.run({ ...sendText, items: itemsOf(...words.map((text) => ({ to: ANA, text }))) });
		expect(await texts()).toEqual(words);
	});

	test('a failed message does not hold up the next one to the same person', async () => {
		await bench.fault({ path: '/messages', times: 1, code: 131008, httpStatus: 400 });
		const { outputs } = await bench.run({
			...sendText,
			items: itemsOf({ to: ANA, text: 'one' }, { to: ANA, text: 'two' }),
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	});
});

describe('many items', () => {
	test('run side by side; every one is sent once and has its own result', async () => {
		const people = Array.from({ length: 120 }, (_, index) => `+1555030${String(index).padStart(4, '0')}`);
		const items = itemsOf(...people.map((to, index) => ({ to, text: `text ${index}` })));
		const parameters = { ...sendText.parameters, options: { messagesPerMinute: 60_000 } };
		const { outputs } = await bench.run({ ...sendText, parameters, items });
		expect(outputs[0]?.map(({ json }) => json.to)).toEqual(people);
		const ids = new Set(outputs[0]?.map(({ json }) => json.messageId));
		expect(ids.size).toBe(120);
		expect([...(await texts())].sort()).toEqual(items.map(({ json }) => String(json.text)).sort());
	});

	test('two numbers have a pace each', async () => {
		const parameters = {
			...sendText.parameters,
			phoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.from }}' },
			options: { messagesPerMinute: 1 },
		};
		const items = itemsOf({ to: ANA, text: 'a', from: SENDER }, { to: ANA, text: 'b', from: OTHER_SENDER });
		const { outputs } = await bench.run({ ...sendText, parameters, items });
		expect(outputs[0]?.map(({ json }) => json.phoneNumberId)).toEqual([SENDER, OTHER_SENDER]);
	});
});

describe('options', () => {
	test('callback data given as an object goes out as JSON, the identity hash as it is', async () => {
		const parameters = {
			...sendText.parameters,
			options: { callbackData: '={{ { order: $json.order } }}', identityKeyHash: 'DF2lS5v2W6x=' },
		};
		await bench.run({ ...sendText, parameters, items: itemsOf({ to: ANA, text: 'a', order: 7 }) });
		expect(await bench.sent()).toEqual([
			expect.objectContaining({ biz_opaque_callback_data: '{"order":7}', recipient_identity_key_hash: 'DF2lS5v2W6x=' }),
		]);
	});

	test("without Simplify Meta's whole answer goes along", async () => {
		const parameters = { ...sendText.parameters, options: { simplify: false } };
		const { outputs } = await bench.run({ ...sendText, parameters, items: itemsOf({ to: ANA, text: 'a' }) });
		expect(outputs[0]?.[0]?.json.answer).toMatchObject({ messaging_product: 'whatsapp', contacts: [{ input: `+${ANA}` }] });
	});
});
