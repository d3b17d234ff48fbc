import { createHash } from 'node:crypto';
import { SEED } from '../src';
import { expectRefusal, useBench, type GraphBody } from './support/bench';

const bench = useBench();
const FILE = Buffer.from('a sample of a template header');

async function start(parameters: Record<string, unknown> = {}) {
	return await bench.current.graph.post<GraphBody>(`/${SEED.appId}/uploads`, undefined, {
		params: { file_name: 'a.jpg', file_length: FILE.length, file_type: 'image/jpeg', ...parameters },
	});
}

async function send(session: string, { bytes, offset }: { bytes: Buffer; offset?: number }) {
	const headers = { 'Content-Type': 'image/jpeg', ...(offset === undefined ? {} : { file_offset: String(offset) }) };
	return await bench.current.graph.post(`/${session}`, bytes, { headers });
}

describe('resumable upload', () => {
	test('answers a handle once all bytes are there, and logs what each call carried', async () => {
		const { id } = (await start()).data;
		expect(id).toMatch(/^upload:[\w-]+\?sig=\w+$/);
		expect((await send(id, { bytes: FILE, offset: 0 })).data).toEqual({ h: expect.stringMatching(/^4::/) });
		expect((await bench.current.graph.get(`/${id}`)).data).toEqual({ id, file_offset: FILE.length });
		const { data } = await bench.current.control.get<Array<{ path: string; body: unknown }>>('/requests');
		expect(data.find(({ path }) => path.includes('upload:'))?.body).toEqual({
			file_offset: 0,
			bytes: FILE.length,
			sha256: createHash('sha256').update(FILE).digest('hex'),
		});
	});

	test('goes on after a cut from the offset it tells, and from no other', async () => {
		const { id } = (await start()).data;
		await bench.current.control.post('/faults', {
			path: 'upload:',
			hangUp: true,
			afterProcessing: true,
			keepBytes: 10,
		});
		await expect(send(id, { bytes: FILE, offset: 0 })).rejects.toThrow(/hang up|ECONNRESET/);
		expect((await bench.current.graph.get(`/${id}`)).data).toMatchObject({ file_offset: 10 });
		expectRefusal(await send(id, { bytes: FILE, offset: 0 }), { code: 100 });
		const rest = await send(id, { bytes: FILE.subarray(10), offset: 10 });
		const { id: whole } = (await start()).data;
		expect(rest.data).toEqual((await send(whole, { bytes: FILE, offset: 0 })).data);
	});

	test('refuses a type, a length, an offset and a session that are none', async () => {
		expectRefusal(await start({ file_type: 'image/webp' }), { code: 100 });
		expectRefusal(await start({ file_length: 0 }), { code: 100 });
		expectRefusal(await start({ file_length: undefined }), { code: 100 });
		const { id } = (await start()).data;
		expectRefusal(await send(id, { bytes: FILE }), { code: 100 });
		expectRefusal(await send(id, { bytes: FILE.subarray(1), offset: 0 }), { code: 100 });
		expectRefusal(await send(id.replace(/sig=.*/, 'sig=0'), { bytes: FILE, offset: 0 }), { code: 100, subcode: 33 });
	});
});

describe('the sample of a template', () => {
	const create = (format: string, handle: string) =>
		bench.current.graph.post<GraphBody>(`/${SEED.wabaId}/message_templates`, {
			name: `of_${format.toLowerCase()}`,
			language: 'en',
			category: 'UTILITY',
			components: [
				{ type: 'HEADER', format, example: { header_handle: [handle] } },
				{ type: 'BODY', text: 'Here it is.' },
			],
		});

	test('is a handle of a file of its kind', async () => {
		const { id } = (await start()).data;
		const { data } = (await send(id, { bytes: FILE, offset: 0 })) as { data: { h: string } };
		expect((await create('IMAGE', data.h)).status).toBe(200);
		expectRefusal(await create('VIDEO', data.h), { code: 100, subcode: 2388047 });
	});

	test('is not the URL that a list of templates shows in its place', async () => {
		expectRefusal(await create('IMAGE', 'https://cdn.example/x'), { code: 100, subcode: 2388047 });
	});
});
