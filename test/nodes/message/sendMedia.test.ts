import { SEED } from '../../../sandbox/src';
import { readBinary } from '../../harness/engine';
import { ANA, BEN, fileOf, itemsOf, PDF, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendMedia' };
const KIB = 1024;
const MIB = 1024 * KIB;

/** The start of an Ogg file with Opus, one channel (RFC 7845). */
const OPUS = Buffer.concat([Buffer.from('OggS'.padEnd(28, '\0')), Buffer.from('OpusHead'), Buffer.from([1, 1])]);

/** A file that n8n keeps in its binary storage, as one downloaded by an earlier node is. */
async function storedFile(file: { bytes: Buffer; mimeType: string; filename: string }) {
	const { message } = (await bench.control(`/phones/${ANA}/media`, {
		kind: 'document',
		mimeType: file.mimeType,
		base64: file.bytes.toString('base64'),
		filename: file.filename,
	})) as { message: { media: { url: string } } };
	const { outputs } = await bench.run({
		resource: 'media',
		operation: 'download',
		parameters: { mediaId: message.media.url.split('/').at(-1) ?? '', fileName: file.filename },
	});
	const binary = outputs[0]?.[0]?.binary?.data;
	if (binary === undefined) throw new Error('nothing was downloaded');
	return binary;
}

async function uploads() {
	return (await bench.writes()).filter(({ path }) => path.endsWith('/media'));
}

describe('Message: Send Media', () => {
	test('uploads a binary field and sends it as a document with caption and its own name', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'document', media: 'data', caption: '=Invoice {{ $json.order }}' },
			items: [{ json: { order: 7 }, binary: { data: fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'i.pdf' }) } }],
		});
		expect(error).toBeUndefined();
		const [upload, message] = await bench.writes();
		expect(upload).toMatchObject({
			path: expect.stringMatching(new RegExp(`/${SENDER}/media$`)),
			body: {
				messaging_product: 'whatsapp',
				type: 'application/pdf',
				file: { filename: 'i.pdf', mimeType: 'application/pdf', bytes: PDF.length },
			},
		});
		const { id } = upload?.response as { id: string };
		expect(message?.body).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'document',
			document: { id, caption: 'Invoice 7', filename: 'i.pdf' },
		});
		const [shown] = await bench.phone(ANA);
		expect(shown?.media).toMatchObject({ kind: 'document', caption: 'Invoice 7', filename: 'i.pdf' });
		const file = await fetch(shown?.media?.url ?? '');
		expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
		expect(outputs).toEqual([
			[
				{
					json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER, mediaId: id, mediaReused: false },
					pairedItem: { item: 0 },
				},
			],
		]);
	});

	test.each([
		['image', { caption: 'c' }],
		['video', { caption: 'c' }],
		['audio', {}],
		['sticker', {}],
		['document', { caption: 'c', filename: 'f.pdf' }],
	])('sends %s by link, and only what that kind can have', async (mediaType, extra) => {
		const link = 'https://shop.example/file';
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType, media: link, caption: 'c', fileName: 'f.pdf' },
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([{ type: mediaType, [mediaType]: { link, ...extra } }]);
		expect((await bench.phone(ANA))[0]?.media).toEqual({ kind: mediaType, url: link, ...extra });
	});

	test('sends a voice message from a file with Opus, and audio as audio', async () => {
		const voice = fileOf({ bytes: OPUS, mimeType: 'audio/ogg', fileName: 'note.ogg' });
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'audio', media: 'data', voice: '={{ $json.voice }}' },
			items: [true, false].map((on) => ({ json: { voice: on }, binary: { data: voice } })),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([{ audio: { voice: true } }, { audio: { id: expect.any(String) } }]);
		expect((await bench.sent())[1]).not.toHaveProperty('audio.voice');
		expect((await bench.phone(ANA)).map(({ media }) => media?.voice)).toEqual([true, undefined]);
	});

	test('sends a voice message by link, of which only Meta sees the file', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'audio', media: 'https://shop.example/note.ogg', voice: true },
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([{ audio: { link: 'https://shop.example/note.ogg', voice: true } }]);
	});

	test('refuses a voice message that is not Opus, or not mono, before any call', async () => {
		const stereo = Buffer.from(OPUS);
		stereo[37] = 2;
		const files = [
			{ bytes: Buffer.from('ID3'), mimeType: 'audio/mpeg' },
			{ bytes: Buffer.from('OggS and then Vorbis'), mimeType: 'audio/ogg' },
			{ bytes: stereo, mimeType: 'audio/ogg' },
		];
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'audio', media: 'data', voice: true },
			items: files.map((file) => ({ json: {}, binary: { data: fileOf(file) } })),
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.details)).toMatchObject([
			{ problems: [{ field: 'Voice Message', message: expect.stringContaining('for audio/mpeg;') }] },
			{ problems: [{ field: 'Voice Message', message: expect.stringContaining('there is no Opus') }] },
			{ problems: [{ field: 'Voice Message', message: expect.stringContaining('this one has 2') }] },
		]);
	});

	test('keeps the order of the items to one person, though some files must be read and uploaded first', async () => {
		const stored = await storedFile({ bytes: PDF, mimeType: 'application/pdf', filename: 'terms.pdf' });
		const link = 'https://shop.example/a.pdf';
		const media = ['data', link, 'data', link];
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'document', media: '={{ $json.media }}', caption: '={{ $json.n }}' },
			items: media.map((value, n) => ({ json: { media: value, n: `no. ${n}` }, binary: { data: stored } })),
		});
		expect(error).toBeUndefined();
		const captions = (await bench.sent()).map((body) => (body as { document: { caption: string } }).document.caption);
		expect(captions).toEqual(['no. 0', 'no. 1', 'no. 2', 'no. 3']);
	});

	test('a sticker that does not move may have 100 KB, an animated one 500 KB', async () => {
		const sticker = (bytes: number, flags: number) => {
			const file = Buffer.alloc(bytes);
			file.write('RIFF....WEBPVP8X', 'latin1');
			file[20] = flags;
			return fileOf({ bytes: file, mimeType: 'image/webp', fileName: 's.webp' });
		};
		const still = 0;
		const animated = 2;
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'sticker', media: 'data' },
			items: [
				sticker(100 * KIB, still),
				sticker(100 * KIB + 1, still),
				sticker(500 * KIB, animated),
				sticker(500 * KIB + 1, animated),
			].map((data) => ({ json: {}, binary: { data } })),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.error)).toEqual([
			undefined,
			'Media: the file has 102,401 bytes, at most 100 KB are allowed for a sticker that does not move',
			undefined,
			'Media: the file has 512,001 bytes, at most 500 KB are allowed for sticker',
		]);
		expect(await uploads()).toHaveLength(2);
		expect(await bench.sent()).toMatchObject([{ type: 'sticker' }, { type: 'sticker' }]);
	});

	test('sends a file to a group', async () => {
		const [group] = SEED.groups;
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: `group:${group?.id}`, mediaType: 'image', media: 'https://shop.example/a.png' },
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([{ recipient_type: 'group', to: group?.id, type: 'image' }]);
		expect((await bench.phone(BEN)).at(-1)).toMatchObject({ type: 'image', group: { id: group?.id } });
		expect(outputs[0]?.[0]?.json).toMatchObject({ to: group?.id });
	});

	test('uploads the same stored file once for all items of a run, and sends it by ID afterwards', async () => {
		const stored = await storedFile({ bytes: PDF, mimeType: 'application/pdf', filename: 'terms.pdf' });
		expect(await readBinary(stored)).toEqual(PDF);
		const { error, outputs } = await bench.run({
			...operation,
			parameters: { to: '={{ $json.to }}', mediaType: 'document', media: 'data' },
			items: [ANA, BEN, ANA].map((to) => ({ json: { to }, binary: { data: stored } })),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json.mediaReused)).toEqual([false, true, true]);
		expect(await uploads()).toHaveLength(1);
		const { id } = (await uploads())[0]?.response as { id: string };
		const byId = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'document', media: '={{ $json.id }}' },
			items: itemsOf({ id }),
		});
		expect(byId.error).toBeUndefined();
		expect((await bench.sent()).map((body) => (body as { document: object }).document)).toEqual([
			{ id, filename: 'terms.pdf' },
			{ id, filename: 'terms.pdf' },
			{ id, filename: 'terms.pdf' },
			{ id },
		]);
	});

	test('checks a file for each kind that it is sent as', async () => {
		const stored = await storedFile({ bytes: PDF, mimeType: 'application/pdf', filename: 'terms.pdf' });
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: '={{ $json.kind }}', media: 'data' },
			items: ['document', 'image'].map((kind) => ({ json: { kind }, binary: { data: stored } })),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.error)).toEqual([
			undefined,
			expect.stringMatching(/^Media: the MIME type application\/pdf is not accepted for image; it can be sent as document/),
		]);
	});

	test('refuses a file over the limit with the limit, and one of a wrong type, before any call', async () => {
		const large = fileOf({ bytes: Buffer.alloc(5 * MIB + 1, 1), mimeType: 'image/png', fileName: 'large.png' });
		const wrong = fileOf({ bytes: Buffer.from('GIF89a'), mimeType: 'image/gif', fileName: 'x.gif' });
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'image', media: 'data', caption: '={{ $json.caption }}' },
			items: [
				{ json: { caption: '' }, binary: { data: large } },
				{ json: { caption: 'c'.repeat(1025) }, binary: { data: wrong } },
			],
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.details)).toMatchObject([
			{ problems: [{ field: 'Media', message: 'the file has 5,242,881 bytes, at most 5 MB are allowed for image' }] },
			{
				problems: [
					{ field: 'Caption', message: 'has 1,025 characters, at most 1,024 are allowed' },
					{ field: 'Media', message: expect.stringContaining('image/gif is not accepted for image') },
				],
			},
		]);
	});

	test('refuses a field that is not there, an empty one and an empty file, naming the field', async () => {
		const empty = fileOf({ bytes: Buffer.alloc(0), mimeType: 'image/png' });
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'image', media: '={{ $json.field }}' },
			items: [{ json: { field: 'photo' } }, { json: { field: '' } }, { json: { field: 'data' }, binary: { data: empty } }],
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.error)).toEqual([
			'Media: "photo" is neither a link nor a media ID, nor a binary field of the item (it has none)',
			'Media: must not be empty; give a link, a media ID or the name of a binary field',
			'Media: the file is empty',
		]);
	});

	test('a failed upload fails the items that share it at that time; it is tried again for the next', async () => {
		const stored = await storedFile({ bytes: PDF, mimeType: 'application/pdf', filename: 'terms.pdf' });
		await bench.fault({ path: '/media', method: 'POST', times: 1, code: 131053, details: 'Media upload error' });
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, mediaType: 'document', media: 'data', options: { concurrency: 1 } },
			items: [1, 2].map((n) => ({ json: { n }, binary: { data: stored } })),
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [{ item: 0 }]]);
		expect(outputs[1]?.[0]?.json).toMatchObject({ n: 1, details: { code: 131053, details: 'Media upload error' } });
		expect(await bench.sent()).toHaveLength(1);
	});
});
