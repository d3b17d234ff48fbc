import fc from 'fast-check';
import { packCallbackData, unpackCallbackData } from '../../../core/message/callbackData';
import { decideByKey, parseIdempotencyKey, type KeyRecord } from '../../../core/send/idempotency';

const AT = Date.parse('2026-01-01T00:00:00.000Z');

function decide(changes: Partial<KeyRecord>, more: Partial<Parameters<typeof decideByKey>[0]> = {}) {
	const record: KeyRecord = {
		idempotencyKey: 'k',
		contactKey: '1',
		owner: 'first',
		state: 'claimed',
		messageId: '',
		claimedAt: new Date(AT).toISOString(),
		expiresAt: '',
		...changes,
	};
	return decideByKey({ record, owner: 'second', rule: 'fail', afterMs: 60_000, now: AT, ...more });
}

describe('decideByKey', () => {
	test.each([
		['what was sent is not sent again', decide({ state: 'sent' }), 'alreadySent'],
		['also not by whoever sent it', decide({ state: 'sent', owner: 'second' }), 'alreadySent'],
		['an own claim is sent', decide({ owner: 'second' }), 'send'],
		['a young claim is waited for', decide({}, { now: AT + 19_999 }), 'wait'],
		['an old one is unclear', decide({}, { now: AT + 20_000 }), 'unclear'],
		['as is a send without an answer', decide({ state: 'unknown' }), 'unclear'],
		['which can be taken as sent', decide({ state: 'unknown' }, { rule: 'skip' }), 'skip'],
		['or sent again, but not too soon', decide({ state: 'unknown' }, { rule: 'sendAgain', now: AT + 59_999 }), 'unclear'],
		['or sent again after the time', decide({ state: 'unknown' }, { rule: 'sendAgain', now: AT + 60_000 }), 'sendAgain'],
	])('%s', (_name, found, expected) => {
		expect(found).toBe(expected);
	});
});

test('a key is trimmed, and none is none', () => {
	expect(parseIdempotencyKey(' a b ')).toBe('a b');
	expect(parseIdempotencyKey('  ')).toBeUndefined();
	expect(parseIdempotencyKey(undefined)).toBeUndefined();
});

test('callback data and key come back as they were, whatever they are', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.string(), (idempotencyKey, own) => {
			expect(unpackCallbackData(packCallbackData({ idempotencyKey, own }))).toEqual({ idempotencyKey, own });
		}),
	);
	expect(unpackCallbackData('order-1001')).toEqual({ own: 'order-1001' });
	expect(unpackCallbackData('wk1:99:short')).toEqual({ own: 'wk1:99:short' });
	expect(packCallbackData({ own: '{"a":1}' })).toBe('{"a":1}');
});
