import type { WebhookEvent } from '../../../core/webhook/events';
import type { EventGroup } from '../../../core/webhook/fields';
import { fieldsFor, groupOf, passes } from '../../../core/webhook/filter';

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
