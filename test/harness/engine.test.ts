import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IExecuteWorkflowInfo, INodeParameters } from 'n8n-workflow';
import { callHook, callMethod, callWebhook, DataTableStandIn, readBinary, runNode } from './engine';
import { FunctionCredential, GenericCredential, ProbeNode } from './engine/probeNode';

const PDF = Buffer.from('%PDF-1.4 the very bytes \u0000\u00ff', 'latin1');
const scene = { node: new ProbeNode(), credentialType: new GenericCredential(), credential: { token: 'secret' } };
const signed = (body: string) => ({ 'x-signature': createHmac('sha256', 'secret').update(body).digest('hex') });

let server: Server;
let url: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.url === '/file') {
				response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
				return;
			}
			if (request.url === '/refuse') {
				response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"no","code":100}}');
				return;
			}
			const body = Buffer.concat(chunks).toString('latin1');
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ authorization: request.headers.authorization, body }));
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
});

describe('runNode', () => {
	test('resolves expressions per item, fills in defaults and pairs items', async () => {
		const { outputs, error } = await runNode({
			...scene,
			parameters: { text: '=Hi {{ $json.name }} from {{ $("Input").item.json.name }}' },
			items: [{ json: { name: 'Ana' } }, { json: { name: 'Ben' } }],
		});
		expect(error).toBeUndefined();
		expect(outputs).toEqual([
			[
				{ json: { text: 'Hi Ana from Ana', seen: { name: 'Ana' } }, pairedItem: { item: 0 } },
				{ json: { text: 'Hi Ben from Ben', seen: { name: 'Ben' } }, pairedItem: { item: 1 } },
			],
		]);
		const defaults = await runNode({ ...scene });
		expect(defaults.outputs[0]?.[0]?.json.text).toBe('fallback');
	});

	test.each([
		{ onError: undefined, error: 'told to fail', outputs: [] },
		{ onError: 'continueRegularOutput', error: undefined, outputs: [['told to fail', undefined]] },
		{ onError: 'continueErrorOutput', error: undefined, outputs: [[undefined], ['told to fail']] },
	] as const)('treats a failed item as n8n does with onError $onError', async ({ onError, error, outputs }) => {
		const run = await runNode({
			...scene,
			parameters: { text: '={{ $json.text }}' },
			items: [{ json: { text: 'fail' } }, { json: { text: 'fine' } }],
			onError,
		});
		expect(run.error?.message).toBe(error);
		expect(run.outputs.map((output) => output.map((item) => item.json.error))).toEqual(outputs);
	});

	test('shows what n8n does to failed items: `item.error` replaces the JSON, error with details does not', async () => {
		const items = [{ json: { text: 'fail', order: 1 } }, { json: { text: 'details', order: 2 } }];
		const options = { ...scene, parameters: { text: '={{ $json.text }}' }, items };
		const { outputs } = await runNode({ ...options, onError: 'continueErrorOutput' });
		expect(outputs.map((output) => output.map(({ json }) => json))).toEqual([
			[],
			[{ error: 'told to fail' }, { text: 'details', order: 2, error: 'refused', details: { code: 100 } }],
		]);
	});

	test('signs real requests with either form of authenticate', async () => {
		const call = { operation: 'call', url, text: 'x' };
		const generic = await runNode({ ...scene, parameters: call });
		expect(generic.outputs[0]?.[0]?.json).toEqual({ authorization: 'Bearer secret', body: '{"text":"x"}' });
		const byFunction = await runNode({ ...scene, credentialType: new FunctionCredential(), parameters: call });
		expect(byFunction.outputs[0]?.[0]?.json.authorization).toBe('Signed secret');
	});

	test('reports a refused request as n8n does, and a missing credential', async () => {
		const refused = await runNode({ ...scene, parameters: { operation: 'call', url: `${url}/refuse` } });
		expect(refused.error).toMatchObject({ httpCode: '400', context: { data: { error: { code: 100 } } } });
		const without = await runNode({ ...scene, credential: undefined, parameters: { operation: 'call', url } });
		expect(without.error?.message).toBe('Node does not have any credentials set');
	});

	test('stores downloads and reads uploads', async () => {
		const { outputs } = await runNode({ ...scene, parameters: { operation: 'download', url: `${url}/file` } });
		const [item] = outputs[0] ?? [];
		expect(item?.json).toEqual({ stored: true, size: PDF.length });
		expect(await readBinary(item?.binary?.data)).toEqual(PDF);
		const inline = { data: PDF.toString('base64'), mimeType: 'application/pdf', fileName: 'invoice.pdf' };
		for (const data of [item?.binary?.data, inline]) {
			const upload = await runNode({
				...scene,
				parameters: { operation: 'upload', url },
				items: [{ json: {}, binary: data === undefined ? {} : { data } }],
			});
			expect(upload.outputs[0]?.[0]?.json.body).toContain(PDF.toString('latin1'));
		}
	});

	test('captures what the node logs', async () => {
		const { logs } = await runNode({ ...scene, parameters: { operation: 'log' } });
		expect(logs).toContainEqual({ level: 'warn', message: 'watch out', metadata: { itemIndex: 0 } });
	});
});

