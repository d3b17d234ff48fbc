import fc from 'fast-check';
import { DateTime } from 'luxon';
import { everOpens, isOpenAt, nextOpening } from '../../../core/gate/calendar';
import type { Calendar } from '../../../core/gate/rules';

const DAYS = [1, 2, 3, 4, 5, 6, 7];

function minutes(text: string): number {
	const [hour = 0, minute = 0] = text.split(':').map(Number);
	return hour * 60 + minute;
}

function quiet(from: string, to: string, more: Partial<Calendar> & { days?: number[] } = {}): Calendar {
	const { days = DAYS, ...rest } = more;
	return { quietHours: [{ from: minutes(from), to: minutes(to), days }], quietDays: [], holidays: [], ...rest };
}

const NIGHT = quiet('21:00', '08:00');

/** The next opening as people in the zone write it, with the offset that holds then. */
function opening(calendar: Calendar, { at, zone }: { at: string; zone: string }): string | null | undefined {
	const time = DateTime.fromISO(at, { zone }).toMillis();
	const next = nextOpening(calendar, { time, zone });
	return next === undefined ? undefined : DateTime.fromMillis(next, { zone }).toISO({ suppressMilliseconds: true, suppressSeconds: true });
}

describe('quiet hours', () => {
	test.each([
		['in the open', NIGHT, '2026-06-10T12:00', '2026-06-10T12:00+02:00'],
		['at the last open minute', NIGHT, '2026-06-10T20:59', '2026-06-10T20:59+02:00'],
		['at the first quiet minute', NIGHT, '2026-06-10T21:00', '2026-06-11T08:00+02:00'],
		['after midnight', NIGHT, '2026-06-11T00:30', '2026-06-11T08:00+02:00'],
		['at the last quiet minute', NIGHT, '2026-06-11T07:59', '2026-06-11T08:00+02:00'],
		['at the first open minute', NIGHT, '2026-06-11T08:00', '2026-06-11T08:00+02:00'],
		['within one day', quiet('12:00', '14:00'), '2026-06-11T13:00', '2026-06-11T14:00+02:00'],
		['until midnight', quiet('21:00', '00:00'), '2026-06-11T22:00', '2026-06-12T00:00+02:00'],
		['from midnight', quiet('00:00', '09:30'), '2026-06-11T00:00', '2026-06-11T09:30+02:00'],
		['on a quiet day', quiet('21:00', '08:00', { quietDays: [7] }), '2026-06-14T12:00', '2026-06-15T08:00+02:00'],
		['in the night before a quiet day', quiet('21:00', '08:00', { quietDays: [7] }), '2026-06-13T22:00', '2026-06-15T08:00+02:00'],
		['on a holiday of one year', quiet('21:00', '08:00', { holidays: ['2026-06-10'] }), '2026-06-10T12:00', '2026-06-11T08:00+02:00'],
		['a year after such a holiday', quiet('21:00', '08:00', { holidays: ['2026-06-10'] }), '2027-06-10T12:00', '2027-06-10T12:00+02:00'],
		['on holidays of every year', quiet('21:00', '08:00', { holidays: ['12-25', '12-26'] }), '2031-12-24T22:00', '2031-12-27T08:00+01:00'],
		['on a day on which they do not begin', quiet('21:00', '08:00', { days: [1, 2, 3, 4, 5] }), '2026-06-13T22:00', '2026-06-13T22:00+02:00'],
		['in the night that began the day before', quiet('21:00', '08:00', { days: [5] }), '2026-06-13T02:00', '2026-06-13T08:00+02:00'],
	])('%s', (_case, calendar, at, expected) => {
		expect(opening(calendar, { at, zone: 'Europe/Berlin' })).toBe(expected);
	});

	test('several a day, and different ones at the weekend', () => {
		const calendar: Calendar = {
			quietHours: [
				{ from: minutes('13:00'), to: minutes('15:00'), days: DAYS },
				{ from: minutes('20:00'), to: minutes('09:00'), days: [1, 2, 3, 4, 7] },
				{ from: minutes('18:00'), to: minutes('11:00'), days: [5, 6] },
			],
			quietDays: [],
			holidays: [],
		};
		const zone = 'Europe/Berlin';
		expect(opening(calendar, { at: '2026-06-12T17:59', zone })).toBe('2026-06-12T17:59+02:00');
		expect(opening(calendar, { at: '2026-06-12T18:00', zone })).toBe('2026-06-13T11:00+02:00');
		expect(opening(calendar, { at: '2026-06-14T10:00', zone })).toBe('2026-06-14T11:00+02:00');
		expect(opening(calendar, { at: '2026-06-15T08:59', zone })).toBe('2026-06-15T09:00+02:00');
		expect(opening(calendar, { at: '2026-06-15T14:00', zone })).toBe('2026-06-15T15:00+02:00');
	});

	test('no open hour in sight', () => {
		const everyDay = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10));
		expect(opening(quiet('21:00', '08:00', { holidays: everyDay }), { at: '2026-06-14T12:00', zone: 'UTC' })).toBeUndefined();
	});
});

