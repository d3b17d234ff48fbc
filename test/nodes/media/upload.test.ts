import { createHash, randomBytes } from 'node:crypto';
import type { IBinaryData } from 'n8n-workflow';
import { DataTableStandIn, type NodeRun } from '../../harness/engine';
import { MEDIA_TABLE } from '../../../nodes/WhatsAppBusiness/store/dataTable/mediaTable';
import { fileOf, OTHER_SENDER, PDF, SENDER, useSandbox } from '../setup';
import { storedFile } from './storedFile';

const bench = useSandbox();
const MEGABYTE = 1024 * 1024;
const operation = { resource: 'media', operation: 'upload' };
const pdf = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'invoice.pdf' });

/** A WebP header, moving or not, filled up to a size. */
function webp({ bytes, animated }: { bytes: number; animated: boolean }): Buffer {
	const file = Buffer.alloc(bytes);
	file.write('RIFF', 0);
	file.write('WEBPVP8X', 8);
	file.writeUInt8(animated ? 2 : 0, 20);
	return file;
}

/** n8n's Data Tables, with the rows of the remembered uploads. */
function dataTables(rows?: Array<Record<string, unknown>>) {
	const tables = new DataTableStandIn();
	if (rows !== undefined) tables.create({ ...MEDIA_TABLE, columns: [...MEDIA_TABLE.columns], rows });
	return { tables, subworkflow: tables.subworkflow, rows: () => tables.rows(MEDIA_TABLE.name) };
}

describe('Media: Upload', () => {
	test('uploads the very bytes with type and name, per item, to the chosen number', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				phoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.sender }}' },
				binaryField: '={{ $json.field }}',
				fileName: '={{ $json.name }}',
			},
			items: [
				{ json: { sender: '', field: 'data', name: '' }, binary: { data: pdf } },
				{ json: { sender: OTHER_SENDER, field: 'file', name: 'R\u00e9 1.pdf' }, binary: { file: pdf } },
			],
		});
		expect(error).toBeUndefined();
		const sha256 = createHash('sha256').update(PDF).digest('hex');
		const file = { mimeType: 'application/pdf', bytes: PDF.length, sha256 };
		// They run side by side, so that either may arrive first.
		const requests = (await bench.writes()).sort((one, other) => one.path.localeCompare(other.path));
		expect(requests.map(({ path, body }) => ({ sender: path.split('/')[2], body }))).toEqual([
			{
				sender: SENDER,
				body: { messaging_product: 'whatsapp', type: 'application/pdf', file: { ...file, filename: 'invoice.pdf' } },
			},
			{
				sender: OTHER_SENDER,
				body: { messaging_product: 'whatsapp', type: 'application/pdf', file: { ...file, filename: 'R\u00e9 1.pdf' } },
			},
		]);
		const ids = requests.map(({ response }) => (response as { id: string }).id);
		const common = { mimeType: 'application/pdf', bytes: PDF.length, mediaReused: false };
		expect(outputs).toEqual([
			[
				{ json: { ...common, mediaId: ids[0], phoneNumberId: SENDER }, pairedItem: { item: 0 } },
				{ json: { ...common, mediaId: ids[1], phoneNumberId: OTHER_SENDER }, pairedItem: { item: 1 } },
			],
		]);
	});

	test('names the type as Meta knows it', async () => {
		await bench.run({
			...operation,
			items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType: 'image/jpg; q=1', fileName: 'a.jpg' }) } }],
		});
		expect((await bench.writes())[0]?.body).toMatchObject({ type: 'image/jpeg', file: { mimeType: 'image/jpeg' } });
	});

	test('refuses a file over the limit, a wrong type, an empty file and a missing field, before any call', async () => {
		const video = fileOf({ bytes: Buffer.alloc(16 * 1024 * 1024 + 1, 1), mimeType: 'video/mp4' });
		const zip = fileOf({ bytes: PDF, mimeType: 'application/zip' });
		const empty = fileOf({ bytes: Buffer.alloc(0), mimeType: 'image/png' });
		const { outputs } = await bench.run({
			...operation,
			items: [
				{ json: {}, binary: { data: video } },
				{ json: {}, binary: { data: zip } },
				{ json: {}, binary: { data: empty } },
				{ json: {}, binary: { other: pdf } },
			],
			onError: 'continueErrorOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^Input Binary Field: the file has 16,777,217 bytes, at most 16 MB are allowed for video/),
			expect.stringMatching(/^Input Binary Field: the MIME type application\/zip is not accepted\. Accepted are audio: /),
			expect.stringMatching(/^Input Binary Field: the file is empty/),
			expect.stringMatching(/data/),
		]);
	});

	test('says that nobody could be reached', async () => {
		const { error } = await bench.run({
			...operation,
			credential: { baseUrl: 'http://127.0.0.1:1' },
			items: [{ json: {}, binary: { data: pdf } }],
		});
		expect(error?.message).toBe('Could not reach 127.0.0.1:1');
	});

	test('passes on what Meta says', async () => {
		await bench.fault({ path: '/media', times: 1, code: 131053, details: 'Media upload error' });
		const { error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: pdf } }] });
		expect(error?.message).toContain('(#131053)');
		expect(error?.context.details).toMatchObject({ code: 131053, details: 'Media upload error' });
	});
});

