import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../sandbox/src';
import { ANA, BEN, itemsOf, useSandbox } from './setup';

const bench = useSandbox();
const sendText = {
	resource: 'message',
	operation: 'sendText',
	parameters: { to: '={{ $json.to }}', text: '={{ $json.text }}' },
};
const inTurn = { ...sendText, parameters: { ...sendText.parameters, options: { concurrency: 1 } } };
const three = itemsOf({ to: ANA, text: 'first' }, { to: 'nobody', text: 'second' }, { to: BEN, text: 'third' });
const wamid = expect.stringMatching(/^wamid\./);

async function bodies(): Promise<unknown[]> {
	return (await bench.sent()).map((body) => (body as { text: { body: string } }).text.body);
}

describe('On Error', () => {
	test('continue on the regular output keeps every other item, in order', async () => {
		const { outputs, error } = await bench.run({ ...sendText, items: three, onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(await bodies()).toEqual(['first', 'third']);
		expect(outputs).toEqual([
			[
				{ json: expect.objectContaining({ messageId: wamid, to: `+${ANA}` }), pairedItem: { item: 0 } },
				{
					json: {
						error: expect.stringContaining('To: "nobody" is neither a phone number nor a user ID'),
						details: expect.objectContaining({ reason: 'input', problems: [expect.objectContaining({ field: 'To' })] }),
					},
					pairedItem: { item: 1 },
				},
				{ json: expect.objectContaining({ messageId: wamid, to: `+${BEN}` }), pairedItem: { item: 2 } },
			],
		]);
	});

	test('continue on the error output sends failed items there, with their input and the details', async () => {
		const { outputs, error } = await bench.run({ ...sendText, items: three, onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }],
		]);
		expect(outputs[1]?.[0]?.json).toEqual({
			to: 'nobody',
			text: 'second',
			error: expect.stringContaining('To: "nobody"'),
			details: expect.objectContaining({ reason: 'input' }),
		});
	});

	test('stop, one by one, names the messages that are out already, and sends nothing more', async () => {
		const items = itemsOf({ to: ANA, text: 'a' }, { to: BEN, text: 'b' }, { to: 'x', text: 'c' }, { to: ANA, text: 'd' });
		const { outputs, error } = await bench.run({ ...inTurn, items });
		expect(outputs).toEqual([]);
		expect(await bodies()).toEqual(['a', 'b']);
		const ids = [...(await bench.phone(ANA)), ...(await bench.phone(BEN))].map(({ id }) => id);
		expect(error?.context).toMatchObject({
			itemIndex: 2,
			completed: [
				{ item: 0, messageId: ids[0] },
				{ item: 1, messageId: ids[1] },
			],
		});
		expect(error?.description).toContain(`Already sent in this run: item 0 (${ids[0]}), item 1 (${ids[1]}).`);
		expect(error?.description).toContain('Leave these items out');
	});

	test('stop, side by side, names every message that is out, those of later items too', async () => {
		const items = itemsOf({ to: 'x', text: 'a' }, { to: ANA, text: 'b' }, { to: BEN, text: 'c' });
		const { error } = await bench.run({ ...sendText, items });
		const ids = [...(await bench.phone(ANA)), ...(await bench.phone(BEN))].map(({ id }) => id);
		expect(ids).toHaveLength(2);
		expect(error?.context).toMatchObject({
			itemIndex: 0,
			completed: [
				{ item: 1, messageId: ids[0] },
				{ item: 2, messageId: ids[1] },
			],
		});
	});

	test('stop names the items of which nobody knows whether they went out', async () => {
		await bench.fault({ path: '/messages', times: 1, hangUp: true, afterProcessing: true });
		const parameters = { ...sendText.parameters, options: { concurrency: 2 } };
		const items = itemsOf({ to: 'x', text: 'a' }, { to: ANA, text: 'b' });
		const { error } = await bench.run({ ...sendText, parameters, items });
		expect(await bench.phone(ANA)).toHaveLength(1);
		expect(error?.context).toMatchObject({ itemIndex: 0, unclear: [1] });
		expect(error?.description).toContain('May have been sent, without an answer: item 1. Leave these items out');
	});

	test('stop at the first item says nothing of others', async () => {
		const { error } = await bench.run({ ...sendText, items: itemsOf({ to: 'x', text: 'a' }) });
		expect(error?.context.completed).toBeUndefined();
		expect(error?.description).toBe('Nothing was sent for this item.');
	});
});