describe('when the clocks change', () => {
	const cases: Array<[string, Calendar, string, string, string]> = [
		// Europe/Berlin: 2026-03-29 02:00 → 03:00, 2026-10-25 03:00 → 02:00
		['Berlin, the night before summer time', NIGHT, 'Europe/Berlin', '2026-03-28T22:00', '2026-03-29T08:00+02:00'],
		['Berlin, the night before winter time', NIGHT, 'Europe/Berlin', '2026-10-24T22:00', '2026-10-25T08:00+01:00'],
		['Berlin, an end within the hour left out', quiet('22:00', '02:30'), 'Europe/Berlin', '2026-03-29T00:00', '2026-03-29T03:00+02:00'],
		['Berlin, an end within the hour that comes twice', quiet('22:00', '02:30'), 'Europe/Berlin', '2026-10-25T00:00', '2026-10-25T02:30+02:00'],
		['Berlin, open for the left-out hour alone', quiet('03:00', '02:00'), 'Europe/Berlin', '2026-03-29T00:00', '2026-03-30T02:00+02:00'],
		['Berlin, at the change quiet hours are over', quiet('01:00', '03:00'), 'Europe/Berlin', '2026-03-29T01:30', '2026-03-29T03:00+02:00'],
		// America/New_York: 2026-03-08 02:00 → 03:00, 2026-11-01 02:00 → 01:00
		['New York, the night before summer time', NIGHT, 'America/New_York', '2026-03-07T23:00', '2026-03-08T08:00-04:00'],
		['New York, the night before winter time', NIGHT, 'America/New_York', '2026-10-31T23:00', '2026-11-01T08:00-05:00'],
		['New York, an end within the hour left out', quiet('20:00', '02:15'), 'America/New_York', '2026-03-08T01:00', '2026-03-08T03:00-04:00'],
		['New York, an end within the hour that comes twice', quiet('20:00', '01:15'), 'America/New_York', '2026-11-01T00:10', '2026-11-01T01:15-04:00'],
		// Australia/Lord_Howe: half an hour; 2026-04-05 02:00 → 01:30, 2026-10-04 02:00 → 02:30
		['Lord Howe, the night before summer time', NIGHT, 'Australia/Lord_Howe', '2026-10-03T22:00', '2026-10-04T08:00+11:00'],
		['Lord Howe, the night before winter time', NIGHT, 'Australia/Lord_Howe', '2026-04-04T22:00', '2026-04-05T08:00+10:30'],
		['Lord Howe, an end within the half hour left out', quiet('22:00', '02:15'), 'Australia/Lord_Howe', '2026-10-04T01:00', '2026-10-04T02:30+11:00'],
		['Lord Howe, an end within the half hour that comes twice', quiet('22:00', '01:45'), 'Australia/Lord_Howe', '2026-04-05T00:00', '2026-04-05T01:45+11:00'],
		// Asia/Beirut: 2026-03-29 00:00 → 01:00, so the day has no midnight
		['Beirut, a day without midnight', quiet('22:00', '00:00'), 'Asia/Beirut', '2026-03-28T23:00', '2026-03-29T01:00+03:00'],
		['Beirut, after a quiet day', quiet('22:00', '00:00', { quietDays: [6] }), 'Asia/Beirut', '2026-03-28T12:00', '2026-03-29T01:00+03:00'],
		['Kathmandu, a quarter of an hour off', NIGHT, 'Asia/Kathmandu', '2026-03-28T22:00', '2026-03-29T08:00+05:45'],
	];

	test.each(cases)('%s', (_case, calendar, zone, at, expected) => {
		expect(opening(calendar, { at, zone })).toBe(expected);
	});

	test('the hour that comes twice is quiet twice', () => {
		const calendar = quiet('22:00', '02:30');
		const zone = 'Europe/Berlin';
		// 02:45 in summer time is open, then the clock shows 02:00 again.
		expect(isOpenAt(calendar, { time: Date.parse('2026-10-25T02:45+02:00'), zone })).toBe(true);
		expect(nextOpening(calendar, { time: Date.parse('2026-10-25T02:10+01:00'), zone })).toBe(Date.parse('2026-10-25T02:30+01:00'));
	});
});

