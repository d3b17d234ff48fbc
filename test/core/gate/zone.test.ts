import { recipientZone } from '../../../core/gate/zone';

const now = Date.parse('2026-06-10T12:00:00Z');
const USA = ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Chicago'];
const known = { given: '', recorded: '', country: () => USA, workflow: 'Europe/Berlin' };

test.each([
	['given', { ...known, given: 'Asia/Tokyo', recorded: 'Asia/Dubai' }, 'Asia/Tokyo', 'given'],
	['of the record', { ...known, recorded: 'Asia/Dubai' }, 'Asia/Dubai', 'record'],
	['of the country, where the record has none that exists', { ...known, recorded: 'Dubai time' }, 'America/New_York', 'country'],
	['of the workflow, where nothing is known', { ...known, country: () => [] }, 'Europe/Berlin', 'workflow'],
])('the zone %s', (_case, facts, name, source) => {
	expect(recipientZone(facts, { choice: 'main', now })).toEqual({ name, source });
});

test.each([
	['main', 'America/New_York'],
	['earliest', 'Pacific/Honolulu'],
	['latest', 'America/New_York'],
] as const)('of several zones the %s', (choice, name) => {
	expect(recipientZone(known, { choice, now }).name).toBe(name);
});

test('which clock is ahead depends on the season', () => {
	const zones = ['Australia/Brisbane', 'Australia/Adelaide'];
	const at = (day: string) => recipientZone({ ...known, country: () => zones }, { choice: 'earliest', now: Date.parse(day) }).name;
	expect(at('2026-01-10')).toBe('Australia/Brisbane');
	expect(at('2026-07-01')).toBe('Australia/Adelaide');
});
