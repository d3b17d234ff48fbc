import { type WorkflowNode } from '../../test/harness/n8n/workflows';
import { markedNode } from './mark';
import { type WorkflowContent } from './publicApi';
import { type Setting, settingsNode, settingsOf, withSettings } from '../start/settings';
import { isObject, parsed, shown } from './values';

/** The same text for the same content, whatever the order of its members. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		isObject(member) ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1))) : member,
	);
}

function isSame(one: unknown, other: unknown): boolean {
	return canonical(one ?? null) === canonical(other ?? null);
}

interface Pair<T> {
	former: T | undefined;
	next: T | undefined;
}

function pairsByName<T extends { name: string }>(former: readonly T[], next: readonly T[]): Array<Pair<T> & { name: string }> {
	const names = [...new Set([...next, ...former].map(({ name }) => name))];
	const named = (list: readonly T[], wanted: string) => list.find(({ name }) => name === wanted);
	return names.map((name) => ({ name, former: named(former, name), next: named(next, name) }));
}

function routeLines({ former, next }: Pair<Setting>): string[] {
	const entries = (setting: Setting | undefined) => {
		const list = parsed(setting?.value);
		return Array.isArray(list) ? list.filter(isObject) : [];
	};
	const before = new Map(entries(former).map((route) => [canonical({ ...route, workflow: '' }), route.workflow]));
	return entries(next).flatMap((route) => {
		const key = canonical({ ...route, workflow: '' });
		if (before.has(key) && before.get(key) === route.workflow) return [];
		const place = route.workflow === '' ? 'not in use' : `workflow ${shown(route.workflow)}`;
		return [`Settings: route of ${shown(route.journey)} (${shown(route.on)}) → ${place}`];
	});
}

/** How a list or an object is written does not matter. */
function readable(setting: Setting | undefined): unknown {
	return setting && { type: setting.type, value: parsed(setting.value) ?? setting.value };
}

function settingLines(former: readonly Setting[], next: readonly Setting[]): string[] {
	return pairsByName(former, next).flatMap((pair) => {
		const { name } = pair;
		if (isSame(readable(pair.former), readable(pair.next))) return [];
		const routes = name === 'routes' ? routeLines(pair) : [];
		if (routes.length > 0) return routes;
		if (pair.next === undefined) return [`Settings: ${name} goes`];
		if (pair.former === undefined) return [`Settings: ${name} is new: ${shown(pair.next.value)}`];
		return [`Settings: ${name}: ${shown(pair.former.value)} → ${shown(pair.next.value)}`];
	});
}

function nodeLine({ name, former, next }: Pair<WorkflowNode> & { name: string }): string[] {
	if (former === undefined) return [`Node "${name}" is new`];
	if (next === undefined) return [`Node "${name}" goes`];
	const parts = [...new Set([...Object.keys(former), ...Object.keys(next)])].filter((part) => !isSame(former[part], next[part]));
	const told = parts.filter((part) => part !== 'position');
	if (told.length === 0) return [];
	const names = told.map((part) => {
		if (part !== 'credentials') return part;
		const list = Object.values(next.credentials ?? {}).map((credential) => credential.name);
		return `credential ${list.join(', ')}`;
	});
	return [`Node "${name}" changes: ${names.join(', ')}`];
}

/** Where nodes stand changes nothing of what they do: one line for all. */
function movedLine(pairs: ReadonlyArray<Pair<WorkflowNode>>): string[] {
	const moved = pairs.filter(({ former, next }) => former && next && !isSame(former.position, next.position));
	return moved.length === 0 ? [] : [`Nodes that move on the canvas: ${moved.length}`];
}

/** Settings have lines of their own, and the note goes with them. */
function comparedNodes(nodes: readonly WorkflowNode[], settings: WorkflowNode | undefined): WorkflowNode[] {
	return nodes.map((node) => (node === settings ? withSettings({ ...node, notes: undefined }, []) : node));
}

function settingsChanged(former: Record<string, unknown>, next: Record<string, unknown>): boolean {
	return Object.entries(next).some(([name, value]) => !isSame(former[name], value));
}

/** What another content changes in a workflow, one line each; empty when nothing does. */
export function differences(stored: WorkflowContent, content: WorkflowContent): string[] {
	const formerNode = markedNode(stored) ?? settingsNode(stored);
	const nextNode = settingsNode(content);
	const pairs = pairsByName(comparedNodes(stored.nodes, formerNode), comparedNodes(content.nodes, nextNode));
	const lines = [
		...settingLines(settingsOf(formerNode), settingsOf(nextNode)),
		...pairs.flatMap(nodeLine),
		...movedLine(pairs),
		...(isSame(stored.connections, content.connections) ? [] : ['The connections between the nodes change']),
		...(settingsChanged(stored.settings ?? {}, content.settings ?? {}) ? ["The workflow's own settings change"] : []),
	];
	return lines.length === 0 && formerNode?.notes !== nextNode?.notes ? ['The note of the kit changes'] : lines;
}
