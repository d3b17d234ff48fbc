import { createHash } from 'node:crypto';
import axios from 'axios';
import { SEED } from '../src';
import { expectRefusal, NUMBER, SECOND_NUMBER, useBench, type GraphBody } from './support/bench';

const bench = useBench();
const pdf = { bytes: Buffer.from('%PDF-1.4 invoice'), type: 'application/pdf', filename: 'invoice.pdf' };
const MIB = 1024 * 1024;

/** A WebP header, moving or not, filled up to `size` bytes. */
function webp(size: number, animated: boolean): Buffer<ArrayBuffer> {
	const bytes = Buffer.alloc(size);
	bytes.write('RIFF', 0);
	bytes.write('WEBPVP8X', 8);
	bytes[20] = animated ? 0x02 : 0;
	return bytes;
}

describe('upload', () => {
	test('keeps bytes, type and hash; the URL answers them to the bearer only', async () => {
		const { data } = await bench.current.upload(pdf);
		const node = await bench.current.graph.get<GraphBody>(`/${data.id}`);
		expect(node.data).toMatchObject({
			messaging_product: 'whatsapp',
			mime_type: 'application/pdf',
			file_size: pdf.bytes.length,
			sha256: createHash('sha256').update(pdf.bytes).digest('hex'),
			id: data.id,
		});
		const url = String(node.data.url);
		const file = await bench.current.graph.get<ArrayBuffer>(url, { responseType: 'arraybuffer' });
		expect(Buffer.from(file.data)).toEqual(pdf.bytes);
		expect(file.headers['content-type']).toBe('application/pdf');
		expectRefusal(await axios.get(url, { validateStatus: () => true }), { code: 190, status: 401 });
	});

	test('the URL lives 5 minutes, the file 30 days', async () => {
		const { graph, control } = bench.current;
		const { data } = await bench.current.upload(pdf);
		const { url } = (await graph.get<GraphBody>(`/${data.id}`)).data;
		await control.post('/clock', { advanceSeconds: 290 });
		expect((await graph.get(String(url))).status).toBe(200);
		await control.post('/clock', { advanceSeconds: 11 });
		expect((await graph.get(String(url))).status).toBe(404);
		await control.post('/clock', { advanceSeconds: 30 * 24 * 3600 - 400 });
		expect((await graph.get(`/${data.id}`)).status).toBe(200);
		await control.post('/clock', { advanceSeconds: 400 });
		expectRefusal(await graph.get(`/${data.id}`), { code: 100, subcode: 33 });
		const late = await bench.current.send({ type: 'document', document: { id: data.id } });
		expectRefusal(late, { code: 131009, details: 'attachment ID' });
	});

	test('is deleted, and belongs to its number', async () => {
		const { graph } = bench.current;
		const { data } = await bench.current.upload(pdf);
		expectRefusal(await graph.get(`/${data.id}?phone_number_id=${SECOND_NUMBER}`), { code: 100, subcode: 33 });
		expect((await graph.get(`/${data.id}?phone_number_id=${NUMBER}`)).status).toBe(200);
		expect((await graph.delete(`/${data.id}`)).data).toEqual({ success: true });
		expectRefusal(await graph.get(`/${data.id}`), { code: 100, subcode: 33 });
	});

	test('100 without messaging_product, without a file, with a broken body', async () => {
		const { graph } = bench.current;
		const noProduct = new FormData();
		noProduct.append('file', new Blob([pdf.bytes], { type: pdf.type }), 'a.pdf');
		expectRefusal(await graph.post(`/${NUMBER}/media`, noProduct), { code: 100, details: 'messaging_product' });
		const noFile = new FormData();
		noFile.append('messaging_product', 'whatsapp');
		expectRefusal(await graph.post(`/${NUMBER}/media`, noFile), { code: 100, details: 'file' });
		const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
		expectRefusal(await graph.post(`/${NUMBER}/media`, Buffer.from('no parts'), { headers }), { code: 100 });
	});

	test.each(['application/zip', 'image/gif', 'application/octet-stream', 'text/html'])(
		'131053 for %s',
		async (type) => {
			expectRefusal(await bench.current.upload({ bytes: pdf.bytes, type }), { code: 131053, details: type });
		},
	);

	test('131053 for an empty file', async () => {
		expectRefusal(await bench.current.upload({ ...pdf, bytes: Buffer.alloc(0) }), { code: 131053, details: 'empty' });
	});

	test.each([
		['image/jpeg', 5 * MIB],
		['image/png', 5 * MIB],
		['audio/mpeg', 16 * MIB],
		['audio/ogg; codecs=opus', 16 * MIB],
		['video/mp4', 16 * MIB],
		['application/pdf', 100 * MIB],
	])('%s: %i bytes go, one more does not', async (type, limit) => {
		expect((await bench.current.upload({ bytes: Buffer.alloc(limit), type })).status).toBe(200);
		const answer = await bench.current.upload({ bytes: Buffer.alloc(limit + 1), type });
		expectRefusal(answer, { code: 131053, details: String(limit) });
	});

	test('a file far over every limit is refused, not crashed on', async () => {
		const answer = await bench.current.upload({ bytes: Buffer.alloc(102 * MIB), type: 'video/mp4' });
		expectRefusal(answer, { code: 131053, details: 'too large' });
	});

	test.each([
		['static', false, 100 * 1024],
		['animated', true, 500 * 1024],
	])('a %s sticker has its own limit', async (_name, animated, limit) => {
		expect((await bench.current.upload({ bytes: webp(limit, animated), type: 'image/webp' })).status).toBe(200);
		expectRefusal(await bench.current.upload({ bytes: webp(limit + 1, animated), type: 'image/webp' }), {
			code: 131053,
		});
	});
});

describe('send', () => {
	test('131053 when the file is of another kind than the message', async () => {
		const { data } = await bench.current.upload(pdf);
		for (const kind of ['image', 'video', 'audio', 'sticker']) {
			expectRefusal(await bench.current.send({ type: kind, [kind]: { id: data.id } }), { code: 131053, details: kind });
		}
		expect((await bench.current.send({ type: 'document', document: { id: data.id } })).status).toBe(200);
	});

	test('an uploaded document shows on the phone and opens there without a token', async () => {
		await bench.current.write();
		const { data } = await bench.current.upload(pdf);
		await bench.current.sent({ type: 'document', document: { id: data.id, caption: 'Your invoice' } });
		const shown = (await bench.current.shown()).at(-1);
		expect(shown?.media).toMatchObject({
			kind: 'document',
			mimeType: 'application/pdf',
			filename: 'invoice.pdf',
			caption: 'Your invoice',
		});
		const file = await axios.get<ArrayBuffer>(shown?.media?.url ?? '', { responseType: 'arraybuffer' });
		expect(Buffer.from(file.data)).toEqual(pdf.bytes);
	});

	test('the log keeps name, type, size and hash of an upload, not its bytes', async () => {
		await bench.current.upload(pdf);
		const [entry] = (await bench.current.control.get('/requests')).data;
		expect(entry).toMatchObject({
			method: 'POST',
			path: `/v25.0/${NUMBER}/media`,
			status: 200,
			body: {
				messaging_product: 'whatsapp',
				file: { filename: 'invoice.pdf', mimeType: 'application/pdf', bytes: pdf.bytes.length },
			},
		});
		expect(JSON.stringify(entry)).not.toContain(SEED.accessToken);
	});
});
