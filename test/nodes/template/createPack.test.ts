import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SEED } from '../../../sandbox/src';
import { fileOf, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'template', operation: 'createPack' };
const hello = { name: 'hello', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello there, dear customer.' }] };
const spanish = { ...hello, language: 'es', components: [{ type: 'BODY', text: 'Hola, estimado cliente.' }] };
const picture = { ...hello, name: 'picture', components: [{ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY', text: 'Look at this picture, please.' }] };
const journey = { source: 'journey', pack: 'order-updates' };
const json = (...templates: object[]) => ({ source: 'json', templatesJson: JSON.stringify(templates) });

async function create(parameters: object, more: object = {}) {
	const run = await bench.run({ ...operation, parameters: { ...parameters }, onError: 'continueRegularOutput', ...more });
	const rows = (output: number) => (run.outputs[output] ?? []).map((item) => item.json as Record<string, unknown>);
	return { done: rows(0), attention: rows(1), run };
}

const posts = async () => (await bench.writes()).filter(({ path }) => path.endsWith('/message_templates'));
const uploads = async () => (await bench.writes()).filter(({ path }) => path.endsWith('/uploads'));

describe('Template: Create Pack', () => {
	test("creates a journey's templates in all languages with one sample file, and never again", async () => {
		const first = await create(journey);
		expect(first.attention).toEqual([]);
		expect(first.done.length).toBeGreaterThanOrEqual(9);
		expect(new Set(first.done.map(({ result }) => result))).toEqual(new Set(['created']));
		expect(first.done[0]).toEqual({
			name: 'order_confirmed',
			language: 'en_US',
			category: 'UTILITY',
			result: 'created',
			reason: '',
			templateId: expect.stringMatching(/^\d{15}$/),
			status: 'PENDING',
			problems: [],
		});
		expect(await uploads()).toHaveLength(1);
		const count = (await posts()).length;
		expect(count).toBe(first.done.length);

		const second = await create(journey);
		expect(new Set(second.done.map(({ result, status }) => `${String(result)} ${String(status)}`))).toEqual(new Set(['exists APPROVED']));
		expect(await posts()).toHaveLength(count);
		expect(await uploads()).toHaveLength(1);
	});

	test('puts the own shop in the place of the one of the journeys', async () => {
		const options = { languages: 'es', shopAddress: 'https://bright.test', shopName: 'Bright', trackingAddress: 'https://bright.test/t/' };
		const { done, attention } = await create({ source: 'journey', pack: 'shipping-milestones', options });
		expect(attention).toEqual([]);
		const written = (await posts()).map(({ body }) => JSON.stringify(body));
		expect(written).toHaveLength(done.length);
		expect(written.filter((body) => /sunny-shop/.test(body))).toEqual([]);
		expect(written.find((body) => body.includes('parcel_shipped'))).toContain('https://bright.test/t/{{1}}');
	});

	test('two runs side by side make each template once', async () => {
		const runs = await Promise.all([create(journey), create(journey)]);
		expect(runs.flatMap(({ attention }) => attention)).toEqual([]);
		const results = runs.flatMap(({ done }) => done.map(({ result }) => result));
		expect(results.filter((result) => result === 'created')).toHaveLength(results.length / 2);
		expect(results.filter((result) => result === 'exists')).toHaveLength(results.length / 2);
	});

	test('what the check refuses is not sent, and what Meta refuses stops nobody', async () => {
		await bench.fault({ method: 'POST', path: '/message_templates', httpStatus: 400, code: 100, subcode: 2388293, times: 1 });
		const edge = { ...hello, name: 'edge', components: [{ type: 'BODY', text: '{{1}} is here.', example: { body_text: [['Ana']] } }] };
		const { done, attention } = await create(json(edge, hello, spanish));
		expect(attention).toMatchObject([
			{ name: 'edge', result: 'refused', refusedBy: 'check', reason: expect.stringContaining('begins with a variable'), problems: expect.any(Array) },
			{ name: 'hello', language: 'en_US', result: 'refused', refusedBy: 'meta', details: { code: 100, subcode: 2388293 } },
		]);
		expect(done).toMatchObject([{ name: 'hello', language: 'es', result: 'created' }]);
		expect(await posts()).toHaveLength(2);
	});

	test('a try without an answer is repeated, since Meta keeps no two of one name and language', async () => {
		await bench.fault({ method: 'POST', path: '/message_templates', hangUp: true, afterProcessing: true, times: 1 });
		const { done, attention } = await create(json(hello));
		expect(attention).toEqual([]);
		expect(done).toMatchObject([{ result: 'exists', reason: expect.stringContaining('meanwhile') }]);
	});

	test("Meta's limit ends the run politely", async () => {
		await bench.fault({ method: 'POST', path: '/message_templates', httpStatus: 400, code: 80007 });
		const { attention } = await create(json(hello, spanish));
		expect(attention).toMatchObject([{ result: 'refused', details: { code: 80007 } }, { result: 'not_tried' }]);
		expect(await posts()).toHaveLength(1);
	});

	test('what differs is left alone, or updated when told', async () => {
		await bench.template({ ...hello, components: [{ type: 'BODY', text: 'Hello you, dear customer.' }] });
		await bench.template({ ...spanish, category: 'MARKETING' });
		await bench.template({ ...picture, components: [{ type: 'BODY', text: 'Other words than before.' }] }, 'PENDING');
		const left = await create(json(hello, spanish, picture));
		expect(left.attention).toMatchObject([
			{ result: 'different', differences: ['BODY'], reason: 'Differs in BODY; left as it is' },
			{ result: 'different', differences: ['category'] },
			{ result: 'different', differences: ['HEADER', 'BODY'], status: 'PENDING' },
		]);
		expect(await bench.writes()).toEqual([]);
		const changed = await create({ ...json(hello, spanish, picture), options: { updateDifferent: true } });
		expect(changed.done).toMatchObject([{ name: 'hello', language: 'en_US', result: 'updated' }]);
		expect(changed.attention).toMatchObject([
			{ result: 'different', reason: expect.stringContaining('another name') },
			{ result: 'different', reason: expect.stringContaining('PENDING') },
		]);
		expect((await create(json(hello))).done).toMatchObject([{ result: 'exists', status: 'APPROVED' }]);
	});

	test('a template that stands rejected needs attention', async () => {
		await bench.template(hello, 'REJECTED');
		expect((await create(json(hello))).attention).toMatchObject([{ result: 'exists', status: 'REJECTED' }]);
	});
});

describe('sample files', () => {
	let server: Server;
	let address: string;
	const asked: Array<string | undefined> = [];
	const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

	beforeAll(async () => {
		server = createServer((request, response) => {
			asked.push(request.headers.authorization);
			if (request.url !== '/mug.png') return response.writeHead(404).end();
			return response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => server.close());

	test('come from an address, which gets no token, or from a binary field', async () => {
		const sizes = async () => (await uploads()).map(({ query }) => [query.file_name, query.file_type, query.file_length]);
		await create({ ...json(picture), options: { sampleImage: `${address}/mug.png` } });
		expect(await sizes()).toEqual([['mug.png', 'image/png', String(PNG.length)]]);
		expect(asked).toEqual([undefined]);
		const file = fileOf({ bytes: Buffer.concat([PNG, PNG]), mimeType: 'image/png', fileName: 'cup.png' });
		await create({ ...json({ ...picture, name: 'second' }), options: { sampleImage: 'data' } }, { items: [{ json: {}, binary: { data: file } }] });
		expect((await sizes())[1]).toEqual(['cup.png', 'image/png', String(PNG.length * 2)]);
	});

	test('that cannot be had refuse their own template alone', async () => {
		const { done, attention } = await create({ ...json(picture, hello), options: { sampleImage: `${address}/none.png` } });
		expect(attention).toMatchObject([{ name: 'picture', result: 'refused', refusedBy: 'sample', reason: expect.stringContaining('HTTP 404') }]);
		expect(done).toMatchObject([{ name: 'hello', result: 'created' }]);
	});
});

describe('input', () => {
	test('an account that cannot be read fails the item', async () => {
		const { run } = await create(json(hello), { credential: { accessToken: 'wrong' } });
		expect(run.outputs[1]?.[0]?.json.details).toMatchObject({ reason: 'refused', code: 190 });
	});

	test('an unknown journey, language or text fails its item alone', async () => {
		const { run } = await create(
			{ source: '={{ $json.source }}', pack: '={{ $json.pack }}', templatesJson: '={{ $json.text }}', options: { languages: '={{ $json.languages }}' } },
			{
				items: itemsOf(
					{ source: 'journey', pack: 'nothing', text: '', languages: '' },
					{ source: 'journey', pack: 'order-updates', text: '', languages: 'xx' },
					{ source: 'json', pack: '', text: '{', languages: '' },
					{ source: 'json', pack: '', text: JSON.stringify(hello), languages: '' },
				),
			},
		);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 3 }]);
		expect(run.outputs[1]?.map(({ json: row }) => row.details)).toMatchObject([
			{ problems: [{ field: 'Journey' }] },
			{ problems: [{ field: 'Only Languages' }] },
			{ problems: [{ field: 'Templates (JSON)' }] },
		]);
		expect((await posts()).every(({ path }) => path.includes(SEED.wabaId))).toBe(true);
	});
});
