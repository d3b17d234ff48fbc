import { consentFromEvent, type SignalRules } from '../../../core/consent/fromEvent';
import { decideConsent } from '../../../core/consent/decide';
import { NATIVE_SOURCE, type ConsentRecord } from '../../../core/consent/record';
import type { WebhookEvent } from '../../../core/webhook/events';

const RULES: SignalRules = {
	category: 'all',
	optOutIds: ['stop_updates', 'bye_*'],
	optInIds: ['again'],
	addOptOut: [],
	addOptIn: [],
	remove: [],
	minConfidence: 0.6,
};

function signal(event: Partial<WebhookEvent>, rules: Partial<SignalRules> = {}) {
	return consentFromEvent({ kind: 'message', field: 'messages', raw: {}, ...event } as WebhookEvent, { ...RULES, ...rules });
}

describe('consentFromEvent', () => {
	test.each<[string, Partial<WebhookEvent>, object | undefined]>([
		['a typed stop', { type: 'text', text: 'Stop!' }, { state: 'opted_out', category: 'all', source: 'Message' }],
		['a typed start', { type: 'text', text: 'START' }, { state: 'opted_in', category: 'all' }],
		['no more offers', { type: 'text', text: 'No more promotions please' }, { state: 'opted_out', category: 'marketing' }],
		['a question about the order', { type: 'text', text: 'I want to cancel my order' }, undefined],
		['a button by its ID', { type: 'interactive', replyId: 'STOP_UPDATES', replyTitle: 'No thanks' }, { state: 'opted_out', source: 'Button', reason: 'Tapped "No thanks"' }],
		['a payload by its beginning', { type: 'button', payload: 'bye_42', replyTitle: 'Bye' }, { state: 'opted_out' }],
		['a start button', { type: 'interactive', replyId: 'again', replyTitle: 'Go on' }, { state: 'opted_in' }],
		['a button by its title', { type: 'button', replyId: 'x', replyTitle: 'Stop updates' }, { state: 'opted_out', source: 'Button' }],
		['the setting in WhatsApp', { kind: 'preference', type: 'stop' }, { state: 'opted_out', category: 'marketing', source: NATIVE_SOURCE }],
		['its resumption', { kind: 'preference', type: 'resume' }, { state: 'opted_in', category: 'marketing', source: NATIVE_SOURCE }],
		['a refused message', { kind: 'status', status: 'failed', errors: [{ code: 131050 }] }, { state: 'opted_out', category: 'marketing', source: NATIVE_SOURCE }],
		['another failure', { kind: 'status', status: 'failed', errors: [{ code: 131026 }] }, undefined],
		['a stop in a group', { type: 'text', text: 'stop', groupId: 'g' }, undefined],
		['a stop that the business wrote', { kind: 'echo', type: 'text', text: 'stop' }, undefined],
		['a picture with the caption stop', { type: 'image', text: 'stop' }, undefined],
	])('%s', (_name, event, expected) => {
		if (expected === undefined) expect(signal(event)).toBeUndefined();
		else expect(signal(event)).toMatchObject(expected);
	});

	test('the operator’s words count, and can be taken away', () => {
		expect(signal({ type: 'text', text: 'basta cosi' }, { addOptOut: ['basta cosi'] })).toMatchObject({ state: 'opted_out' });
		expect(signal({ type: 'text', text: 'baja' }, { remove: ['baja'] })).toBeUndefined();
	});
});

describe('what the contact set in WhatsApp', () => {
	const record = (changes: Partial<ConsentRecord>): ConsentRecord => ({
		contactKey: '1',
		phone: '1',
		userId: '',
		category: 'marketing',
		state: 'opted_out',
		reason: '',
		source: NATIVE_SOURCE,
		messageId: '',
		recordedAt: '2026-01-01T00:00:00.000Z',
		until: '',
		...changes,
	});
	const now = new Date('2026-06-01T00:00:00Z');
	const later = { recordedAt: '2026-02-01T00:00:00.000Z' };

	test('stands against a later start in words', () => {
		const records = [record({}), record({ ...later, category: 'all', state: 'opted_in', source: 'Message' })];
		expect(decideConsent({ records, category: 'marketing', now })).toMatchObject({ allowed: false, state: 'opted_out' });
		expect(decideConsent({ records, category: 'utility', now })).toMatchObject({ allowed: true });
	});

	test('a later stop in words stands, although the setting was resumed', () => {
		const records = [record({ state: 'opted_in' }), record({ ...later, category: 'all', source: 'Message' })];
		expect(decideConsent({ records, category: 'marketing', now })).toMatchObject({ allowed: false });
	});

	test('an opt-in that was not confirmed allows no marketing, and everything else', () => {
		const records = [record({ state: 'pending', source: 'Form', category: 'all' })];
		expect(decideConsent({ records, category: 'marketing', now })).toMatchObject({ allowed: false, state: 'pending' });
		expect(decideConsent({ records, category: 'utility', now })).toMatchObject({ allowed: true, state: 'unknown' });
	});
});
