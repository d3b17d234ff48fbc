import type { ConsentCategory, ConsentRecord } from '../../../core/consent/record';
import { reminderDue } from '../../../core/journey/reminder';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-22T22:00:00Z');
const iso = (hours: number) => new Date(NOW + hours * HOUR_MS).toISOString();
const NIGHT = { quietHours: [{ from: 21 * 60, to: 8 * 60, days: [1, 2, 3, 4, 5, 6, 7] }], quietDays: [], holidays: [] };
const NEVER_QUIET = { quietHours: [], quietDays: [], holidays: [] };

const optOut = (category: ConsentCategory): ConsentRecord => ({
	contactKey: '15550123456',
	phone: '15550123456',
	userId: '',
	category,
	state: 'opted_out',
	until: '',
	reason: '',
	source: 'test',
	messageId: '',
	recordedAt: iso(-2),
});

const question = (changes: object = {}) => ({
	now: NOW,
	until: NOW + 48 * HOUR_MS,
	calendar: NEVER_QUIET,
	zone: 'UTC',
	isTemplate: false,
	category: 'utility' as const,
	consent: [],
	contact: { lastInboundAt: iso(-1), handOverUntil: '' },
	...changes,
});

describe('reminderDue', () => {
	test.each([
		['a text within the window', {}, { send: true }],
		['a text to somebody of whom nothing is known', { contact: undefined }, { send: true }],
		['a text to somebody who never wrote, as far as is known', { contact: { lastInboundAt: '', handOverUntil: '' } }, { send: true }],
		['a template after the window', { isTemplate: true, contact: { lastInboundAt: iso(-30), handOverUntil: '' } }, { send: true }],
		['after a hand-over', { contact: { lastInboundAt: iso(-1), handOverUntil: iso(-0.5) } }, { send: true }],
		['in quiet hours', { calendar: NIGHT }, { at: NOW + 10 * HOUR_MS }],
		['at night elsewhere', { calendar: NIGHT, zone: 'Asia/Kolkata' }, { at: NOW + 4.5 * HOUR_MS }],
		['to somebody who opted out of marketing', { consent: [optOut('marketing')] }, { send: true }],
		['by day elsewhere', { calendar: NIGHT, zone: 'America/Los_Angeles' }, { send: true }],
	])('%s', (_, changes, due) => {
		expect(reminderDue(question(changes))).toEqual(due);
	});

	test.each([
		['a text after the window', { contact: { lastInboundAt: iso(-25), handOverUntil: '' } }, /24 hours/],
		['what the person opted out of', { consent: [optOut('all')] }, /Opted out of all/],
		['a marketing template after an opt-out of marketing', { category: 'marketing', consent: [optOut('marketing')] }, /Opted out of marketing/],
		['during a hand-over', { isTemplate: true, contact: { lastInboundAt: iso(-1), handOverUntil: iso(1) } }, /somebody/],
		['in quiet hours that end after the wait', { calendar: NIGHT, until: NOW + 10 * HOUR_MS }, /quiet hours/],
	])('leaves out %s', (_, changes, reason) => {
		expect(reminderDue(question(changes))).toEqual({ skip: expect.stringMatching(reason) as unknown });
	});
});
