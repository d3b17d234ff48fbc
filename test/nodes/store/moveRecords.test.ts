import { NATIVE_SOURCE } from '../../../core/consent/record';
import type { Move } from '../../../core/contact/observe';
import type { CollectionName } from '../../../nodes/WhatsAppBusiness/store/collections';
import { moveRecords } from '../../../nodes/WhatsAppBusiness/store/moveRecords';
import type { Row } from '../../../nodes/WhatsAppBusiness/store/recordStore';
import { toSends } from '../../../nodes/WhatsAppBusiness/store/sendLog';
import { DataTableStandIn } from '../../harness/engine';
import { withStore } from './storeNode';

const OLD = '15550100001';
const NEW = '15550100002';
const [OLD_ID, NEW_ID] = ['US.90817263540918273645', 'US.11223344556677889900'];
const MOVE: Move = { from: { phone: OLD, userId: '' }, to: { phone: NEW, userId: '' } };
let projects = 0;

type Records = Partial<Record<CollectionName, Row[]>>;

/** What the store holds of the person after the move, found by their new ids. */
async function moved(records: Records, { move = MOVE, times = 1 }: { move?: Move; times?: number } = {}): Promise<Record<string, Row[]>> {
	const { subworkflow } = new DataTableStandIn();
	return await withStore({ subworkflow, workflowId: `move-${++projects}` }, async (store) => {
		const names = Object.keys(records) as CollectionName[];
		for (const collection of names) await store.put({ collection, rows: records[collection] ?? [], areNew: true });
		for (let time = 0; time < times; time += 1) await moveRecords(store, move);
		const queries = (ids: string[]) => names.map((collection) => ({ collection, by: 'contact' as const, values: ids }));
		const after = Object.values(move.to).filter((id) => id !== '');
		const before = Object.values(move.from).filter((id) => id !== '' && !after.includes(id));
		expect((await store.find(queries(before))).flat()).toEqual([]);
		const found = await store.find(queries(after));
		return Object.fromEntries(names.map((name, index) => [name, found[index] ?? []]));
	});
}

const send = (phone: string, number: number, more: Row = {}): Row => ({
	contactKey: phone,
	phone,
	userId: '',
	number,
	sendKey: `${phone}|${number}`,
	category: 'marketing',
	state: 'reserved',
	owner: `${phone} ${number}`,
	sentAt: '2026-11-20T10:00:00.000Z',
	...more,
});

const consent = (phone: string, state: string, recordedAt: string, more: Row = {}): Row => ({
	...{ contactKey: phone, phone, userId: '', category: 'all', state, recordedAt, source: 'form' },
	...more,
});

describe('a person whose number changed', () => {
	test('keeps the counted messages of both numbers', async () => {
		const { sends = [] } = await moved({ sends: [send(OLD, 1), send(OLD, 2), send(NEW, 1), send(NEW, 2)] }, { times: 2 });
		expect(toSends(sends, 0).map(({ owner }) => owner).sort()).toEqual([`${OLD} 1`, `${OLD} 2`, `${NEW} 1`, `${NEW} 2`]);
		expect(new Set(sends.map(({ contactKey, phone }) => `${String(contactKey)} ${String(phone)}`))).toEqual(new Set([`${NEW} ${NEW}`]));
		expect(sends.filter(({ number }) => Number(number) > 0).map(({ sendKey }) => sendKey)).toEqual([`${NEW}|1`, `${NEW}|2`]);
	});

	test('keeps the number of each message that stays', async () => {
		const move = { from: { phone: OLD, userId: OLD_ID }, to: { phone: OLD, userId: NEW_ID } };
		const { sends = [] } = await moved({ sends: [send(NEW_ID, 3, { phone: OLD, userId: NEW_ID }), send(OLD_ID, 1, { userId: OLD_ID })] }, { move, times: 2 });
		expect(sends.map(({ userId, number }) => [userId, Number(number) > 0])).toEqual([
			[NEW_ID, true],
			[NEW_ID, false],
		]);
		expect(sends[0]).toMatchObject({ sendKey: `${NEW_ID}|3` });
	});

	test.each([
		['the newer opt-out of the new number', consent(OLD, 'opted_in', '2026-01-01T00:00:00.000Z'), consent(NEW, 'opted_out', '2026-02-01T00:00:00.000Z'), 'opted_out'],
		['the newer opt-out of the old number', consent(OLD, 'opted_out', '2026-02-01T00:00:00.000Z'), consent(NEW, 'opted_in', '2026-01-01T00:00:00.000Z'), 'opted_out'],
		['the newer opt-in', consent(OLD, 'opted_out', '2026-01-01T00:00:00.000Z'), consent(NEW, 'opted_in', '2026-02-01T00:00:00.000Z'), 'opted_in'],
		[
			'what was set in WhatsApp itself',
			consent(OLD, 'opted_out', '2026-01-01T00:00:00.000Z', { source: NATIVE_SOURCE }),
			consent(NEW, 'opted_in', '2026-02-01T00:00:00.000Z'),
			'opted_out',
		],
	])('has %s', async (_case, old, standing, state) => {
		const found = await moved({ consent: [old, standing] });
		expect(found.consent).toMatchObject([{ contactKey: NEW, phone: NEW, category: 'all', state }]);
	});

	test('has one contact record of both, and the history of both', async () => {
		const contact = (phone: string, more: Row): Row => ({ contactKey: phone, phone, ...more });
		const entry = (phone: string): Row => ({ ...consent(phone, 'opted_in', '2026-01-01T00:00:00.000Z'), entryKey: phone });
		const found = await moved({
			contacts: [
				contact(OLD, { name: 'Ana', labels: 'vip', lastInboundAt: '2026-03-01T00:00:00.000Z', changedAt: '2026-03-01T00:00:00.000Z' }),
				contact(NEW, { language: 'es', labels: 'new', lastInboundAt: '2026-02-01T00:00:00.000Z', changedAt: '2026-02-01T00:00:00.000Z' }),
			],
			consentHistory: [entry(OLD), entry(NEW)],
		});
		expect(found.contacts).toMatchObject([{ contactKey: NEW, phone: NEW, name: 'Ana', language: 'es', labels: 'new, vip', lastInboundAt: '2026-03-01T00:00:00.000Z' }]);
		expect(found.consentHistory?.map(({ entryKey, contactKey }) => [entryKey, contactKey])).toEqual([
			[OLD, NEW],
			[NEW, NEW],
		]);
	});
});
