import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBinary } from '../../harness/engine';
import { fileOf, itemsOf, PDF, useSandbox } from '../setup';
import { storedFile } from './storedFile';

const bench = useSandbox();
const operation = { resource: 'media', operation: 'download', parameters: { mediaId: '={{ $json.id }}' } };
const DAY = 24 * 60 * 60;
const MEGABYTE = 1024 * 1024;

async function uploaded(mimeType: string, bytes = PDF): Promise<string> {
	const { outputs } = await bench.run({
		resource: 'media',
		operation: 'upload',
		items: [{ json: {}, binary: { data: fileOf({ bytes, mimeType, fileName: 'x' }) } }],
	});
	return String(outputs[0]?.[0]?.json.mediaId);
}

describe('Media: Download', () => {
	test('gives the same bytes with type, size and a name that ends as the type does', async () => {
		const ids = [await uploaded('application/pdf'), await uploaded('image/png')];
		const { outputs, error } = await bench.run({ ...operation, items: itemsOf({ id: ids[0] }, { id: ` ${ids[1]} ` }) });
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual([
			{
				json: { mediaId: ids[0], mimeType: 'application/pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: PDF.length },
				pairedItem: { item: 0 },
			},
			{
				json: { mediaId: ids[1], mimeType: 'image/png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: PDF.length },
				pairedItem: { item: 1 },
			},
		]);
		const files = outputs[0]?.map(({ binary }) => binary?.data) ?? [];
		expect(files.map((file) => file?.fileName)).toEqual([`${ids[0]}.pdf`, `${ids[1]}.png`]);
		for (const file of files) expect(await readBinary(file)).toEqual(PDF);
	});

	test('gets a file that a customer sent, into the chosen field under the chosen name', async () => {
		const { message } = (await bench.control('/phones/15550123456/media', {
			kind: 'audio',
			mimeType: 'audio/ogg; codecs=opus',
			base64: PDF.toString('base64'),
			voice: true,
		})) as { message: { media: { url: string } } };
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { ...operation.parameters, binaryField: 'voice', fileName: 'note.ogg' },
			items: itemsOf({ id: message.media.url.split('/').at(-1) }),
		});
		expect(error).toBeUndefined();
		const binary = outputs[0]?.[0]?.binary;
		expect(Object.keys(binary ?? {})).toEqual(['voice']);
		expect(binary?.voice).toMatchObject({ mimeType: 'audio/ogg', fileName: 'note.ogg' });
		expect(await readBinary(binary?.voice)).toEqual(PDF);
	});

	test('an unknown and an expired ID fail their items alone, as Meta says it', async () => {
		const old = await uploaded('application/pdf');
		await bench.control('/clock', { advanceSeconds: 31 * DAY });
		const fresh = await uploaded('application/pdf');
		const { outputs } = await bench.run({
			...operation,
			items: itemsOf({ id: '123456789' }, { id: old }, { id: '' }, { id: fresh }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.details ?? json.mimeType)).toMatchObject([
			{ reason: 'refused', code: 100, subcode: 33 },
			{ reason: 'refused', code: 100, subcode: 33 },
			{ reason: 'input', problems: [{ field: 'Media ID' }] },
			'application/pdf',
		]);
	});

	test.each([404, 410])('a URL that has expired (%d) is asked for anew, once', async (httpStatus) => {
		const id = await uploaded('application/pdf');
		const expired = { path: '/_media/', httpStatus, code: 100, subcode: 33, message: 'The media URL has expired.' };
		await bench.fault({ ...expired, times: 1 });
		const first = await bench.run({ ...operation, items: itemsOf({ id }) });
		expect(await readBinary(first.outputs[0]?.[0]?.binary?.data)).toEqual(PDF);
		const urls = (await bench.requests()).filter(({ path }) => path.startsWith('/_media/')).map(({ query }) => query.ext);
		expect(new Set(urls).size).toBe(2);

		await bench.fault({ ...expired, times: 2 });
		const { outputs } = await bench.run({ ...operation, items: itemsOf({ id }), onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'refused',
			code: 100,
			httpStatus,
			details: 'The media URL has expired.',
		});
		expect(outputs[0]?.[0]?.binary).toBeUndefined();
	});

	test('another refusal is not repeated', async () => {
		const id = await uploaded('application/pdf');
		await bench.fault({ path: '/_media/', times: 1, code: 190, httpStatus: 401 });
		const { error } = await bench.run({ ...operation, items: itemsOf({ id }) });
		expect(error?.context.details).toMatchObject({ reason: 'refused', code: 190 });
	});

	test('a connection that breaks is told as such', async () => {
		const id = await uploaded('application/pdf');
		await bench.fault({ path: '/_media/', times: 1, hangUp: true });
		const { error } = await bench.run({ ...operation, items: itemsOf({ id }) });
		expect(error?.message).toBe(`Could not reach ${new URL(bench.sandbox.url).host}`);
	});

	test('streams a file of 20 MB into the storage of n8n, byte for byte', async () => {
		const bytes = randomBytes(20 * MEGABYTE);
		const file = await storedFile(bench, { bytes, mimeType: 'application/pdf' });
		expect(file).toMatchObject({ id: expect.any(String), bytes: bytes.length });
		expect((await readBinary(file)).equals(bytes)).toBe(true);
	});

	test.each([
		['at the limit', 1, undefined],
		['one byte above it', 1 - 1 / MEGABYTE, /^Maximum Size \(MB\): the file has 1,048,576 bytes, more than the 1,048,575 bytes allowed/],
	])('Maximum Size (MB): a file %s', async (_name, maxSize, message) => {
		const id = await uploaded('application/pdf', Buffer.alloc(MEGABYTE, 1));
		const { outputs } = await bench.run({
			...operation,
			parameters: { ...operation.parameters, options: { maxSize } },
			items: itemsOf({ id }),
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((output) => output.length)).toEqual(message === undefined ? [1, 0] : [0, 1]);
		if (message !== undefined) expect(outputs[1]?.[0]?.json.error).toMatch(message);
	});

	test.each([0, -1, 'much'])('Maximum Size (MB) of %j is refused before any call', async (maxSize) => {
		const { error } = await bench.run({
			...operation,
			parameters: { ...operation.parameters, options: { maxSize } },
			items: itemsOf({ id: '1' }),
		});
		expect(error?.message).toMatch(/^Maximum Size \(MB\): must be a number above 0/);
		expect(await bench.requests()).toEqual([]);
	});

	describe('from a server that is not Meta', () => {
		const servers: Server[] = [];

		afterEach(async () => {
			await Promise.all(servers.splice(0).map(async (server) => await new Promise((done) => server.close(done))));
		});

		async function serve(handle: RequestListener): Promise<string> {
			const server = createServer(handle);
			servers.push(server);
			await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
			return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		}

		/** A server that notes the tokens it is given. */
		async function stranger() {
			const tokens: Array<string | undefined> = [];
			const url = await serve(({ headers }, response) => {
				tokens.push(headers.authorization);
				response.end(PDF);
			});
			return { url, tokens };
		}

		/** A Graph whose one file is where `urlOf` says, or is redirected to from there. */
		async function graph(options: { urlOf: (own: string) => string; redirectTo?: string; record?: object }): Promise<string> {
			const own: string = await serve((request, response) => {
				if (request.url === '/file') {
					if (options.redirectTo === undefined) response.end(PDF);
					else response.writeHead(302, { location: options.redirectTo }).end();
					return;
				}
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify({ url: options.urlOf(own), mime_type: 'application/pdf', ...options.record }));
			});
			return own;
		}

		test('the URL of another host is refused and gets no call', async () => {
			const { url, tokens } = await stranger();
			const baseUrl = await graph({ urlOf: () => `${url}/file` });
			const { error } = await bench.run({ ...operation, credential: { baseUrl }, items: itemsOf({ id: '1' }) });
			expect(error?.message).toBe(`The media URL leads to "${new URL(url).host}", which is not one of Meta's hosts`);
			expect(tokens).toEqual([]);
		});

		test('a redirect to another host is followed without the token', async () => {
			const { url, tokens } = await stranger();
			const baseUrl = await graph({ urlOf: (own) => `${own}/file`, redirectTo: `${url}/file` });
			const { outputs, error } = await bench.run({ ...operation, credential: { baseUrl }, items: itemsOf({ id: '1' }) });
			expect(error).toBeUndefined();
			expect(await readBinary(outputs[0]?.[0]?.binary?.data)).toEqual(PDF);
			expect(tokens).toEqual([undefined]);
		});

		test('a file that is larger than was announced stops at the limit', async () => {
			const baseUrl = await graph({ urlOf: (own) => `${own}/file`, record: { file_size: '1' } });
			const { error } = await bench.run({
				...operation,
				parameters: { ...operation.parameters, options: { maxSize: 21 / MEGABYTE } },
				credential: { baseUrl },
				items: itemsOf({ id: '1' }),
			});
			expect(error?.message).toMatch(/^Maximum Size \(MB\): the file has more than the 21 bytes allowed/);
		});
	});
});
