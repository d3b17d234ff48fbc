import { createHash, randomBytes } from 'node:crypto';
import { fileOf, PDF, useSandbox } from '../setup';
import { storedFile } from './storedFile';

const bench = useSandbox();
const operation = { resource: 'media', operation: 'uploadSample' };
const JPEG = { bytes: Buffer.from('a picture for the header'), mimeType: 'image/jpeg' };

function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The calls of a resumable upload: method, what it is about, and how many bytes it carried from where. */
async function calls() {
	return (await bench.requests()).map(({ method, path, body, status }) => ({
		method,
		edge: path.endsWith('/uploads') ? 'uploads' : 'session',
		status,
		body,
	}));
}

/** A call that carries the file from an offset on. */
function carrying(offset: number, status = 200) {
	const bytes = JPEG.bytes.subarray(offset);
	return {
		method: 'POST',
		edge: 'session',
		status,
		body: { file_offset: offset, bytes: bytes.length, sha256: sha256(bytes) },
	};
}

const STARTED = expect.objectContaining({ method: 'POST', edge: 'uploads', status: 200 });
const ASKED = expect.objectContaining({ method: 'GET', edge: 'session', status: 200 });

describe('Media: Upload Sample', () => {
	test('gives the handle; the session is told name, length and type', async () => {
		const file = await storedFile(bench, JPEG);
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { fileName: 'header.jpg' },
			items: [{ json: {}, binary: { data: file } }],
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{
				json: {
					handle: expect.stringMatching(/^4::/),
					mimeType: 'image/jpeg',
					bytes: JPEG.bytes.length,
					mediaReused: false,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(await calls()).toEqual([STARTED, carrying(0)]);
		expect((await bench.requests())[0]?.query).toMatchObject({
			file_name: 'header.jpg',
			file_length: String(JPEG.bytes.length),
			file_type: 'image/jpeg',
		});
	});

	test.each([
		['in the middle', { keepBytes: 10, afterProcessing: true }, 10],
		['before anything arrived', {}, 0],
		['when all had arrived but the answer', { afterProcessing: true }, JPEG.bytes.length],
	])('goes on where Meta is after a cut %s', async (_when, fault, offset) => {
		const file = await storedFile(bench, JPEG);
		await bench.fault({ path: 'upload:', method: 'POST', times: 1, hangUp: true, ...fault });
		const { outputs, error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: file } }] });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json.handle).toMatch(/^4::/);
		expect(await calls()).toEqual([STARTED, carrying(0, 0), ASKED, carrying(offset)]);
	});

	test('goes on with the rest after a cut while the bytes were on their way', async () => {
		const bytes = randomBytes(3_000_000);
		const file = await storedFile(bench, { bytes, mimeType: 'image/png' });
		await bench.fault({ path: 'upload:', method: 'POST', times: 1, afterBytes: 1_000_000 });
		const { outputs, error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: file } }] });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ handle: expect.stringMatching(/^4::/), bytes: bytes.length });
		const rest = bytes.subarray(1_000_000);
		expect((await calls()).at(-1)).toEqual({
			method: 'POST',
			edge: 'session',
			status: 200,
			body: { file_offset: 1_000_000, bytes: rest.length, sha256: sha256(rest) },
		});
	});

	test('goes on after a passing fault at Meta, and from a file within the item', async () => {
		await bench.fault({ path: 'upload:', method: 'POST', times: 1, httpStatus: 503, code: 2 });
		const { outputs } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: fileOf(JPEG) } }] });
		expect(outputs[0]?.[0]?.json.handle).toMatch(/^4::/);
		expect((await calls()).map(({ method, edge }) => `${method} ${edge}`)).toEqual([
			'POST uploads',
			'POST session',
			'GET session',
			'POST session',
		]);
	});

	test('a refusal is final', async () => {
		await bench.fault({ path: 'upload:', method: 'POST', times: 1, code: 100, details: 'no' });
		const { error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: fileOf(JPEG) } }] });
		expect(error?.context.details).toMatchObject({ reason: 'refused', code: 100, details: 'no' });
		expect(await calls()).toHaveLength(2);
	});

	test('uploads the same file once in a run', async () => {
		const file = await storedFile(bench, JPEG);
		const { outputs } = await bench.run({
			...operation,
			items: Array.from({ length: 5 }, () => ({ json: {}, binary: { data: file } })),
		});
		const items = outputs[0]?.map(({ json }) => json) ?? [];
		expect(new Set(items.map(({ handle }) => handle)).size).toBe(1);
		expect(items.filter(({ mediaReused }) => mediaReused === false)).toHaveLength(1);
		expect(await calls()).toEqual([STARTED, carrying(0)]);
	});

	test('refuses other types, an empty file, a file over the limit and a credential without an app, before any call', async () => {
		const files = [
			{ bytes: PDF, mimeType: 'image/webp' },
			{ bytes: Buffer.alloc(0), mimeType: 'image/png' },
			{ bytes: Buffer.alloc(5 * 1024 * 1024 + 1, 1), mimeType: 'image/png' },
		];
		const { outputs } = await bench.run({
			...operation,
			items: files.map((file) => ({ json: {}, binary: { data: fileOf(file) } })),
			onError: 'continueErrorOutput',
		});
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(
				/^Input Binary Field: the MIME type image\/webp is not accepted for a sample\. Accepted are application\/pdf, image\/jpeg, image\/png, video\/mp4/,
			),
			expect.stringMatching(/^Input Binary Field: the file is empty/),
			expect.stringMatching(/^Input Binary Field: the file has 5,242,881 bytes, at most 5 MB are allowed for image/),
		]);
		const { error } = await bench.run({
			...operation,
			credential: { appId: '' },
			items: [{ json: {}, binary: { data: fileOf(JPEG) } }],
		});
		expect(error?.message).toMatch(/^App ID: must not be empty; put it into the credential/);
		expect(await bench.requests()).toEqual([]);
	});
});
