import { readBinary } from '../../harness/engine';
import { fileOf, itemsOf, PDF, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'media', operation: 'download', parameters: { mediaId: '={{ $json.id }}' } };
const DAY = 24 * 60 * 60;

async function uploaded(mimeType: string): Promise<string> {
	const { outputs } = await bench.run({
		resource: 'media',
		operation: 'upload',
		items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType, fileName: 'x' }) } }],
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

	test('a file whose address has expired is refused with the reason, not called unreachable', async () => {
		const id = await uploaded('application/pdf');
		await bench.fault({ path: '/_media/', times: 1, httpStatus: 404, code: 100, subcode: 33, message: 'The media URL has expired.' });
		const { outputs } = await bench.run({ ...operation, items: itemsOf({ id }), onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'refused',
			code: 100,
			httpStatus: 404,
			details: 'The media URL has expired.',
		});
		expect(outputs[0]?.[0]?.binary).toBeUndefined();
	});

	test('a connection that breaks is told as such', async () => {
		const id = await uploaded('application/pdf');
		await bench.fault({ path: '/_media/', times: 1, hangUp: true });
		const { error } = await bench.run({ ...operation, items: itemsOf({ id }) });
		expect(error?.message).toBe(`Could not reach ${new URL(bench.sandbox.url).host}`);
	});
});
