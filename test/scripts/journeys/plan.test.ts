import { type CatalogJourney, chooseJourneys, readCatalog } from '../../../scripts/journeys/catalog';
import { installedJourneys, listens, refuseTwins } from '../../../scripts/journeys/installed';
import { markOf } from '../../../scripts/journeys/mark';
import { type Plan, planWorkflow } from '../../../scripts/journeys/plan';
import { type ApiWorkflow } from '../../../scripts/journeys/publicApi';
import { settingsNode, settingsOf } from '../../../scripts/start/settings';
import { type Json } from '../../../scripts/journeys/values';

const WHATSAPP = { whatsAppBusinessPlatformApi: { id: '1', name: 'Shop' } };
const catalog = readCatalog();

function named(name: string): CatalogJourney {
	const [journey] = chooseJourneys(catalog, [name]);
	if (journey === undefined) throw new Error(name);
	return journey;
}

function plan(name: string, given: { stored?: ApiWorkflow; wished?: Record<string, Json>; known?: Array<{ path: string; id: string }>; credentials?: typeof WHATSAPP } = {}): Plan {
	return planWorkflow({ journey: named(name), stored: undefined, wished: {}, credentials: WHATSAPP, known: [], ...given });
}

/** As n8n keeps what a plan says; it gives nodes webhook IDs of its own. */
function stored({ content }: Plan, id = 'w1'): ApiWorkflow {
	const nodes = structuredClone(content.nodes).map((node) => ({ webhookId: `webhook of ${node.name}`, ...node }));
	return { ...content, nodes, id, versionId: 'v1', active: true, activeVersionId: 'v1', isArchived: false, triggerCount: 1 };
}

const SHIPPING = 'shipping-milestones-shopify';

describe('the plan for a workflow', () => {
	test('carries the mark of its journey, whatever the client names it', () => {
		const renamed = { ...stored(plan(SHIPPING)), name: 'Parcels' };
		expect(markOf(renamed)?.journey).toBe(SHIPPING);
		expect(plan(SHIPPING, { stored: renamed }).content.name).toBe('Parcels');
	});

	test('has nothing to do when n8n has all of it', () => {
		for (const { name } of catalog) expect(plan(name, { stored: stored(plan(name)) }).lines).toEqual([]);
	});

	test('says what changes, in lines', () => {
		const before = stored(plan(SHIPPING));
		const [first, second] = before.nodes.filter(({ type }) => type.endsWith('whatsAppBusiness'));
		if (first === undefined || second === undefined) throw new Error('no nodes');
		first.parameters = {};
		second.position = [0, 7];
		before.nodes.push({ ...second, name: 'Mine', id: 'mine' });
		before.connections = {};
		const { lines } = plan(SHIPPING, { stored: before, wished: { carrierName: 'Express', languageByCountry: { FR: 'fr' } }, credentials: { whatsAppBusinessPlatformApi: { id: '2', name: 'Other' } } });
		expect(lines[0]).toBe('Settings: carrierName: the carrier → Express');
		expect(lines[1]).toMatch(/^Settings: languageByCountry: \{"US".*… → \{"US".*…$/);
		expect(lines).toContain(`Node "${first.name}" changes: parameters, credential Other`);
		expect(lines).toContain('Node "Mine" goes');
		expect(lines).toContain('Nodes that move on the canvas: 1');
		expect(lines.at(-1)).toBe('The connections between the nodes change');
	});

	test('keeps the credential that the client chose in n8n, and tells which are missing', () => {
		const empty = planWorkflow({ journey: named('review-request'), stored: undefined, wished: {}, credentials: {}, known: [] });
		expect(Object.keys(empty.missing).sort()).toEqual(['smtp', 'whatsAppBusinessPlatformApi', 'zendeskApi']);
		const chosen = stored(empty);
		for (const node of chosen.nodes) for (const type of Object.keys(node.credentials ?? {})) node.credentials = { [type]: { id: '9', name: 'Mine' } };
		const next = planWorkflow({ journey: named('review-request'), stored: chosen, wished: {}, credentials: {}, known: [] });
		expect({ missing: next.missing, lines: next.lines }).toEqual({ missing: {}, lines: [] });
	});

	test('leads the routes of the inbox to the journeys that are there', () => {
		const before = plan('inbox');
		const { content, lines } = plan('inbox', { stored: stored(before), known: [{ path: 'loyalty', id: 'L1' }] });
		expect(lines).toContain('Settings: route of loyalty (message) → workflow L1');
		const routes = settingsOf(settingsNode(content)).find(({ name }) => name === 'routes');
		expect(JSON.parse(String(routes?.value))).toContainEqual(expect.objectContaining({ journey: 'loyalty', workflow: 'L1' }));
		const broken = stored(before);
		const row = settingsOf(settingsNode(broken)).find(({ name }) => name === 'routes');
		if (row !== undefined) row.value = 'oops';
		expect(() => plan('inbox', { stored: broken })).toThrow('"routes" in its Settings is no JSON list any more');
	});
});

describe('the journeys in an n8n', () => {
	test('are found by their mark, or by the ID that is given', () => {
		const marked = stored(plan(SHIPPING));
		expect(installedJourneys([marked], {}).get(SHIPPING)?.id).toBe('w1');
		const copy = { ...marked, id: 'w2' };
		expect(() => installedJourneys([marked, copy], {})).toThrow(/two workflows that are shipping-milestones-shopify: .*w1.*w2/);
		expect(installedJourneys([marked, copy], { [SHIPPING]: 'w2' }).get(SHIPPING)?.id).toBe('w2');
		expect(() => installedJourneys([marked], { [SHIPPING]: 'w3' })).toThrow('no workflow with the ID w3');
	});

	test('are not imported beside a copy that was imported by hand', () => {
		const byHand = { ...stored(plan(SHIPPING)), name: 'Parcels' };
		for (const node of byHand.nodes) delete node.notes;
		const refuse = (name: string) => refuseTwins([byHand], { journeys: [named(name)], installed: new Map() });
		expect(() => refuse(SHIPPING)).toThrow('as "Parcels" (w1), which was imported by hand');
		expect(() => refuse('returns')).not.toThrow();
	});

	test('listen to something, except those that others call', () => {
		expect([SHIPPING, 'inbox', 'delivery-report'].map((name) => listens(named(name)))).toEqual([true, true, true]);
		const called = named('loyalty');
		const nodes = called.workflow.nodes.filter(({ type }) => !type.endsWith('.webhook'));
		expect(listens({ ...called, workflow: { ...called.workflow, nodes } })).toBe(false);
	});
});