describe('Retry On Fail', () => {
	const two = itemsOf({ to: ANA, text: 'first' }, { to: BEN, text: 'second' });
	const refused = { path: '/messages', times: 1, code: 131008, httpStatus: 400 };

	test('stop: sends again only what failed', async () => {
		await bench.fault(refused);
		const { outputs, error } = await bench.run({ ...sendText, items: [...two, ...three.slice(2)], retry: true });
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.to, json.messageId, pairedItem])).toEqual([
			[`+${ANA}`, wamid, { item: 0 }],
			[`+${BEN}`, wamid, { item: 1 }],
			[`+${BEN}`, wamid, { item: 2 }],
		]);
		expect((await bench.phone(ANA)).map(({ body }) => body)).toEqual(['first']);
		expect((await bench.phone(BEN)).map(({ body }) => body).sort()).toEqual(['second', 'third']);
	});

	test('continue, where n8n retries when the first item failed: the others go out once', async () => {
		const items = itemsOf({ to: 'nobody', text: 'x' }, ...two.map(({ json }) => json));
		const { outputs } = await bench.run({ ...sendText, items, retry: true, onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => json.messageId)).toEqual([undefined, wamid, wamid]);
		expect([...(await bodies())].sort()).toEqual(['first', 'second']);
	});

	test('never repeats a message that may be out', async () => {
		await bench.fault({ path: '/messages', times: 1, hangUp: true, afterProcessing: true });
		const { error } = await bench.run({ ...sendText, items: two.slice(0, 1), retry: true });
		expect(error?.context.details).toMatchObject({ outcome: 'unknown' });
		expect(await bench.phone(ANA)).toHaveLength(1);
	});
});

test('an option whose expression fails for an item makes that item fail, never pass as sent', async () => {
	const replyTo = "={{ $itemIndex === 0 ? $('Nowhere').item.json.id : '' }}";
	const parameters = { ...sendText.parameters, options: { replyTo } };
	const items = itemsOf({ to: ANA, text: 'a' }, { to: BEN, text: 'b' });
	const { outputs, error } = await bench.run({ ...sendText, parameters, items, onError: 'continueRegularOutput' });
	expect(error).toBeUndefined();
	expect(outputs[0]?.map(({ json }) => json)).toEqual([
		{ error: expect.any(String), details: expect.objectContaining({ reason: 'node' }) },
		expect.objectContaining({ messageId: wamid, to: `+${BEN}` }),
	]);
});