describe('Media: Upload, what is sent', () => {
	test('streams a file of 20 MB from the storage of n8n, byte for byte', async () => {
		const bytes = randomBytes(20 * MEGABYTE);
		const file = await storedFile(bench, { bytes, mimeType: 'application/pdf' });
		expect(file.id).toBeDefined();
		const { outputs, error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: file } }] });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ bytes: bytes.length, mediaReused: false });
		expect((await bench.writes()).at(-1)?.body).toMatchObject({
			file: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
		});
	});

	test.each([
		['Rechnung für Jörg, 発票.pdf', 'Rechnung für Jörg, 発票.pdf'],
		['a "quoted" name.pdf', 'a %22quoted%22 name.pdf'],
		['a.pdf"\r\nX-Added: yes\r\n\r\nbody', 'a.pdf%22%0D%0AX-Added: yes%0D%0A%0D%0Abody'],
	])('a name such as %j stays a name', async (fileName, received) => {
		const data = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName });
		const { error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data } }] });
		expect(error).toBeUndefined();
		expect((await bench.writes())[0]?.body).toMatchObject({
			type: 'application/pdf',
			file: { filename: received, bytes: PDF.length },
		});
	});

	test('takes the type from the ending where the type says nothing, and gives a nameless file an ending', async () => {
		const unknown = fileOf({ bytes: PDF, mimeType: 'application/octet-stream', fileName: 'note.OPUS' });
		const nameless = fileOf({ bytes: PDF, mimeType: 'audio/opus' });
		await bench.run({ ...operation, items: [{ json: {}, binary: { data: unknown } }] });
		await bench.run({ ...operation, items: [{ json: {}, binary: { data: nameless } }] });
		expect((await bench.writes()).map(({ body }) => body)).toMatchObject([
			{ type: 'audio/ogg', file: { mimeType: 'audio/ogg', filename: 'note.OPUS' } },
			{ type: 'audio/ogg', file: { mimeType: 'audio/ogg', filename: 'file.ogg' } },
		]);
	});

	test.each([
		['an image of 5 MB', 'image/png', Buffer.alloc(5 * MEGABYTE, 1)],
		['a sticker of 100 KB', 'image/webp', webp({ bytes: 102_400, animated: false })],
		['an animated sticker of 500 KB', 'image/webp', webp({ bytes: 512_000, animated: true })],
	])('takes %s, and refuses one byte more before any call', async (_name, mimeType, bytes) => {
		const more = Buffer.concat([bytes, Buffer.of(1)]);
		const { outputs } = await bench.run({
			...operation,
			items: [bytes, more].map((each) => ({ json: {}, binary: { data: fileOf({ bytes: each, mimeType }) } })),
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]?.[0]?.json.error).toMatch(/^Input Binary Field: the file has [\d,]+1 bytes, at most \d+ [KM]B are allowed for /);
		expect(await bench.requests()).toHaveLength(1);
	});

	test('a connection that breaks is told as such, and that nothing was sent', async () => {
		const file = await storedFile(bench, { bytes: PDF, mimeType: 'application/pdf' });
		await bench.fault({ path: '/media', times: 1, hangUp: true });
		const { error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: file } }] });
		expect(error?.message).toBe(`Could not reach ${new URL(bench.sandbox.url).host}`);
		expect(error?.context.details).toMatchObject({ reason: 'unreachable', outcome: 'notSent', retryable: 'yes' });
	});

	test('what Meta refuses for a moment is sent again, whole', async () => {
		const file = await storedFile(bench, { bytes: PDF, mimeType: 'application/pdf' });
		await bench.fault({ path: '/media', times: 1, code: 2, httpStatus: 503 });
		const { outputs, error } = await bench.run({ ...operation, items: [{ json: {}, binary: { data: file } }] });
		expect(error).toBeUndefined();
		const sha256 = createHash('sha256').update(PDF).digest('hex');
		expect(await bench.writes()).toMatchObject([
			{ status: 503, body: { file: { sha256 } } },
			{ status: 200, body: { file: { sha256 } }, response: { id: outputs[0]?.[0]?.json.mediaId } },
		]);
	});

	test('a file that the storage of n8n has lost fails its item, before any call', async () => {
		const file = await storedFile(bench, { bytes: PDF, mimeType: 'application/pdf' });
		const { outputs } = await bench.run({
			...operation,
			items: [{ json: {}, binary: { data: { ...file, id: `${file.id}x` } } }, { json: {}, binary: { data: file } }],
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((output) => output.length)).toEqual([1, 1]);
		expect(await bench.writes()).toHaveLength(1);
	});
});

