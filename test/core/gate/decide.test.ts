import fc from 'fast-check';
import type { ConsentRecord } from '../../../core/consent/record';
import { isOpenAt } from '../../../core/gate/calendar';
import { decideGate, RULES, type GateQuestion } from '../../../core/gate/decide';
import { NO_RULES, type Calendar, type GateRules } from '../../../core/gate/rules';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday, 14:00 in Berlin. */
const now = Date.parse('2026-06-10T12:00:00Z');

const NIGHT: Calendar = { quietHours: [{ from: 1260, to: 480, days: [1, 2, 3, 4, 5, 6, 7] }], quietDays: [], holidays: [] };
const AFTERNOON: Calendar = { ...NIGHT, quietHours: [{ from: 720, to: 1020, days: [1, 2, 3, 4, 5, 6, 7] }] };

function question({ rules, ...more }: Partial<Omit<GateQuestion, 'rules'>> & { rules?: Partial<GateRules> } = {}): GateQuestion {
	return {
		category: 'marketing',
		purpose: 'review',
		priority: 'normal',
		consent: [],
		contact: undefined,
		sends: [],
		zone: { name: 'Europe/Berlin', source: 'country' },
		now,
		...more,
		rules: { ...NO_RULES, ...rules },
	};
}

/** What is decided, with the time in ISO. */
function answer(about: Parameters<typeof question>[0]) {
	const { decision, reason, sendAt } = decideGate(question(about));
	return [decision, reason, sendAt === undefined ? undefined : new Date(sendAt).toISOString()];
}

function record(changes: Partial<ConsentRecord>): ConsentRecord {
	return {
		contactKey: '4915112345678',
		phone: '4915112345678',
		userId: '',
		category: 'all',
		state: 'opted_out',
		reason: '',
		source: 'stop button',
		messageId: '',
		recordedAt: '2026-06-01T00:00:00.000Z',
		until: '',
		...changes,
	};
}

function inbound(hoursAgo: number) {
	return { lastInboundAt: new Date(now - hoursAgo * HOUR).toISOString(), freeEntryUntil: '', handOverUntil: '' };
}

const sent = (hoursAgo: number, purpose = 'offer') => ({ category: 'marketing', purpose, sentAt: now - hoursAgo * HOUR });
const cap = { most: 1, days: 7, counts: 'category', whenReached: 'suppress' } as const;
const cooling = [record({ until: '2026-06-12T22:00:00.000Z' })];