describe('rules that never open', () => {
	test.each([
		['none', { quietHours: [], quietDays: [], holidays: [] }, true],
		['a night', NIGHT, true],
		['all days', quiet('21:00', '08:00', { quietDays: DAYS }), false],
		['a minute a day', quiet('08:01', '08:00'), true],
		['two that meet', { ...NIGHT, quietHours: [...NIGHT.quietHours, ...quiet('08:00', '21:00').quietHours] }, false],
		['two that nearly meet', { ...NIGHT, quietHours: [...NIGHT.quietHours, ...quiet('08:00', '20:59').quietHours] }, true],
		['two that meet but on Sundays', { ...NIGHT, quietHours: [...NIGHT.quietHours, ...quiet('08:00', '21:00', { days: [1, 2, 3, 4, 5, 6] }).quietHours] }, true],
		['two that meet, Sundays quiet', { ...NIGHT, quietDays: [7], quietHours: [...NIGHT.quietHours, ...quiet('08:00', '21:00', { days: [1, 2, 3, 4, 5, 6] }).quietHours] }, false],
	])('%s: %#', (_case, calendar, expected) => {
		expect(everOpens(calendar)).toBe(expected);
	});
});

describe('whatever the rules', () => {
	const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Africa/Casablanca', 'UTC'];
	const minute = fc.integer({ min: 0, max: 1439 });
	const days = fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 7 });
	const hours = fc.record({ from: minute, to: minute, days }).filter(({ from, to }) => from !== to);
	const calendar = fc
		.record({
			quietHours: fc.array(hours, { maxLength: 3 }),
			quietDays: fc.uniqueArray(fc.constantFrom(...DAYS), { maxLength: 6 }),
			holidays: fc.array(fc.constantFrom('2026-03-29', '03-08', '10-25', '2026-11-01', '12-25', '04-05'), { maxLength: 4 }),
		})
		.filter(everOpens);
	// Around the changes of 2026 more often than elsewhere.
	const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'].map((day) => Date.parse(day));
	const time = fc.oneof(
		fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-06-01') }),
		fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 })).map(([change, off]) => change + off),
	);

	/** The rules by luxon's clock alone. */
	function isQuietByLuxon({ quietHours, quietDays, holidays }: Calendar, { at, zone }: { at: number; zone: string }): boolean {
		const wall = DateTime.fromMillis(at, { zone });
		const date = wall.toISODate() ?? '';
		if (quietDays.includes(wall.weekday) || holidays.includes(date) || holidays.includes(date.slice(5))) return true;
		const now = wall.hour * 60 + wall.minute;
		const yesterday = wall.minus({ days: 1 }).weekday;
		return quietHours.some(({ from, to, days: on }) =>
			from < to
				? on.includes(wall.weekday) && now >= from && now < to
				: (on.includes(wall.weekday) && now >= from) || (on.includes(yesterday) && now < to),
		);
	}

	test('the next opening is open, not before now, and nothing between is', () => {
		fc.assert(
			fc.property(calendar, time, fc.constantFrom(...ZONES), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 20 }), (rules, now, zone, parts) => {
				const next = nextOpening(rules, { time: now, zone });
				if (next === undefined) throw new Error('rules that open some day gave no opening');
				expect(next).toBeGreaterThanOrEqual(now);
				expect(isQuietByLuxon(rules, { at: next, zone })).toBe(false);
				expect(isOpenAt(rules, { time: now, zone })).toBe(!isQuietByLuxon(rules, { at: now, zone }));
				if (next === now) return;
				expect(isQuietByLuxon(rules, { at: next - 1, zone })).toBe(true);
				for (const part of parts) {
					expect(isQuietByLuxon(rules, { at: Math.floor(now + part * (next - 1 - now)), zone })).toBe(true);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});