describe('Media: Upload, once per file', () => {
	const reuseOf = (run: NodeRun) => run.outputs[0]?.map(({ json }) => json.mediaReused);

	test('the same content goes up once per number, whether items share the stored file or have copies', async () => {
		const [first, copy] = [
			await storedFile(bench, { bytes: PDF, mimeType: 'application/pdf' }),
			await storedFile(bench, { bytes: PDF, mimeType: 'application/pdf' }),
		];
		expect(first.id).not.toBe(copy.id);
		const sameSize = Buffer.from(PDF).fill('x', PDF.length - 1);
		const item = (data: IBinaryData, sender = '') => ({ json: { sender }, binary: { data } });
		const run = await bench.run({
			...operation,
			parameters: { phoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.sender }}' } },
			items: [
				item(first),
				item(first),
				item(copy),
				item(pdf),
				item(fileOf({ bytes: sameSize, mimeType: 'application/pdf' })),
				item(copy, OTHER_SENDER),
				...Array.from({ length: 50 }, () => item(first)),
			],
		});
		expect(run.error).toBeUndefined();
		const items = run.outputs[0]?.map(({ json }) => json) ?? [];
		expect(await bench.writes()).toHaveLength(3);
		expect(items.filter(({ mediaReused }) => mediaReused === false)).toHaveLength(3);
		const ids = items.map(({ mediaId }) => mediaId);
		expect(new Set(ids.filter((_, index) => index !== 4 && index !== 5)).size).toBe(1);
		expect(new Set(ids).size).toBe(3);
	});

	test('large files that differ only at their end are not taken for one another', async () => {
		const bytes = randomBytes(3 * MEGABYTE + 7);
		const other = Buffer.from(bytes);
		other.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
		const files = [
			await storedFile(bench, { bytes, mimeType: 'application/pdf' }),
			await storedFile(bench, { bytes: other, mimeType: 'application/pdf' }),
			await storedFile(bench, { bytes, mimeType: 'application/pdf' }),
		];
		const run = await bench.run({ ...operation, items: files.map((data) => ({ json: {}, binary: { data } })) });
		const ids = run.outputs[0]?.map(({ json }) => json.mediaId) ?? [];
		expect(await bench.writes()).toHaveLength(2);
		expect(ids[2]).toBe(ids[0]);
		expect(ids[1]).not.toBe(ids[0]);
	});

	test('a name that was asked for is not replaced by that of an earlier upload', async () => {
		await bench.run({
			...operation,
			parameters: { fileName: '={{ $json.name }}' },
			items: ['a.pdf', 'b.pdf', 'b.pdf'].map((name) => ({ json: { name }, binary: { data: pdf } })),
		});
		const names = (await bench.writes()).map(({ body }) => (body as { file: { filename: string } }).file.filename);
		expect(names.sort()).toEqual(['a.pdf', 'b.pdf']);
	});

	describe('with Remember Uploads', () => {
		const remembering = { ...operation, parameters: { options: { rememberUploads: true } } };
		const items = [{ json: {}, binary: { data: pdf } }];

		test('a later run finds the upload in the Data Table, while Meta still has it', async () => {
			const { subworkflow, rows } = dataTables();
			const run = async () => await bench.run({ ...remembering, items, subworkflow });
			expect(reuseOf(await run())).toEqual([false]);
			const [row] = rows() ?? [];
			expect(row).toMatchObject({ phoneNumberId: SENDER, mimeType: 'application/pdf', fileName: '' });
			expect(row?.fileHash).toMatch(/^[0-9a-f]{64}$/);
			expect(reuseOf(await run())).toEqual([true]);
			expect(await bench.writes()).toHaveLength(1);

			await bench.run({ resource: 'media', operation: 'delete', parameters: { mediaId: String(row?.mediaId) } });
			expect(reuseOf(await run())).toEqual([false]);
			expect(rows()).toHaveLength(1);
			expect(rows()?.[0]?.mediaId).not.toBe(row?.mediaId);
		});

		test('a name that looks like an expression is only a name', async () => {
			const { subworkflow, rows } = dataTables();
			const name = '={{ 1 + 1 }}.pdf';
			const parameters = { ...remembering.parameters, fileName: '={{ $json.name }}' };
			const run = async () =>
				await bench.run({ ...operation, parameters, items: [{ json: { name }, binary: { data: pdf } }], subworkflow });
			expect(reuseOf(await run())).toEqual([false]);
			expect(reuseOf(await run())).toEqual([true]);
			expect(rows()).toMatchObject([{ fileName: name }]);
		});

		test('an entry of 29 days and more is not used, and keeps its row', async () => {
			const first = dataTables();
			await bench.run({ ...remembering, items, subworkflow: first.subworkflow });
			const [row] = first.rows() ?? [];
			const until = new Date(String(row?.expiresAt)).getTime() - Date.now();
			expect(Math.round(until / 3_600_000)).toBe(29 * 24);
			const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...kept } = row ?? {};
			const second = dataTables([{ ...kept, expiresAt: new Date(0) }]);
			expect(reuseOf(await bench.run({ ...remembering, items, subworkflow: second.subworkflow }))).toEqual([false]);
			expect(second.rows()).toHaveLength(1);
		});

		test('without Data Tables the file goes up all the same, and the log says why it was not remembered', async () => {
			const { tables, subworkflow } = dataTables();
			tables.break('no such module');
			const run = await bench.run({ ...remembering, items, subworkflow });
			expect(reuseOf(run)).toEqual([false]);
			expect(run.logs).toContainEqual(
				expect.objectContaining({ level: 'warn', message: expect.stringContaining('no such module') }),
			);
		});
	});

	test('without the option no Data Table is touched', async () => {
		const { subworkflow, rows } = dataTables();
		await bench.run({ ...operation, items: [{ json: {}, binary: { data: pdf } }], subworkflow });
		expect(rows()).toBeUndefined();
	});
});