describe("Meta's refusal", () => {
	const refusal = {
		path: '/messages',
		httpStatus: 400,
		code: 131047,
		subcode: 2494010,
		message: '(#131047) Re-engagement message',
		details: 'More than 24 hours have passed since the customer last replied to this number.',
	};

	test('becomes title, details, remedy and every number that support asks for', async () => {
		await bench.fault({ ...refusal, times: 1 });
		const { outputs } = await bench.run({
			...sendText,
			items: itemsOf({ to: ANA, text: 'a' }, { to: BEN, text: 'b' }),
			onError: 'continueRegularOutput',
		});
		const trace = ((await bench.requests())[0]?.response as { error: { fbtrace_id: string } }).error.fbtrace_id;
		expect(outputs[0]?.[0]?.json).toEqual({
			error: expect.stringMatching(/^.+ \(#131047\)$/),
			details: {
				reason: 'refused',
				code: 131047,
				subcode: 2494010,
				title: expect.any(String),
				details: refusal.details,
				remedy: expect.stringMatching(/template/i),
				retryable: 'no',
				kind: 'fix',
				fbtraceId: trace,
				httpStatus: 400,
				description: expect.stringContaining(`Meta: code 131047, subcode 2494010, fbtrace_id ${trace}.`),
			},
		});
		expect(outputs[0]?.[1]?.json).toMatchObject({ messageId: wamid });
	});

	test('stops the workflow with the same words', async () => {
		await bench.fault({ ...refusal, times: 1 });
		const { error } = await bench.run({ ...sendText, items: itemsOf({ to: ANA, text: 'a' }) });
		expect(error?.message).toContain('(#131047)');
		expect(error?.description).toContain(refusal.details);
		expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 0 } });
	});

	test('of a wrong token names the access token', async () => {
		const { error } = await bench.run({
			...sendText,
			items: itemsOf({ to: ANA, text: 'a' }),
			credential: { accessToken: 'EAAwrongwrongwrong' },
		});
		expect(error?.message).toContain('(#190)');
		expect(error?.description).toMatch(/token/i);
	});

	test.each([502, 200])('that is a page of some proxy (HTTP %d) leaves the outcome unknown', async (status) => {
		const proxy = createServer((_request, response) => {
			response.writeHead(status, { 'content-type': 'text/html' }).end('<html><h1>Gateway down</h1></html>');
		});
		await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
		const { outputs } = await bench.run({
			...sendText,
			items: itemsOf({ to: ANA, text: 'a' }),
			credential: { baseUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/` },
			onError: 'continueRegularOutput',
		});
		proxy.closeAllConnections();
		await new Promise((closed) => proxy.close(closed));
		expect(outputs[0]?.[0]?.json).toMatchObject({
			error: `No clear answer (HTTP ${status})`,
			details: { reason: 'unreachable', outcome: 'unknown', httpStatus: status },
		});
	});
});

test.each(['', '{}', '{"success":true}'])('a success without a message ID (%j) leaves the outcome unknown', async (body) => {
	const proxy = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' }).end(body);
	});
	await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
	const { outputs } = await bench.run({
		...sendText,
		items: itemsOf({ to: ANA, text: 'a' }),
		credential: { baseUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
		onError: 'continueRegularOutput',
	});
	proxy.closeAllConnections();
	await new Promise((closed) => proxy.close(closed));
	expect(outputs[0]?.[0]?.json).toMatchObject({ error: 'No clear answer (HTTP 200)', details: { outcome: 'unknown' } });
});

describe('a credential that no request can use', () => {
	const items = itemsOf({ to: ANA, text: 'a' });

	test.each(['EAA\u200bxyzxyz', 'EAAxyz\nxyzxyz'])('token %j: is named, and nothing counts as perhaps sent', async (accessToken) => {
		const { error } = await bench.run({ ...sendText, items, credential: { accessToken } });
		expect(error?.message).toMatch(/^Access Token: has a blank/);
	});

	test('a base URL without https://', async () => {
		const { error } = await bench.run({ ...sendText, items, credential: { baseUrl: 'graph.facebook.com' } });
		expect(error?.message).toContain('Could not reach');
		expect(error?.description).toContain('Base URL');
	});
});

describe('no answer', () => {
	test('with nobody listening, "could not reach": nothing was sent and the other items go on', async () => {
		const gone = await startSandbox();
		await gone.close();
		const { outputs } = await bench.run({
			...sendText,
			items: itemsOf({ to: ANA, text: 'a' }, { to: 'x', text: 'b' }, { to: BEN, text: 'c' }),
			credential: { baseUrl: gone.url },
			onError: 'continueRegularOutput',
		});
		const host = new URL(gone.url).host;
		const notReached = {
			error: `Could not reach ${host}`,
			details: expect.objectContaining({ reason: 'unreachable', outcome: 'notSent', networkCode: 'ECONNREFUSED' }),
		};
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			notReached,
			expect.objectContaining({ error: expect.stringContaining('To: "x"') }),
			notReached,
		]);
	});

	test.each([{ afterProcessing: false }, { afterProcessing: true }])(
		'a connection that breaks after a request went out leaves the outcome open: %o',
		async ({ afterProcessing }) => {
			await bench.fault({ path: '/messages', times: 1, hangUp: true, afterProcessing });
			const { outputs } = await bench.run({
				...sendText,
				items: itemsOf({ to: ANA, text: 'a' }, { to: BEN, text: 'b' }),
				onError: 'continueRegularOutput',
			});
			const host = new URL(bench.sandbox.url).host;
			expect(outputs[0]?.[0]?.json).toMatchObject({
				error: `No answer from ${host}`,
				details: {
					reason: 'unreachable',
					outcome: 'unknown',
					retryable: 'no',
					description: expect.stringContaining('may or may not have been carried out'),
				},
			});
			expect(outputs[0]?.[1]?.json).toMatchObject({ messageId: wamid });
			expect(await bodies()).toEqual(['a', 'b']);
			expect(await bench.phone(ANA)).toHaveLength(afterProcessing ? 1 : 0);
		},
	);
});

test('an operation of another version of the node is refused by name', async () => {
	const { error } = await bench.run({ resource: 'message', operation: 'sendPigeon' });
	expect(error?.message).toBe('Unknown operation "sendPigeon" of "message"');
});

test('nothing to do gives nothing and calls nobody', async () => {
	const { outputs, error } = await bench.run({ ...sendText, items: [] });
	expect(error).toBeUndefined();
	expect(outputs.flat()).toEqual([]);
	expect(await bench.requests()).toEqual([]);
});
