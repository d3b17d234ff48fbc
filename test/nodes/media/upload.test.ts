import { createHash } from 'node:crypto';
import { fileOf, OTHER_SENDER, PDF, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'media', operation: 'upload' };
const pdf = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'invoice.pdf' });

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
		const requests = await bench.writes();
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
		const common = { mimeType: 'application/pdf', bytes: PDF.length };
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
