import { COLLECTIONS } from '../../../nodes/WhatsAppBusiness/store/collections';
import { DataTableStandIn } from '../../harness/engine';
import { startExecution, textsOf } from './processing';

let tables: DataTableStandIn;
let workflowId: string;
let made = 0;

beforeEach(() => {
	tables = new DataTableStandIn();
	// Where its table is, a process remembers by workflow.
	workflowId = `duplicates-${++made}`;
});

const start = async (names: string[], more: Partial<Parameters<typeof startExecution>[0]> = {}) =>
	await startExecution({ names, tables, workflowId, ...more });

describe('duplicates', () => {
	test('are dropped: an execution of nothing else ends without items', async () => {
		expect(textsOf(await start(['in_text']))).toEqual([['Is the blue mug back in stock?']]);
		const again = await start(['in_text']);
		expect(again.error).toBeUndefined();
		expect(textsOf(again)).toEqual([[]]);
		expect(textsOf(await start(['in_text', 'in_image']))).toEqual([['Broken handle']]);
	});

	test('within one body, too', async () => {
		expect(textsOf(await start(['in_text', 'in_text']))).toEqual([['Is the blue mug back in stock?']]);
	});

	test('ten at once: one goes on, whichever it is', async () => {
		for (const names of [['in_text'], ['batch_messages_and_statuses', 'in_order']]) {
			const runs = await Promise.all(Array.from({ length: 10 }, async () => await start(names)));
			expect(runs.flatMap(({ error }) => error ?? [])).toEqual([]);
			const items = runs.flatMap(({ outputs }) => outputs.flat());
			expect(items).toHaveLength(names.length === 1 ? 1 : 6);
			expect(new Set(items.map(({ json }) => json.messageId)).size).toBe(items.length);
		}
	});

	test('are told apart by status, not by message', async () => {
		expect(textsOf(await start(['status_sent']))).toEqual([['sent']]);
		expect(textsOf(await start(['status_delivered', 'status_read', 'status_sent']))).toEqual([['delivered', 'read']]);
	});

	test('are statuses that were outrun, when that is chosen', async () => {
		const settings = { ignoreOutrunStatuses: true };
		expect(textsOf(await start(['status_sent'], { settings }))).toEqual([['sent']]);
		expect(textsOf(await start(['status_read'], { settings }))).toEqual([['read']]);
		expect(textsOf(await start(['status_delivered'], { settings }))).toEqual([[]]);
		expect(textsOf(await start(['status_delivered']))).toEqual([[]]);
		await start(['batch_messages_and_statuses']);
		expect(tables.rows('whatsapp_processed')).toHaveLength(9);
	});

	test('within a body: of the statuses of a message the latest is left, when that is chosen', async () => {
		const settings = { ignoreOutrunStatuses: true };
		expect(textsOf(await start(['status_read', 'status_delivered', 'status_sent'], { settings }))).toEqual([['read']]);
		expect(textsOf(await start(['status_played_voice', 'in_text'], { settings }))[0]).toContain('Is the blue mug back in stock?');
	});

	test('are no matter of another workflow', async () => {
		await start(['in_text']);
		expect(textsOf(await start(['in_text'], { workflowId: `${workflowId}-copy` }))).toEqual([
			['Is the blue mug back in stock?'],
		]);
	});

	test('are kept by an execution that is taken up again after a crash, and by a test run or retry', async () => {
		await start(['in_text'], { executionId: 'crashed' });
		expect(textsOf(await start(['in_text'], { executionId: 'crashed' }))).toEqual([['Is the blue mug back in stock?']]);
		expect(textsOf(await start(['in_text'], { mode: 'retry' }))).toEqual([['Is the blue mug back in stock?']]);
	});

	test('pass when the option is off, without a step on the table', async () => {
		for (let times = 0; times < 2; times++) {
			expect(textsOf(await start(['status_sent'], { settings: { ignoreDuplicates: false } }))[0]).toHaveLength(1);
		}
		expect(tables.stepCount).toBe(0);
	});

	test('pass with a hint when the Data Table cannot be used', async () => {
		tables.break();
		const { outputs, error, logs, run } = await start(['status_sent']);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(logs).toEqual([expect.objectContaining({ level: 'warn', message: expect.stringContaining('Duplicates were not looked for') })]);
		expect(Object.values(run.data.resultData.runData).flat().flatMap(({ hints }) => hints ?? [])).toEqual([
			expect.objectContaining({ message: expect.stringContaining('whatsapp_processed') }),
		]);
		tables.repair();
		expect(textsOf(await start(['status_sent']))[0]).toHaveLength(1);
		expect(textsOf(await start(['status_sent']))[0]).toEqual([]);
	});

	test('cost one step for known events and two for new ones; a lost table is made anew', async () => {
		await start(['status_sent']);
		const before = tables.stepCount;
		await start(['status_delivered', 'status_read']);
		expect(tables.stepCount - before).toBe(2);
		await start(['status_delivered', 'status_read']);
		expect(tables.stepCount - before).toBe(3);
		tables.lose('whatsapp_processed');
		expect(textsOf(await start(['status_sent']))[0]).toHaveLength(1);
		expect(tables.rows('whatsapp_processed')).toHaveLength(1);
	});

	test('are forgotten after 8 days', async () => {
		const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
		const rows = [8.1, 7.9].map((days) => ({ claimKey: `old/${days}`, owner: '0', at: inDays(-days), expiresAt: inDays(8 - days) }));
		tables.create({ name: 'whatsapp_processed', columns: [...COLLECTIONS.claims.columns], rows });
		await start(['in_text']);
		expect(tables.rows('whatsapp_processed')?.map(({ claimKey }) => claimKey)).toEqual([
			'old/7.9',
			expect.stringContaining('message/'),
		]);
	});
});
