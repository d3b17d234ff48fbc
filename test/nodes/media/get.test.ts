import { createHash } from 'node:crypto';
import { SEED } from '../../../sandbox/src';
import { fileOf, itemsOf, PDF, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'media', operation: 'get', parameters: { mediaId: '={{ $json.id }}' } };

async function uploaded(): Promise<string> {
	const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'x.pdf' });
	const { outputs } = await bench.run({ resource: 'media', operation: 'upload', items: [{ json: {}, binary: { data: file } }] });
	return String(outputs[0]?.[0]?.json.mediaId);
}

describe('Media: Get', () => {
	test('gives URL, type, hash and size; the URL answers the file to the token', async () => {
		const id = await uploaded();
		const { outputs, error } = await bench.run({ ...operation, items: itemsOf({ id }) });
		expect(error).toBeUndefined();
		const [item] = outputs[0] ?? [];
		expect(item).toEqual({
			json: {
				mediaId: id,
				url: expect.stringMatching(/^http/),
				mimeType: 'application/pdf',
				sha256: createHash('sha256').update(PDF).digest('hex'),
				bytes: PDF.length,
			},
			pairedItem: { item: 0 },
		});
		const file = await fetch(String(item?.json.url), { headers: { authorization: `Bearer ${SEED.accessToken}` } });
		expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
	});

	test('an unknown or empty ID fails its item alone', async () => {
		const id = await uploaded();
		const { outputs } = await bench.run({
			...operation,
			items: itemsOf({ id: '123' }, { id: '' }, { id }),
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.mediaId)).toEqual([id]);
		expect(outputs[1]?.map(({ json }) => json.details)).toMatchObject([
			{ reason: 'refused', code: 100, subcode: 33 },
			{ reason: 'input', problems: [{ field: 'Media ID' }] },
		]);
	});
});