describe('each rule', () => {
	test.each<[string, Parameters<typeof question>[0], string, string?, string?]>([
		['no rules', {}, 'send'],
		['consent: nobody opted out', { rules: { consent: 'respectOptOuts' } }, 'send'],
		['consent: opted out', { rules: { consent: 'respectOptOuts' }, consent: [record({})] }, 'suppress', 'opted_out'],
		['consent: opted out, high priority', { rules: { consent: 'respectOptOuts' }, consent: [record({})], priority: 'high' }, 'suppress', 'opted_out'],
		['consent: opted out of another category', { rules: { consent: 'respectOptOuts' }, consent: [record({ category: 'utility' })] }, 'send'],
		['consent: off', { consent: [record({})] }, 'send'],
		['consent: an end that cannot be read is none', { rules: { consent: 'respectOptOuts' }, consent: [record({ until: 'soon' })] }, 'suppress', 'opted_out'],
		['consent: opt-in required, unknown', { rules: { consent: 'requireOptIn' } }, 'suppress', 'not_opted_in'],
		['consent: opt-in required, opted in', { rules: { consent: 'requireOptIn' }, consent: [record({ state: 'opted_in' })] }, 'send'],
		['consent: opt-in required, for another category', { rules: { consent: 'requireOptIn' }, consent: [record({ state: 'opted_in', category: 'utility' })] }, 'suppress', 'not_opted_in'],
		['cool-off: lasts', { rules: { consent: 'respectOptOuts' }, consent: cooling }, 'suppress', 'cool_off'],
		['cool-off: lasts, wait', { rules: { consent: 'respectOptOuts', duringCoolOff: 'wait' }, consent: cooling }, 'wait', 'cool_off', '2026-06-12T22:00:00.000Z'],
		['cool-off: lasts, wait, but opt-in is required', { rules: { consent: 'requireOptIn', duringCoolOff: 'wait' }, consent: cooling }, 'suppress', 'cool_off'],
		['cool-off: is over', { rules: { consent: 'respectOptOuts' }, consent: [record({ until: '2026-06-10T12:00:00.000Z' })] }, 'send'],
		['quiet hours: open', { rules: { calendar: NIGHT } }, 'send'],
		['quiet hours: quiet', { rules: { calendar: AFTERNOON } }, 'wait', 'quiet_hours', '2026-06-10T15:00:00.000Z'],
		['quiet hours: quiet elsewhere', { rules: { calendar: AFTERNOON }, zone: { name: 'America/New_York', source: 'record' } }, 'send'],
		['quiet hours: high priority', { rules: { calendar: AFTERNOON }, priority: 'high' }, 'send'],
		['quiet hours: low priority', { rules: { calendar: AFTERNOON }, priority: 'low' }, 'suppress', 'quiet_hours'],
		['quiet hours: longer than the longest wait', { rules: { calendar: AFTERNOON, longestWaitHours: 2 } }, 'suppress', 'wait_too_long'],
		['quiet hours: as long as the longest wait', { rules: { calendar: AFTERNOON, longestWaitHours: 3 } }, 'wait', 'quiet_hours', '2026-06-10T15:00:00.000Z'],
		['frequency cap: reached', { rules: { caps: [cap] }, sends: [sent(24)] }, 'suppress', 'frequency_cap'],
		['frequency cap: room', { rules: { caps: [{ ...cap, most: 2 }] }, sends: [sent(24)] }, 'send'],
		['frequency cap: wait', { rules: { caps: [{ ...cap, whenReached: 'wait' }] }, sends: [sent(24)] }, 'wait', 'frequency_cap', '2026-06-16T12:00:00.000Z'],
		[
			'frequency caps: of two the one that suppresses',
			{ rules: { caps: [{ ...cap, days: 14, whenReached: 'wait' }, cap] }, sends: [sent(24)] },
			'suppress',
			'frequency_cap',
		],
		[
			'frequency caps: of two that wait the longer',
			{ rules: { caps: [{ ...cap, whenReached: 'wait' }, { ...cap, days: 14, most: 2, whenReached: 'wait' }] }, sends: [sent(24), sent(48)] },
			'wait',
			'frequency_cap',
			'2026-06-22T12:00:00.000Z',
		],
		['frequency cap: high priority', { rules: { caps: [cap] }, sends: [sent(24)], priority: 'high' }, 'send'],
		['minimum gap', { rules: { gaps: [{ hours: 24, counts: 'category' }] }, sends: [sent(20)] }, 'wait', 'minimum_gap', '2026-06-10T16:00:00.000Z'],
		['minimum gap: low priority', { rules: { gaps: [{ hours: 24, counts: 'category' }] }, sends: [sent(20)], priority: 'low' }, 'suppress', 'minimum_gap'],
		['same purpose', { rules: { samePurposeDays: 30 }, sends: [sent(200, 'Review')] }, 'suppress', 'same_purpose'],
		['same purpose: high priority', { rules: { samePurposeDays: 30 }, sends: [sent(200, 'review')], priority: 'high' }, 'suppress', 'same_purpose'],
		['same purpose: another one', { rules: { samePurposeDays: 30 }, sends: [sent(200)] }, 'send'],
		['window: open', { rules: { requireWindow: true }, contact: inbound(23) }, 'send'],
		['window: closed', { rules: { requireWindow: true }, contact: inbound(24) }, 'suppress', 'window_closed'],
		['window: unknown', { rules: { requireWindow: true } }, 'suppress', 'window_closed'],
		['window: a free entry point does not open it', { rules: { requireWindow: true }, contact: { ...inbound(30), freeEntryUntil: '2026-06-12T00:00:00Z' } }, 'suppress', 'window_closed'],
		['window: closes before the end of quiet hours', { rules: { requireWindow: true, calendar: AFTERNOON }, contact: inbound(22) }, 'suppress', 'window_closed'],
		['window: open at the end of quiet hours', { rules: { requireWindow: true, calendar: AFTERNOON }, contact: inbound(20) }, 'wait', 'quiet_hours', '2026-06-10T15:00:00.000Z'],
		['hand-over', { rules: { respectHandOver: true }, contact: { ...inbound(1), handOverUntil: '2026-06-10T13:00:00Z' } }, 'wait', 'handed_over', '2026-06-10T13:00:00.000Z'],
		['hand-over: over', { rules: { respectHandOver: true }, contact: { ...inbound(1), handOverUntil: '2026-06-10T12:00:00Z' } }, 'send'],
		['hand-over: off', { contact: { ...inbound(1), handOverUntil: '2026-06-10T13:00:00Z' } }, 'send'],
		['goal: met', { rules: { goalMet: true } }, 'suppress', 'goal_met'],
		['goal: met, high priority', { rules: { goalMet: true }, priority: 'high' }, 'suppress', 'goal_met'],
		['goal: not met', { rules: { goalMet: false } }, 'send'],
	])('%s', (_case, about, ...expected) => {
		expect(answer(about)).toEqual([expected[0], expected[1], expected[2]]);
	});
});