describe('callMethod', () => {
	test('runs a list search with credential, parameters and arguments', async () => {
		const result = await callMethod({
			...scene,
			group: 'listSearch',
			name: 'find',
			parameters: { url },
			args: ['order', 'page2'],
		});
		expect(result).toEqual({ results: [{ name: 'order/page2', value: 'Bearer secret' }] });
	});

	test('runs a credential test', async () => {
		const check = { ...scene, group: 'credentialTest', name: 'check' } as const;
		expect(await callMethod(check)).toEqual({ status: 'OK', message: 'fine' });
		expect(await callMethod({ ...check, credential: { token: 'x' } })).toMatchObject({ status: 'Error' });
	});
});

describe('callWebhook', () => {
	test('hands over the very bytes and starts a workflow', async () => {
		const rawBody = '{"b":1,  "a":"\u00e4"}';
		const run = await callWebhook({ ...scene, rawBody, headers: signed(rawBody) });
		expect(run).toMatchObject({ status: 200, body: 'EVENT_RECEIVED', workflowData: [[{ json: { b: 1, a: '\u00e4' } }]] });
	});

	test('gives back what the node answered itself', async () => {
		const run = await callWebhook({ ...scene, body: { a: 1 }, headers: signed('{"a":2}') });
		expect(run).toMatchObject({ status: 401, body: 'wrong signature' });
		expect(run.workflowData).toBeUndefined();
	});

	test('answers malformed JSON and a crash as n8n does', async () => {
		const malformed = await callWebhook({ ...scene, rawBody: '{', headers: signed('{') });
		expect(malformed).toMatchObject({ status: 422 });
		const crash = await callWebhook({ ...scene, rawBody: '{}', headers: signed('{}'), query: { crash: '1' } });
		expect(crash).toMatchObject({ status: 500, error: { message: 'crashed' } });
	});
});

describe('callHook', () => {
	test('keeps static data between hooks and knows test from production', async () => {
		const hooks = { ...scene, staticData: {}, webhookUrl: 'https://shop.example/webhook' };
		expect((await callHook({ ...hooks, hook: 'checkExists' })).result).toBe(false);
		const made = await callHook({ ...hooks, hook: 'create', isTest: true });
		expect(made.logs).toEqual([{ level: 'info', message: 'registered for manual' }]);
		expect(hooks.staticData).toEqual({
			registered: expect.stringMatching(/^https:\/\/shop\.example\/webhook-test\/.+\/webhook$/),
		});
		await callHook({ ...hooks, hook: 'delete' });
		expect(hooks.staticData).toEqual({});
	});
});

