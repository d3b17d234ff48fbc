import { readGateForm } from '../../../core/gate/form';
import { problemsOf } from '../message/problemsOf';

/** Fields and messages of what is refused. */
function refusals(values: Record<string, unknown>): string[] {
	return problemsOf(() => readGateForm(values)).map(({ field, message }) => `${field}: ${message}`);
}

test('an empty form respects opt-outs of marketing and has no other rule', () => {
	expect(readGateForm({})).toEqual({
		category: 'marketing',
		purpose: '',
		priority: 'normal',
		timeZone: '',
		counts: true,
		allowWithoutStore: false,
		rules: {
			consent: 'respectOptOuts',
			duringCoolOff: 'suppress',
			calendar: { quietHours: [], quietDays: [], holidays: [] },
			zoneChoice: 'main',
			caps: [],
			gaps: [],
			samePurposeDays: undefined,
			requireWindow: false,
			respectHandOver: false,
			goalMet: undefined,
			longestWaitHours: undefined,
		},
	});
});

test('every rule is read, values of expressions included', () => {
	const form = readGateForm({
		category: 'Utility',
		purpose: 1001,
		priority: 'HIGH',
		timeZone: ' Europe/Berlin ',
		countThisSend: 'false',
		storeFailure: 'sendUtility',
		consent: 'requireOptIn',
		duringCoolOff: 'wait',
		zoneChoice: 'latest',
		longestWait: '48',
		rules: {
			cap: [{ most: '2', days: 7, counts: 'all', whenReached: 'wait' }, {}].slice(0, 1),
			gap: [{ hours: '12' }],
			goal: [{ isMet: 'true' }, { isMet: false }],
			handOver: [{}],
			holidays: [{ dates: '12-25' }, { dates: ['2026-01-01'] }],
			quietDays: [{ days: ['6', 7] }],
			quietHours: [{ from: '22:00', to: '7:30', days: [1, '2'] }, {}],
			samePurpose: [{ days: 10 }, { days: 30 }],
			window: [{}],
		},
	});
	expect(form).toEqual({
		category: 'utility',
		purpose: '1001',
		priority: 'high',
		timeZone: 'Europe/Berlin',
		counts: false,
		allowWithoutStore: true,
		rules: {
			consent: 'requireOptIn',
			duringCoolOff: 'wait',
			calendar: {
				quietHours: [
					{ from: 1320, to: 450, days: [1, 2] },
					{ from: 1260, to: 480, days: [1, 2, 3, 4, 5, 6, 7] },
				],
				quietDays: [6, 7],
				holidays: ['12-25', '2026-01-01'],
			},
			zoneChoice: 'latest',
			caps: [{ most: 2, days: 7, counts: 'all', whenReached: 'wait' }],
			gaps: [{ hours: 12, counts: 'category' }],
			samePurposeDays: 30,
			requireWindow: true,
			respectHandOver: true,
			goalMet: true,
			longestWaitHours: 48,
		},
	});
});

test('marketing is never let through without the store', () => {
	expect(readGateForm({ category: 'marketing', storeFailure: 'sendUtility' }).allowWithoutStore).toBe(false);
});

