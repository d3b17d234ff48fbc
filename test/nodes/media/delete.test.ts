import { fileOf, itemsOf, PDF, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'media', operation: 'delete', parameters: { mediaId: '={{ $json.id }}' } };

async function uploaded(): Promise<string> {
	const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'x.pdf' });
	const { outputs } = await bench.run({ resource: 'media', operation: 'upload', items: [{ json: {}, binary: { data: file } }] });
	return String(outputs[0]?.[0]?.json.mediaId);
}

describe('Media: Delete', () => {
	test('deletes each file; it cannot be got afterwards', async () => {
		const ids = [await uploaded(), await uploaded()];
		const { outputs } = await bench.run({ ...operation, items: itemsOf({ id: ids[0] }, { id: ids[1] }) });
		expect(outputs).toEqual([
			ids.map((mediaId, item) => ({ json: { deleted: true, mediaId }, pairedItem: { item } })),
		]);
		const deletes = (await bench.requests()).filter(({ method }) => method === 'DELETE');
		expect(deletes.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([...ids].sort());
		const again = await bench.run({ resource: 'media', operation: 'download', parameters: { mediaId: ids[0] } });
		expect(again.error?.context.details).toMatchObject({ code: 100, subcode: 33 });
	});

	test('an unknown or empty ID fails its item alone; an empty one is never sent', async () => {
		const id = await uploaded();
		const { outputs } = await bench.run({
			...operation,
			items: itemsOf({ id: '123' }, { id: '  ' }, { id }),
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toEqual([{ json: { deleted: true, mediaId: id }, pairedItem: { item: 2 } }]);
		expect(outputs[1]?.map(({ json }) => json.details)).toMatchObject([
			{ reason: 'refused', code: 100, subcode: 33 },
			{ reason: 'input', problems: [{ field: 'Media ID' }] },
		]);
		expect((await bench.requests()).filter(({ method }) => method === 'DELETE')).toHaveLength(2);
	});
});