describe('DataTableStandIn', () => {
	function inline(parameters: INodeParameters): INodeParameters {
		const nodes = [
			{ id: 'a', name: 'Start', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1, position: [0, 0], parameters: {} },
			{ id: 'b', name: 'Table', type: 'n8n-nodes-base.dataTable', typeVersion: 1.1, position: [1, 0], parameters },
		];
		return { nodes, connections: { Start: { main: [[{ node: 'Table', type: 'main', index: 0 }]] } } } as unknown as INodeParameters;
	}

	async function step(tables: DataTableStandIn, given: { parameters: INodeParameters; rows?: Array<Record<string, unknown>> }) {
		const items = (given.rows ?? [{}]).map((json) => ({ json: json as never }));
		const code = inline(given.parameters) as unknown as IExecuteWorkflowInfo['code'];
		const [output] = await tables.subworkflow({ code }, items);
		return (output ?? []).map(({ json }) => json);
	}

	const byName = { dataTableId: { __rl: true, mode: 'name', value: 'people' } };
	const people = {
		resource: 'table',
		operation: 'create',
		tableName: 'people',
		columns: { column: [{ name: 'phone', type: 'string' }, { name: 'at', type: 'date' }, { name: 'age', type: 'number' }] },
		options: { createIfNotExists: true },
	};
	const autoMap = { mappingMode: 'autoMapInputData', value: null };
	const upsert = {
		...byName,
		operation: 'upsert',
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: 'phone', condition: 'eq', keyValue: '={{ $json.phone }}' }] },
		columns: autoMap,
	};
	const rows = [{ phone: '1', at: '2026-01-02T03:04:05+02:00', age: 5 }, { phone: '2', age: 7 }];

	test('creates once, inserts, upserts by expression, gets and deletes', async () => {
		const tables = new DataTableStandIn({ now: () => new Date('2026-03-01T00:00:00Z') });
		const [made] = await step(tables, { parameters: people });
		expect(await step(tables, { parameters: people })).toEqual([made]);
		await expect(step(tables, { parameters: { ...people, options: {} } })).rejects.toThrow('already exists');
		await step(tables, { parameters: { ...byName, operation: 'insert', columns: autoMap }, rows });
		await step(tables, { parameters: upsert, rows: [{ phone: '2', age: 8 }, { phone: '3', age: 9 }] });
		const older = await step(tables, {
			parameters: {
				...byName,
				operation: 'get',
				matchType: 'anyCondition',
				filters: {
					conditions: [
						{ keyName: 'age', condition: 'gt', keyValue: '7' },
						{ keyName: 'phone', condition: 'eq', keyValue: '1' },
					],
				},
				orderBy: true,
				orderByColumn: 'age',
				orderByDirection: 'DESC',
				limit: 2,
			},
		});
		expect(older.map(({ phone, age }) => ({ phone, age }))).toEqual([{ phone: '3', age: 9 }, { phone: '2', age: 8 }]);
		expect(tables.rows('people')?.[0]).toEqual({
			id: 1,
			phone: '1',
			at: '2026-01-02T01:04:05.000Z',
			age: 5,
			createdAt: '2026-03-01T00:00:00.000Z',
			updatedAt: '2026-03-01T00:00:00.000Z',
		});
		const conditions = [{ keyName: 'phone', condition: 'like', keyValue: '%' }];
		await step(tables, { parameters: { ...byName, operation: 'deleteRows', filters: { conditions } } });
		expect(tables.rows('people')).toEqual([]);
	});

	test('refuses what n8n refuses', async () => {
		const tables = new DataTableStandIn();
		tables.create({ name: 'people', columns: [{ name: 'phone', type: 'string' }, { name: 'age', type: 'number' }] });
		const insert = { ...byName, operation: 'insert', columns: autoMap };
		await expect(step(tables, { parameters: insert, rows: [{ nope: 1 }] })).rejects.toThrow("unknown column name 'nope'");
		await expect(step(tables, { parameters: insert, rows: [{ age: 'x' }] })).rejects.toThrow("does not match column type 'number'");
		await expect(step(tables, { parameters: { ...upsert, filters: {} }, rows })).rejects.toThrow('At least one condition');
		tables.removeColumn({ table: 'people', column: 'phone' });
		await expect(step(tables, { parameters: upsert, rows })).rejects.toThrow('do not exist in the selected table');
	});

	test('can be broken, and lose a table', async () => {
		const tables = new DataTableStandIn();
		tables.create({ name: 'people', columns: [{ name: 'phone', type: 'string' }], rows: [{ phone: '1' }] });
		const get = { parameters: { ...byName, operation: 'get' } };
		tables.break();
		await expect(step(tables, get)).rejects.toThrow('module is disabled');
		tables.repair();
		expect(await step(tables, get)).toHaveLength(1);
		tables.lose('people');
		await expect(step(tables, get)).rejects.toThrow('Data table with name "people" not found');
		expect(tables.rows('people')).toBeUndefined();
		expect(tables.stepCount).toBe(3);
	});

	test('serves a node that calls executeWorkflow', async () => {
		const tables = new DataTableStandIn();
		tables.create({ name: 'people', columns: [{ name: 'phone', type: 'string' }] });
		const workflow = inline({ ...byName, operation: 'insert', columns: autoMap });
		const options = { ...scene, parameters: { operation: 'subworkflow', workflow }, items: [{ json: { phone: '9' } }] };
		const { outputs, error } = await runNode({ ...options, subworkflow: tables.subworkflow });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ id: 1, phone: '9' });
		expect((await runNode(options)).error?.message).toContain('`subworkflow`');
	});
});
