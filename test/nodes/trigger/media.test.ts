import type { INodeExecutionData } from 'n8n-workflow';
import { readBinary } from '../../harness/engine';
import { fileOf, PDF, useSandbox } from '../setup';
import { itemsOf, startExecution } from './processing';

const bench = useSandbox();

async function uploaded(): Promise<string> {
	const { outputs } = await bench.run({
		resource: 'media',
		operation: 'upload',
		items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'x' }) } }],
	});
	return String(outputs[0]?.[0]?.json.mediaId);
}

/** The message with the file, beside one without any. */
async function documents(mediaId: string): Promise<INodeExecutionData[]> {
	const [document, text] = itemsOf('in_document', 'in_text');
	return [{ json: { ...document?.json, mediaId } }, { json: { ...text?.json } }];
}

const start = async (items: INodeExecutionData[], settings = {}) =>
	await startExecution({
		items,
		settings: { ignoreDuplicates: false, downloadMedia: true, ...settings },
		credential: bench.credential(),
	});

describe('Download Media', () => {
	test('puts the file of a message beside what it says', async () => {
		const items = await documents(await uploaded());
		const { outputs, error } = await start(items);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json)).toEqual(items.map(({ json }) => json));
		const [file, none] = outputs[0]?.map(({ binary }) => binary?.data) ?? [];
		expect(await readBinary(file)).toEqual(PDF);
		expect(file?.mimeType).toBe('application/pdf');
		expect(file?.fileName).toBe((items[0]?.json.media as { filename: string }).filename);
		expect(none).toBeUndefined();
	});

	test('passes an item on without its file, and says why', async () => {
		const { outputs, error } = await start([...(await documents('404')), ...(await documents(await uploaded()))]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json, binary }) => [typeof json.mediaError, binary !== undefined])).toEqual([
			['string', false],
			['undefined', false],
			['undefined', true],
			['undefined', false],
		]);
		expect(JSON.stringify(outputs)).not.toContain(String(bench.credential().accessToken));
	});

	test('leaves out files over the cap', async () => {
		const items = await documents(await uploaded());
		const { outputs } = await start(items, { maxMediaSize: 0.00001 });
		expect(outputs[0]?.[0]?.json.mediaError).toMatch(/than the 10 bytes allowed/);
		expect(outputs[0]?.[0]?.binary).toBeUndefined();
	});

	test('is off unless chosen', async () => {
		const items = await documents(await uploaded());
		const before = (await bench.requests()).length;
		const { outputs } = await start(items, { downloadMedia: false });
		expect(outputs[0]?.map(({ binary }) => binary)).toEqual([undefined, undefined]);
		expect(await bench.requests()).toHaveLength(before);
	});
});