test.each<[string, Record<string, unknown>, RegExp[]]>([
	['a category that is none', { category: 'promo' }, [/^Category: "promo" is none of marketing, utility$/]],
	['an empty category', { category: '' }, [/^Category: "" is none of/]],
	['a priority that is none', { priority: 3 }, [/^Priority: "3" is none of high, low, normal$/]],
	['consent that is none', { consent: 'maybe' }, [/^Consent: /]],
	['a cap of 0', { rules: { cap: [{ most: 0 }] } }, [/^Frequency Cap, Messages: must be a whole number from 1, not 0/]],
	['a cap of one and a half', { rules: { cap: [{ most: 1.5 }] } }, [/^Frequency Cap, Messages: /]],
	['a cap in 0 days', { rules: { cap: [{ days: 0 }] } }, [/^Frequency Cap, Days: /]],
	['a cap in 91 days', { rules: { cap: [{ days: 91 }] } }, [/^Frequency Cap, Days: must be more than 0 and at most 90, not 91$/]],
	['a cap that is no number', { rules: { cap: [{ most: 'two' }] } }, [/^Frequency Cap, Messages: must be a number, not "two"$/]],
	['an empty cap', { rules: { cap: [{ most: null }] } }, [/^Frequency Cap, Messages: must be a number, not null$/]],
	['two caps for the same days', { rules: { cap: [{ most: 1 }, { most: 2 }] } }, [/^Frequency Cap: there are two for 7 days; keep one$/]],
	[
		'two caps of which one is never reached',
		{ rules: { cap: [{ most: 5, days: 1 }, { most: 3, days: 7 }] } },
		[/^Frequency Cap: 5 in 1 day contradicts 3 in 7 days/],
	],
	['a gap of 0', { rules: { gap: [{ hours: 0 }] } }, [/^Minimum Gap, Hours: /]],
	[
		'a gap longer than the days of the cap',
		{ rules: { gap: [{ hours: 200 }], cap: [{ most: 3 }] } },
		[/^Minimum Gap, Hours: 200 hours are more than the 7 days of the Frequency Cap/],
	],
	['quiet hours that begin when they end', { rules: { quietHours: [{ from: '8:00', to: '08:00' }] } }, [/^Quiet Hours: From and To are the same/]],
	['quiet hours of no day', { rules: { quietHours: [{ days: [] }] } }, [/^Quiet Hours, Days: choose at least one day/]],
	['a day that is none', { rules: { quietDays: [{ days: [0, 8] }] } }, [/^Quiet Hours, Days: must be days of the week/]],
	['a week without an hour', { rules: { quietDays: [{ days: [1, 2, 3, 4, 5, 6, 7] }] } }, [/^Quiet Hours: the whole week is quiet/]],
	[
		'a week without an hour, made of two rules',
		{ rules: { quietHours: [{ from: '20:00', to: '10:00' }, { from: '10:00', to: '20:00' }] } },
		[/^Quiet Hours: the whole week is quiet/],
	],
	['times that are none', { rules: { quietHours: [{ from: 'x', to: '8:00' }] } }, [/^Quiet Hours, From: "x" is not a time of day/]],
	['holidays that are none', { rules: { holidays: [{ dates: 'Easter' }] } }, [/^Holidays: "Easter"/]],
	['a zone that is none', { timeZone: 'Europe/Bonn' }, [/^Time Zone: "Europe\/Bonn" is no time zone/]],
	['the same purpose of nothing', { rules: { samePurpose: [{ days: 3 }] } }, [/^Purpose: must not be empty/]],
	['the same purpose in no days', { purpose: 'x', rules: { samePurpose: [{ days: 0 }] } }, [/^Same Purpose, Days: /]],
	['a wait of 0', { longestWait: 0 }, [/^Longest Wait: /]],
	['a switch that is none', { rules: { goal: [{ isMet: 'perhaps' }] } }, [/^Goal Met or Cancelled: must be true or false, not "perhaps"$/]],
	['several at once', { category: 'x', rules: { cap: [{ most: 'a' }], quietHours: [{ to: 'b' }] } }, [/^Category/, /^Quiet Hours, To/, /^Frequency Cap/]],
	['several that contradict', { timeZone: 'x', rules: { cap: [{ most: 0 }], gap: [{ hours: -1 }] } }, [/^Frequency Cap/, /^Minimum Gap/, /^Time Zone/]],
])('%s is refused', (_case, values, messages) => {
	expect(refusals(values)).toEqual(messages.map((message) => expect.stringMatching(message)));
});

test.each<[string, Record<string, unknown>]>([
	['a gap as long as the days of the cap', { rules: { gap: [{ hours: 24 }], cap: [{ most: 1, days: 1 }] } }],
	['a gap of one category beside a cap of all', { rules: { gap: [{ hours: 48 }], cap: [{ most: 3, days: 1, counts: 'all' }] } }],
	['caps of a day and a week', { rules: { cap: [{ most: 1, days: 1 }, { most: 3, days: 7 }] } }],
	['caps of one category and of all', { rules: { cap: [{ most: 2, days: 7 }, { most: 5, days: 7, counts: 'all' }] } }],
	['90 days', { rules: { cap: [{ most: 1, days: 90 }] } }],
])('%s is taken', (_case, values) => {
	expect(refusals(values)).toEqual([]);
});
