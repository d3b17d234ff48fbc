import { fingerprint } from '../../../scripts/journeys/mark';
import { type Settled, settle, writtenOf } from '../../../scripts/journeys/settingsNode';
import type { Setting } from '../../../scripts/start/settings';
import { type Json } from '../../../scripts/journeys/values';

function row(name: string, value: unknown, type = 'string'): Setting {
	return { id: `id-${name}`, name, type, value };
}

function written(...rows: Setting[]): Record<string, string> {
	return Object.fromEntries(rows.map((setting) => [setting.name, fingerprint(setting)]));
}

function values(rows: readonly Settled[]): Record<string, unknown> {
	return Object.fromEntries(rows.map(({ setting, origin }) => [setting.name, [setting.value, origin]]));
}

function settled(given: { shipped: Setting[]; stored?: Setting[]; wished?: Record<string, Json>; written?: Record<string, string> }) {
	return settle({ stored: [], wished: {}, written: {}, ...given });
}

describe('the values of a Settings node', () => {
	test('are those that are shipped, in a new workflow', () => {
		expect(values(settled({ shipped: [row('a', '1')] }))).toEqual({ a: ['1', 'shipped'] });
	});

	test('follow a newer version as long as nobody changed them in n8n', () => {
		const old = row('a', 'old');
		expect(values(settled({ shipped: [row('a', 'new')], stored: [old], written: written(old) }))).toEqual({ a: ['new', 'shipped'] });
	});

	test('stay once somebody changed them in n8n, also the time after', () => {
		const old = row('a', 'old');
		const given = { shipped: [row('a', 'new')], stored: [row('a', 'mine')] };
		const first = settled({ ...given, written: written(old) });
		expect(values(first)).toEqual({ a: ['mine', 'client'] });
		const second = settled({ ...given, written: writtenOf(first, written(old)) });
		expect(values(second)).toEqual({ a: ['mine', 'client'] });
	});

	test('are those that are wished, before all others', () => {
		const given = { shipped: [row('a', 'new')], stored: [row('a', 'mine')], wished: { a: 'wished' } };
		expect(values(settled(given))).toEqual({ a: ['wished', 'wished'] });
	});

	test('fall back when they are wished no more', () => {
		const wished = row('a', 'wished');
		expect(values(settled({ shipped: [row('a', 'new')], stored: [wished], written: written(wished) }))).toEqual({ a: ['new', 'shipped'] });
	});

	test('of objects change in the members that are wished only', () => {
		const shipped = [row('texts', '{"hi":{"en":"Hi","de":"Hallo"},"bye":{"en":"Bye"}}', 'object')];
		const [texts] = settled({ shipped, wished: { texts: { hi: { en: 'Hello' } } } });
		expect(JSON.parse(String(texts?.setting.value))).toEqual({ hi: { en: 'Hello', de: 'Hallo' }, bye: { en: 'Bye' } });
	});

	test('of lists are replaced as a whole, and expressions are taken as they are', () => {
		const shipped = [row('list', '["a"]', 'array'), row('count', 1, 'number')];
		const rows = settled({ shipped, wished: { list: ['b'], count: '={{ 1 + 1 }}' } });
		expect(JSON.parse(String(rows[0]?.setting.value))).toEqual(['b']);
		expect(rows[1]?.setting.value).toBe('={{ 1 + 1 }}');
	});

	test('that the client added stay; those that are shipped no more go', () => {
		const gone = row('gone', '1');
		const rows = settled({ shipped: [], stored: [gone, row('own', '2')], written: written(gone) });
		expect(values(rows)).toEqual({ own: ['2', 'client'] });
	});

	test('of a workflow that was imported by hand: what differs from the shipped value was changed', () => {
		const shipped = [row('a', 'x'), row('b', 'y')];
		expect(values(settled({ shipped, stored: [row('a', 'x'), row('b', 'mine')] }))).toEqual({ a: ['x', 'shipped'], b: ['mine', 'client'] });
	});

	test('routes: IDs in them are no change, and a newer version adds its own', () => {
		const shipped = row('routes', '[{"journey":"a","on":"message","workflow":""},{"journey":"b","on":"message","workflow":""}]', 'array');
		const filled = row('routes', '[{"journey":"a","on":"message","workflow":"7"}]', 'array');
		const former = row('routes', '[{"journey":"a","on":"message","workflow":""}]', 'array');
		expect(values(settled({ shipped: [shipped], stored: [filled], written: written(former) })).routes).toEqual([shipped.value, 'shipped']);
		const own = row('routes', '[{"journey":"a","on":"message","words":["hello"],"workflow":"7"}]', 'array');
		const [kept] = settled({ shipped: [shipped], stored: [own], written: written(former) });
		expect(JSON.parse(String(kept?.setting.value))).toEqual([
			{ journey: 'a', on: 'message', words: ['hello'], workflow: '7' },
			{ journey: 'b', on: 'message', workflow: '' },
		]);
	});
});
