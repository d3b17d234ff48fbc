import type { Setting } from '../start/settings';
import { fingerprint } from './mark';
import { type Json, encode, isExpression, isObject, mergeJson, parsed } from './values';

/** Where the value of a setting comes from. */
export type Origin = 'shipped' | 'client' | 'wished';

/** A setting with what decided its value. */
export interface Settled {
	setting: Setting;
	origin: Origin;
}

function wish(setting: Setting, wished: Json): Setting {
	if (isExpression(wished)) return { ...setting, value: wished };
	const merged = setting.type === 'object' ? mergeJson(parsed(setting.value), wished) : wished;
	return { ...setting, value: encode(setting.type, merged) };
}

/** Routes that came with a newer version, beside those that the client changed. */
function withNewRoutes(kept: Setting, shipped: Setting): Setting {
	const routes = parsed(kept.value);
	const offered = parsed(shipped.value);
	if (kept.name !== 'routes' || !Array.isArray(routes) || !Array.isArray(offered)) return kept;
	const key = (route: Json) => (isObject(route) ? `${String(route.journey)} ${String(route.on)}` : '');
	const has = new Set(routes.map(key));
	return { ...kept, value: encode('array', [...routes, ...offered.filter((route) => !has.has(key(route)))]) };
}

/** Changed in n8n since it was written; where nothing tells what was written: not as shipped. */
function isChanged(stored: Setting, { shipped, written }: { shipped: Setting; written: Record<string, string> }): boolean {
	return (written[stored.name] ?? fingerprint(shipped)) !== fingerprint(stored);
}

/**
 * The rows that a workflow shall have: as shipped, unless somebody changed them in n8n since they were written; what is wished
 * comes before both. An object that is wished changes only the members that it names.
 *
 * @param given stored: the rows in n8n; written: by name, the fingerprint of what was written last
 */
export function settle(given: {
	shipped: readonly Setting[];
	stored: readonly Setting[];
	written: Record<string, string>;
	wished: Record<string, Json>;
}): Settled[] {
	const { shipped, stored, written, wished } = given;
	const rows = shipped.map((setting): Settled => {
		const former = stored.find(({ name }) => name === setting.name);
		const kept = former !== undefined && isChanged(former, { shipped: setting, written });
		const base = kept ? withNewRoutes({ ...former, id: setting.id }, setting) : setting;
		const value = wished[setting.name];
		if (value !== undefined) return { setting: wish({ ...base, type: setting.type }, value), origin: 'wished' };
		return { setting: base, origin: kept ? 'client' : 'shipped' };
	});
	// What was written once and is shipped no more goes; what the client added stays.
	const added = stored.filter(({ name }) => written[name] === undefined && !shipped.some((setting) => setting.name === name));
	return [...rows, ...added.map((setting): Settled => ({ setting, origin: 'client' }))];
}

/** What to remember of each row as written: of one that the client changed, what it was before, so that it counts as changed again. */
export function writtenOf(rows: readonly Settled[], former: Record<string, string>): Record<string, string> {
	const entries = rows.flatMap(({ setting, origin }) => {
		const value = origin === 'client' ? former[setting.name] : fingerprint(setting);
		return value === undefined ? [] : [[setting.name, value] as const];
	});
	return Object.fromEntries(entries);
}
