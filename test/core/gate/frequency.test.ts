import { capLimit, gapLimit, samePurpose, type PastSend } from '../../../core/gate/frequency';
import type { FrequencyCap } from '../../../core/gate/rules';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-06-10T12:00:00Z');
const next = { category: 'marketing' as const, purpose: 'review', now };

function sent(daysAgo: number, more: Partial<PastSend> = {}): PastSend {
	return { category: 'marketing', purpose: 'offer', sentAt: now - daysAgo * DAY, ...more };
}

function cap(most: number, days: number, counts: FrequencyCap['counts'] = 'category'): FrequencyCap {
	return { most, days, counts, whenReached: 'wait' };
}

describe('a frequency cap', () => {
	test.each<[string, FrequencyCap, PastSend[], number, number]>([
		['without messages', cap(1, 7), [], 0, 0],
		['with room', cap(2, 7), [sent(1)], 0, 1],
		['reached', cap(1, 7), [sent(1)], 6, 1],
		['reached, free when the oldest of two leaves', cap(2, 7), [sent(1), sent(3)], 4, 2],
		['over, free when enough have left', cap(1, 7), [sent(5), sent(1), sent(3)], 6, 3],
		['of messages longer ago', cap(1, 7), [sent(7), sent(30)], 0, 0],
		['a moment before the message leaves', cap(1, 7), [sent(7 - 1 / 86_400_000)], 1 / 86_400_000, 1],
		['of another category', cap(1, 7), [sent(1, { category: 'utility' })], 0, 0],
		['of all categories', cap(1, 7, 'all'), [sent(1, { category: 'utility' })], 6, 1],
		['of a category that is none', cap(1, 7), [sent(1, { category: 'promo' })], 6, 1],
		['of a part of a day', cap(1, 0.5), [sent(0.25)], 0.25, 1],
		['with a message that another clock put ahead', cap(1, 1), [sent(-0.5)], 1.5, 1],
	])('%s', (_case, rule, sends, days, count) => {
		const { freeAt, count: counted } = capLimit(rule, { sends, next });
		expect([Math.round(freeAt - now), counted]).toEqual([Math.round(days * DAY), count]);
	});
});

describe('a minimum gap', () => {
	test.each<[string, number, PastSend[], number]>([
		['without messages', 24, [], 0],
		['within', 24, [sent(0.25), sent(3)], 18],
		['just over', 24, [sent(1)], 0],
		['of another category', 24, [sent(0.25, { category: 'utility' })], 0],
	])('%s', (_case, hours, sends, free) => {
		expect(gapLimit({ hours, counts: 'category' }, { sends, next }).freeAt - now).toBe(free * HOUR);
	});

	test('of all categories', () => {
		const sends = [sent(0.25, { category: 'utility' })];
		expect(gapLimit({ hours: 24, counts: 'all' }, { sends, next }).freeAt - now).toBe(18 * HOUR);
	});
});

describe('the same purpose', () => {
	test('is known whatever its letters, in any category, within the days', () => {
		const sends = [sent(20, { purpose: 'Review ' }), sent(5, { purpose: 'REVIEW', category: 'utility' }), sent(1)];
		expect(samePurpose(30, { sends, next })?.sentAt).toBe(now - 5 * DAY);
		expect(samePurpose(5, { sends, next })).toBeUndefined();
		expect(samePurpose(30, { sends, next: { ...next, purpose: 'review-2' } })).toBeUndefined();
	});
});
