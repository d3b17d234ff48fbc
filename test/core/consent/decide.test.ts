import { decideConsent } from '../../../core/consent/decide';
import type { ConsentRecord } from '../../../core/consent/record';

const NOW = new Date('2026-11-22T12:00:00.000Z');

function record(part: Partial<ConsentRecord>): ConsentRecord {
	return {
		contactKey: '15550123456',
		phone: '15550123456',
		userId: '',
		category: 'all',
		state: 'opted_out',
		reason: '',
		source: '',
		messageId: '',
		recordedAt: '2026-11-20T12:00:00.000Z',
		until: '',
		...part,
	};
}

describe('decideConsent', () => {
	test('allows when there is no record', () => {
		expect(decideConsent({ records: [], category: 'marketing', now: NOW })).toEqual({
			allowed: true,
			state: 'unknown',
			reason: 'No opt-out on record',
		});
	});

	test('an opt-out of all covers every category and says when, from where and why', () => {
		const decision = decideConsent({
			records: [record({ source: 'Stop updates button', reason: 'too many' })],
			category: 'utility',
			now: NOW,
		});
		expect(decision.allowed).toBe(false);
		expect(decision.reason).toBe(
			'Opted out of all messages on 2026-11-20T12:00:00.000Z (Stop updates button): too many',
		);
	});

	test('an opt-out of one category leaves the other', () => {
		const records = [record({ category: 'marketing' })];
		expect(decideConsent({ records, category: 'marketing', now: NOW }).allowed).toBe(false);
		expect(decideConsent({ records, category: 'utility', now: NOW }).allowed).toBe(true);
	});

	test('the newest decision counts, whatever the order and the key', () => {
		const out = record({ contactKey: 'US.1', recordedAt: '2026-11-20T12:00:00.000Z' });
		const back = record({ state: 'opted_in', recordedAt: '2026-11-21T12:00:00.000Z' });
		expect(decideConsent({ records: [out, back], category: 'utility', now: NOW }).state).toBe('opted_in');
		expect(decideConsent({ records: [back, out], category: 'utility', now: NOW }).state).toBe('opted_in');
		const again = record({ recordedAt: '2026-11-22T11:00:00.000Z' });
		expect(decideConsent({ records: [out, back, again], category: 'utility', now: NOW }).allowed).toBe(false);
	});

	test('of two decisions of one moment the opt-out counts', () => {
		const records = [record({ state: 'opted_in' }), record({})];
		expect(decideConsent({ records, category: 'all', now: NOW }).allowed).toBe(false);
		expect(decideConsent({ records: [...records].reverse(), category: 'all', now: NOW }).allowed).toBe(false);
	});

	test('a cool-off ends at its time, not before', () => {
		const records = [record({ until: NOW.toISOString() })];
		expect(decideConsent({ records, category: 'all', now: NOW })).toMatchObject({ allowed: true, state: 'unknown' });
		const before = new Date(NOW.getTime() - 1);
		expect(decideConsent({ records, category: 'all', now: before }).allowed).toBe(false);
	});

	test('an end that cannot be read keeps the opt-out standing', () => {
		expect(decideConsent({ records: [record({ until: 'soon' })], category: 'all', now: NOW }).allowed).toBe(false);
	});

	test('a decision whose time cannot be read counts as the oldest', () => {
		const records = [record({ recordedAt: '?' }), record({ state: 'opted_in' })];
		expect(decideConsent({ records, category: 'all', now: NOW }).state).toBe('opted_in');
	});
});
