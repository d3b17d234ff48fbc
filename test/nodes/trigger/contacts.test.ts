import { DataTableStandIn } from '../../harness/engine';
import { startExecution, textsOf } from './processing';

const OLD_ID = 'US.90817263540918273645';
const NEW_ID = 'US.11223344556677889900';
const CONTACTS = 'whatsapp_contacts';

let tables: DataTableStandIn;
let workflowId: string;
let made = 0;

beforeEach(() => {
	tables = new DataTableStandIn();
	workflowId = `contacts-${++made}`;
});

const start = async (names: string[], more: Partial<Parameters<typeof startExecution>[0]> = {}) =>
	await startExecution({ names, tables, workflowId, settings: { updateContacts: true }, ...more });

describe('the contact record', () => {
	test('knows who wrote, when, and by which ids', async () => {
		await start(['in_text']);
		expect(tables.rows(CONTACTS)).toMatchObject([
			{ contactKey: OLD_ID, phone: '15550123456', userId: OLD_ID, waId: '15550123456', name: 'Ana Example', country: 'US' },
		]);
		const [row] = tables.rows(CONTACTS) ?? [];
		expect(row?.lastInboundAt).toBe(new Date(1794000000 * 1000).toISOString());
	});

	test('is not written by statuses, group messages and deletions', async () => {
		await start(['status_delivered', 'in_text_group', 'in_revoke', 'template_category_update_done']);
		expect(tables.rows(CONTACTS)).toBeUndefined();
	});

	test('joins a record by phone and one by BSUID when a message has both', async () => {
		await start(['in_text_legacy_before_2026_04']);
		expect(tables.rows(CONTACTS)).toMatchObject([{ contactKey: '15550123456', userId: '' }]);
		await start(['in_text']);
		expect(tables.rows(CONTACTS)).toMatchObject([{ contactKey: OLD_ID, phone: '15550123456', userId: OLD_ID }]);
	});

	test('moves to the new number, with consent, when a person changes it', async () => {
		await start(['in_text']);
		const text = (name: string) => ({ name, type: 'string' as const });
		tables.create({
			name: 'whatsapp_consent',
			columns: [
				...['contactKey', 'phone', 'userId', 'category', 'state', 'reason', 'source', 'messageId'].map(text),
				{ name: 'recordedAt', type: 'date' },
				{ name: 'until', type: 'date' },
			],
			rows: [
				{ contactKey: '15550123456', phone: '15550123456', userId: '', category: 'all', state: 'opted_out', recordedAt: '2026-01-01T00:00:00.000Z' },
				{ contactKey: '15550999999', phone: '15550999999', userId: '', category: 'all', state: 'opted_out', recordedAt: '2026-01-01T00:00:00.000Z' },
			],
		});
		await start(['in_system_user_changed_number']);
		expect(tables.rows('whatsapp_consent')?.map(({ contactKey, phone }) => [contactKey, phone])).toEqual([
			['15550999999', '15550999999'],
			[NEW_ID, '15550177777'],
		]);
		expect(tables.rows(CONTACTS)).toMatchObject([
			{ contactKey: NEW_ID, phone: '15550177777', userId: NEW_ID, name: 'Ana Example' },
		]);
	});

	test('a broken store loses no message', async () => {
		tables.break();
		const run = await start(['in_text'], { settings: { ignoreDuplicates: false, updateContacts: true } });
		expect(run.logs.map(({ message }) => message)).toEqual([
			expect.stringContaining('Who wrote was not noted'),
			expect.stringContaining('Typed answers were not passed on'),
		]);
		expect(textsOf(run)).toEqual([['Is the blue mug back in stock?']]);
	});

	test('can be left alone', async () => {
		await start(['in_text'], { settings: { updateContacts: false } });
		expect(tables.rows(CONTACTS)).toBeUndefined();
	});
});
