import type { WebhookEvent } from '../../../core/webhook/events';
import type { EventGroup } from '../../../core/webhook/fields';
import { fieldsFor, groupOf, passes, type EventFilter } from '../../../core/webhook/filter';

const event = (members: Partial<WebhookEvent>): WebhookEvent => ({ kind: 'message', field: 'messages', raw: {}, ...members });
const ALL: EventGroup[] = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];

describe('groupOf', () => {
	test.each<[Partial<WebhookEvent>, EventGroup]>([
		[{ kind: 'message', field: 'messages' }, 'messages'],
		[{ kind: 'status', field: 'messages' }, 'statuses'],
		[{ kind: 'error', field: 'messages' }, 'account'],
		[{ kind: 'unknown', field: 'messages' }, 'other'],
		[{ kind: 'preference', field: 'user_preferences' }, 'preferences'],
		[{ kind: 'template', field: 'template_category_update' }, 'templates'],
		[{ kind: 'account', field: 'security' }, 'account'],
		[{ kind: 'unknown', field: 'security' }, 'other'],
		[{ kind: 'message', field: 'standby' }, 'other'],
		[{ kind: 'status', field: 'standby' }, 'other'],
		[{ kind: 'history', field: 'history' }, 'other'],
		[{ kind: 'unknown', field: 'some_future_field' }, 'other'],
	])('%j is %s', (members, group) => {
		expect(groupOf(event(members))).toBe(group);
	});
});

describe('passes', () => {
	test('lets each status through by itself', () => {
		const filter = { groups: ALL, statuses: ['failed'], phoneNumberIds: [] };
		expect(passes(event({ kind: 'status', status: 'failed' }), filter)).toBe(true);
		expect(passes(event({ kind: 'status', status: 'read' }), filter)).toBe(false);
		expect(passes(event({ kind: 'status' }), filter)).toBe(false);
		expect(passes(event({ kind: 'message' }), filter)).toBe(true);
	});

	test('lets only the chosen numbers through, and events that belong to none', () => {
		const filter = { groups: ALL, statuses: [], phoneNumberIds: ['1', '2'] };
		expect(passes(event({ phoneNumberId: '2' }), filter)).toBe(true);
		expect(passes(event({ phoneNumberId: '3' }), filter)).toBe(false);
		expect(passes(event({ kind: 'template', field: 'template_category_update' }), filter)).toBe(true);
	});

	test('lets only the chosen events through', () => {
		const filter = { groups: ['messages' as const], statuses: [], phoneNumberIds: [] };
		expect(passes(event({ kind: 'message' }), filter)).toBe(true);
		expect(passes(event({ kind: 'status', status: 'failed' }), filter)).toBe(false);
	});
});

describe('filters of messages', () => {
	const ALL_PASS = { groups: ALL, statuses: [], phoneNumberIds: [] };
	const at = '2026-11-06T21:20:00.000Z';

	test.each<[string, Partial<EventFilter>, Partial<WebhookEvent>, boolean]>([
		['account', { wabaIds: ['1'] }, { wabaId: '1' }, true],
		['account', { wabaIds: ['1'] }, { wabaId: '2' }, false],
		['account', { wabaIds: ['1'] }, { wabaId: '2', kind: 'template', field: 'security' }, false],
		['account', { wabaIds: ['1'] }, {}, true],
		['type', { messageTypes: ['text', 'image'] }, { type: 'image' }, true],
		['type', { messageTypes: ['text', 'image'] }, { type: 'video' }, false],
		['type', { messageTypes: ['text'] }, {}, false],
		['type', { messageTypes: ['text'] }, { kind: 'status', type: 'payment' }, true],
		['button', { buttonIdPrefix: 'order_' }, { replyId: 'order_1' }, true],
		['button', { buttonIdPrefix: 'order_' }, { replyId: 'Order_1' }, false],
		['button', { buttonIdPrefix: 'order_' }, { text: 'order_1' }, false],
		['button', { buttonIdPrefix: 'order_' }, { kind: 'preference', field: 'user_preferences' }, true],
		['words', { textContains: 'MUG' }, { text: 'a mug' }, true],
		['words', { textContains: 'MUG' }, { text: 'a cup' }, false],
		['words', { textContains: 'MUG' }, {}, false],
		['pattern', { textMatches: (text) => text === 'yes' }, { text: 'yes' }, true],
		['pattern', { textMatches: (text) => text === 'yes' }, { text: 'no' }, false],
		['echo', { ignoreEchoes: true }, { kind: 'echo', field: 'smb_message_echoes' }, false],
		['echo', {}, { kind: 'echo', field: 'smb_message_echoes' }, true],
		['echo', { ignoreEchoes: true }, {}, true],
		['age', { notBefore: Date.parse(at) }, { timestamp: at }, true],
		['age', { notBefore: Date.parse(at) + 1 }, { timestamp: at }, false],
		['age', { notBefore: Date.parse(at) + 1 }, {}, true],
		['age', { notBefore: Date.parse(at) + 1 }, { kind: 'status', timestamp: at }, true],
		['groups', { groupChats: 'only' }, { groupId: 'G' }, true],
		['groups', { groupChats: 'only' }, {}, false],
		['groups', { groupChats: 'only' }, { kind: 'status' }, false],
		['groups', { groupChats: 'none' }, { kind: 'status', groupId: 'G' }, false],
		['groups', { groupChats: 'none' }, {}, true],
		['groups', { groupChats: 'only' }, { kind: 'template', field: 'template_category_update' }, true],
	])('%s: %j lets %j through: %s', (_title, filter, members, expected) => {
		expect(passes(event(members), { ...ALL_PASS, ...filter })).toBe(expected);
	});
});

describe('fieldsFor', () => {
	test('names the fields of the chosen events', () => {
		expect(fieldsFor(['messages', 'preferences'])).toEqual(['messages', 'user_preferences']);
		expect(fieldsFor(['statuses'])).toEqual(['messages']);
		expect(fieldsFor(['account'])).toEqual(expect.arrayContaining(['messages', 'account_update', 'security']));
		expect(fieldsFor([])).toEqual([]);
	});

	test('never names a field that no app can subscribe to', () => {
		const fields = fieldsFor(ALL);
		expect(fields).toHaveLength(27);
		for (const field of ['user_id_update', 'standby', 'message_echoes']) expect(fields).not.toContain(field);
	});
});