describe('rules together', () => {
	test('what forbids for good comes before what can be waited for', () => {
		const rules = { calendar: AFTERNOON, consent: 'respectOptOuts', caps: [{ ...cap, whenReached: 'wait' }], goalMet: true } as const;
		const about = { rules, consent: [record({})], sends: [sent(1)] };
		expect(answer(about)).toEqual(['suppress', 'goal_met', undefined]);
		expect(answer({ ...about, rules: { ...rules, goalMet: false } })).toEqual(['suppress', 'opted_out', undefined]);
	});

	test('a cap that is free at night waits for the morning', () => {
		const rules = { calendar: NIGHT, caps: [{ ...cap, days: 1, whenReached: 'wait' as const }] };
		// Sent at 23:30 in Berlin, so free at 23:30, which is quiet.
		const sends = [{ ...sent(0), sentAt: Date.parse('2026-06-09T21:30:00Z') }];
		expect(answer({ rules, sends })).toEqual(['wait', 'frequency_cap', '2026-06-11T06:00:00.000Z']);
	});

	test('the text names every rule that holds it back, and the time in the recipient’s zone', () => {
		const rules = { calendar: AFTERNOON, gaps: [{ hours: 24, counts: 'all' as const }] };
		const { text } = decideGate(question({ rules, sends: [sent(20)] }));
		expect(text).toBe(
			'The gap of 24 hours between messages is reached until Wed 10 Jun 2026 18:00 Europe/Berlin. ' +
				"It is Wed 10 Jun 2026 14:00 Europe/Berlin (of the recipient's country), which is quiet. " +
				'It can go on Wed 10 Jun 2026 18:00 Europe/Berlin',
		);
	});

	test('every rule explains itself, those that are off too', () => {
		const { outcomes } = decideGate(question({ rules: { consent: 'respectOptOuts', caps: [cap] }, sends: [sent(24)] }));
		expect(outcomes.map(({ rule }) => rule)).toEqual([...RULES]);
		expect(Object.fromEntries(outcomes.map(({ rule, passed, detail }) => [rule, [passed, detail()]]))).toEqual({
			store: [true, 'The contact record answered'],
			goal: [true, 'Off'],
			consent: [true, 'No opt-out on record'],
			coolOff: [true, 'No cool-off on record'],
			window: [true, 'Off'],
			samePurpose: [true, 'Off'],
			handOver: [true, 'Off'],
			frequencyCap: [false, 'The cap of 1 marketing in 7 days is reached until Tue 16 Jun 2026 14:00 Europe/Berlin'],
			minimumGap: [true, 'Off'],
			quietHours: [true, 'Off'],
		});
	});

	test('the window is told whether it is a rule or not', () => {
		const contact = { ...inbound(20), freeEntryUntil: '2026-06-12T00:00:00Z' };
		expect(decideGate(question({ contact })).window).toEqual({
			isOpen: true,
			closesAt: now + 4 * HOUR,
			freeUntil: Date.parse('2026-06-12T00:00:00Z'),
		});
		expect(decideGate(question({ contact: inbound(30) })).window).toEqual({ isOpen: false, closesAt: now - 6 * HOUR });
		expect(decideGate(question()).window).toEqual({ isOpen: false });
	});
});

