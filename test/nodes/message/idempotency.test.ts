import type { INodeParameters } from 'n8n-workflow';
import { COLLECTIONS } from '../../../nodes/WhatsAppBusiness/store/collections';
import { ANA, itemsOf, useSandbox } from '../setup';
import { newProject, type Project } from '../optOut/consent';
import { startExecution } from '../trigger/processing';

const bench = useSandbox();
const KEYS = 'whatsapp_send_keys';
let executions = 0;

async function open(): Promise<void> {
	await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
}

async function send(project: Project, more: { options?: INodeParameters; items?: object[]; onError?: 'continueRegularOutput' } = {}) {
	const { options = {}, items = [{ key: 'order-1001/shipped' }], ...rest } = more;
	return await bench.run({
		executionId: String(++executions),
		resource: 'message',
		operation: 'sendText',
		parameters: { to: ANA, text: 'Your order is on its way', options: { idempotencyKey: '={{ $json.key }}', ...options } },
		items: itemsOf(...(items as never[])),
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
		...rest,
	});
}

describe('an idempotency key', () => {
	beforeEach(open);

	test('sends once; later runs get the first message ID', async () => {
		const project = newProject();
		const first = await send(project);
		const { messageId } = first.outputs[0]?.[0]?.json ?? {};
		expect(messageId).toMatch(/^wamid\./);
		const second = await send(project);
		expect(second.outputs[0]?.[0]?.json).toEqual({
			messageId,
			alreadySent: true,
			idempotencyKey: 'order-1001/shipped',
			firstSentAt: expect.any(String),
		});
		expect(await bench.sent()).toHaveLength(1);
		expect(project.tables.rows(KEYS)).toMatchObject([{ state: 'sent', messageId, contactKey: ANA }]);
	});

	test('ten runs at once send one message, and all have its ID', async () => {
		const project = newProject();
		const runs = await Promise.all(Array.from({ length: 10 }, async () => await send(project)));
		const ids = runs.map(({ outputs }) => outputs[0]?.[0]?.json.messageId);
		expect(new Set(ids).size).toBe(1);
		expect(await bench.sent()).toHaveLength(1);
	});

	test('twice in one run sends one message', async () => {
		const items = [{ key: 'a' }, { key: 'a' }, { key: 'b' }, { key: '' }, { key: '' }];
		const { outputs } = await send(newProject(), { items });
		const ids = outputs[0]?.map(({ json }) => json.messageId) ?? [];
		expect(ids[0]).toBe(ids[1]);
		expect(new Set(ids).size).toBe(4);
		expect(await bench.sent()).toHaveLength(4);
	});

	test('is free again after a refusal', async () => {
		const project = newProject();
		await bench.fault({ times: 1, path: '/messages', httpStatus: 400, code: 131026, message: 'Undeliverable' });
		const refused = await send(project);
		expect(refused.error).toBeDefined();
		expect(project.tables.rows(KEYS)).toEqual([]);
		expect((await send(project)).error).toBeUndefined();
		expect(await bench.sent()).toHaveLength(2);
	});

	test('stays taken when no answer came, and a status of the message settles it', async () => {
		const project = newProject();
		await bench.fault({ times: 1, path: '/messages', hangUp: true, afterProcessing: true });
		const { error } = await send(project);
		expect(error).toBeDefined();
		expect(project.tables.rows(KEYS)).toMatchObject([{ state: 'unknown', messageId: '' }]);
		const again = await send(project);
		expect(again.error?.message).toBe('It is not clear whether the message of key "order-1001/shipped" was sent');
		expect(await bench.sent()).toHaveLength(1);

		const [shown] = (await bench.phone(ANA)).filter(({ direction }) => direction === 'outbound');
		const [body] = (await bench.sent()) as Array<{ biz_opaque_callback_data: string }>;
		const status = { kind: 'status', field: 'messages', status: 'delivered', messageId: shown?.id, idempotencyKey: 'order-1001/shipped' };
		expect(body?.biz_opaque_callback_data).toBe('wk1:18:order-1001/shipped');
		await startExecution({
			items: [{ json: status as never }],
			settings: { ignoreDuplicates: false },
			tables: project.tables,
			workflowId: project.workflowId,
		});
		expect((await send(project)).outputs[0]?.[0]?.json).toMatchObject({ messageId: shown?.id, alreadySent: true });
		expect(await bench.sent()).toHaveLength(1);
	});

	test.each([
		['Take It as Sent', { unclearOutcome: 'skip' }, 1],
		['Send Again, when it is long ago', { unclearOutcome: 'sendAgain', sendAgainAfter: 1 }, 2],
	])('of an unclear send: %s', async (_name, options, messages) => {
		const project = newProject();
		await bench.fault({ times: 1, path: '/messages', hangUp: true, afterProcessing: true });
		await send(project);
		const [row] = project.tables.rows(KEYS) ?? [];
		project.tables.lose(KEYS);
		const { id: _id, createdAt: _created, updatedAt: _updated, ...rest } = row ?? {};
		const claimedAt = new Date(Date.now() - 5 * 60_000).toISOString();
		project.tables.create({ name: KEYS, columns: [...COLLECTIONS.keys.columns], rows: [{ ...rest, claimedAt }] });
		const runs = await Promise.all([send(project, { options }), send(project, { options })]);
		expect(runs.filter(({ error }) => error === undefined).length).toBeGreaterThan(0);
		expect(await bench.sent()).toHaveLength(messages);
	});

	test('is refused when it is too long, before anything is sent', async () => {
		const { error } = await send(newProject(), { items: [{ key: 'x'.repeat(201) }] });
		expect(error?.message).toMatch(/Idempotency Key: has 201 characters/);
		expect(await bench.sent()).toEqual([]);
	});

	test('sends nothing when the contact record cannot be used', async () => {
		const project = newProject();
		project.tables.break();
		const { error } = await send(project);
		expect(error?.message).toMatch(/The Data Table "whatsapp_send_keys" could not be used/);
		expect(await bench.sent()).toEqual([]);
	});
});