describe('without the store', () => {
	const failed = (allow: boolean) => ({ storeFailure: { message: 'the table is gone', allow } });

	test('what needs it is held back, with the reason', () => {
		const { decision, reason, text } = decideGate(question({ rules: { consent: 'respectOptOuts' }, ...failed(false) }));
		expect([decision, reason, text]).toEqual(['suppress', 'store_unreachable', 'The contact record could not be reached: the table is gone']);
	});

	test('what is allowed all the same still keeps to the rules that need no store', () => {
		const rules = { consent: 'respectOptOuts', caps: [cap], requireWindow: true, respectHandOver: true, samePurposeDays: 3 } as const;
		expect(answer({ rules, ...failed(true) })[0]).toBe('send');
		expect(answer({ rules: { ...rules, calendar: AFTERNOON }, ...failed(true) }).slice(0, 2)).toEqual(['wait', 'quiet_hours']);
		expect(answer({ rules: { ...rules, goalMet: true }, ...failed(true) }).slice(0, 2)).toEqual(['suppress', 'goal_met']);
	});

	test('what needs none goes by its rules', () => {
		expect(answer({ rules: { calendar: NIGHT }, ...failed(false) })[0]).toBe('send');
	});
});

test('whatever is asked, a message waits for a time that is open, not past, and free of caps', () => {
	const send = fc.record({
		category: fc.constantFrom('marketing', 'utility'),
		purpose: fc.constantFrom('review', 'offer'),
		sentAt: fc.integer({ min: now - 20 * DAY, max: now }),
	});
	const day = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 });
	const hours = fc.record({ from: fc.integer({ min: 720, max: 1439 }), to: fc.integer({ min: 0, max: 700 }), days: day });
	const rules = fc.record({
		calendar: fc.record({ quietHours: fc.array(hours, { maxLength: 2 }), quietDays: day, holidays: fc.constant(['2026-06-10', '06-11']) }),
		caps: fc.array(fc.record({ most: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 10 }), counts: fc.constantFrom('all' as const, 'category' as const), whenReached: fc.constant('wait' as const) }), { maxLength: 2 }),
		gaps: fc.array(fc.record({ hours: fc.integer({ min: 1, max: 99 }), counts: fc.constantFrom('all' as const, 'category' as const) }), { maxLength: 1 }),
	});
	const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe').map((name) => ({ name, source: 'record' as const }));
	fc.assert(
		fc.property(rules, fc.array(send, { maxLength: 6 }), zone, (chosen, sends, where) => {
			const about = { rules: chosen, sends, zone: where };
			const { decision, sendAt = now } = decideGate(question(about));
			expect(['send', 'wait']).toContain(decision);
			expect(sendAt).toBeGreaterThanOrEqual(now);
			expect(sendAt > now).toBe(decision === 'wait');
			expect(isOpenAt(chosen.calendar, { time: sendAt, zone: where.name })).toBe(true);
			expect(decideGate({ ...question(about), now: sendAt }).decision).toBe('send');
		}),
		{ numRuns: 500 },
	);
});
