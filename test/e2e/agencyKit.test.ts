import axios from 'axios';
import { readCatalog } from '../../scripts/journeys/catalog';
import { markOf } from '../../scripts/journeys/mark';
import { settingsNode, settingsOf } from '../../scripts/start/settings';
import { listExecutions } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { type StoredWorkflow, createWorkflow, findWorkflow, updateWorkflow } from '../harness/n8n/workflows';
import { type AgencyWorld, startAgencyWorld } from './agencyKitWorld';
import { newOrder, shipmentChanged } from './journeys/storeEvents';

const SHIPPING = 'shipping-milestones-shopify';
const WHATSAPP = 'whatsAppBusinessPlatformApi';
const CUSTOMER = { key: '', phone: '+15557770001', name: 'Maya Example', firstName: 'Maya', language: 'en', country: 'US' };

async function workflowsOf({ demo: { client } }: AgencyWorld): Promise<StoredWorkflow[]> {
	const listed = await client.request<Array<{ id: string }>>({ method: 'GET', path: '/rest/workflows' });
	const found = await Promise.all(listed.map(async ({ id }) => await findWorkflow(client, id)));
	return found.filter((workflow) => workflow !== undefined);
}

async function journey(world: AgencyWorld, name: string): Promise<StoredWorkflow> {
	const found = (await workflowsOf(world)).filter((workflow) => markOf(workflow)?.journey === name);
	if (found[0] === undefined || found.length > 1) throw new Error(`n8n has ${found.length} workflows of ${name}`);
	return found[0];
}

function settingsIn(workflow: StoredWorkflow): Record<string, unknown> {
	return Object.fromEntries(settingsOf(settingsNode(workflow)).map(({ name, value }) => [name, value]));
}

/** What somebody does in n8n's editor: other values in Settings, another parameter in a node. */
async function editInN8n({ demo: { client } }: AgencyWorld, given: { stored: StoredWorkflow; settings: Record<string, unknown>; node: string }): Promise<void> {
	const workflow = structuredClone(given.stored);
	for (const row of settingsOf(settingsNode(workflow))) row.value = given.settings[row.name] ?? row.value;
	const node = workflow.nodes.find(({ name }) => name === given.node);
	if (node === undefined) throw new Error(`There is no node ${given.node}`);
	node.parameters = { ...node.parameters, notice: 'edited' };
	await updateWorkflow(client, { stored: given.stored, workflow });
}

// One after the other: each works on what the one before has left in n8n.
describe('the agency kit', () => {
	const world = startAgencyWorld();
	const clientFile = () => ({
		credentials: {
			[WHATSAPP]: { name: 'Sunny Shop', data: { ...world().credentialValues, accessToken: { env: 'SUNNY_TOKEN' } } },
		},
		settings: { defaultLanguage: 'de' },
		journeys: {
			[SHIPPING]: { carrierName: 'Example Express', templates: { delayed: 'other_template|en_US' } },
			loyalty: {},
			inbox: { texts: { en: { stop: 'No more messages.', offers: 'No more offers.', start: 'Hello again.' } } },
		},
	});

	test('a dry run says what would be done and changes nothing', async () => {
		const { code, output } = await world().run(['import', '--dry-run'], { file: clientFile() });
		expect(code).toBe(0);
		expect(output).toContain(`${SHIPPING}: new`);
		expect(output).toContain('Credential "Sunny Shop" (whatsAppBusinessPlatformApi): is made');
		expect(await workflowsOf(world())).toEqual([]);
		const credentials = await world().demo.client.request<unknown[]>({ method: 'GET', path: '/rest/credentials' });
		expect(credentials).toHaveLength(1);
	});

	test('imports, sets credential and settings, links the inbox and publishes', async () => {
		const { code, output } = await world().run(['import'], { file: clientFile() });
		expect(code).toBe(0);
		expect(output).not.toContain(world().credentialValues.accessToken);
		expect(output).not.toContain(world().credentialValues.appSecret);
		const [shipping, loyalty, inbox] = await Promise.all([SHIPPING, 'loyalty', 'inbox'].map(async (name) => await journey(world(), name)));
		if (!shipping || !loyalty || !inbox) throw new Error('A workflow is missing');
		expect([shipping, loyalty, inbox].map(({ active }) => active)).toEqual([true, true, true]);
		expect(settingsIn(shipping)).toMatchObject({ carrierName: 'Example Express', defaultLanguage: 'de' });
		expect(JSON.parse(String(settingsIn(shipping).templates))).toMatchObject({ shipped: 'parcel_shipped|en_US', delayed: 'other_template|en_US' });
		expect(JSON.parse(String(settingsIn(inbox).texts))).toMatchObject({ en: { stop: 'No more messages.' } });
		const routes = JSON.parse(String(settingsIn(inbox).routes)) as Array<{ journey: string; workflow: string }>;
		expect(routes.find((route) => route.journey === 'loyalty')?.workflow).toBe(loyalty.id);
		expect(routes.find((route) => route.journey === 'back-in-stock')?.workflow).toBe('');
	});

	test('what was imported works: an event becomes a message, a message begins a journey', async () => {
		const { demo } = world();
		const { data: phone } = await axios.post<{ key: string }>(`${demo.sandbox.baseUrl}/_control/phones`, {
			...{ name: CUSTOMER.name, phone: CUSTOMER.phone.slice(1), language: CUSTOMER.language, country: CUSTOMER.country },
		});
		const order = newOrder({ ...CUSTOMER, key: phone.key });
		await axios.post(`${demo.n8n.url}/webhook/${SHIPPING}/fulfilment`, shipmentChanged('shopify', { order, status: 'confirmed' }));
		const message = await until({ what: 'the message about the parcel' }, async () => {
			const shown = await demo.sandbox.messages(phone.key);
			return shown.find(({ template }) => template?.name === 'parcel_shipped');
		});
		expect(message.body).toContain(order.number);
		const { id: workflowId } = await journey(world(), 'loyalty');
		await demo.sandbox.write(phone.key, 'How many points do I have?');
		const runs = await until({ what: 'the inbox to begin the journey' }, async () => {
			const found = await listExecutions(demo.client, { workflowId });
			return found.some(({ status }) => status === 'success') ? found : undefined;
		});
		expect(runs).toHaveLength(1);
	});

	test('again: nothing to do, and nothing twice', async () => {
		const before = await workflowsOf(world());
		const { code, output } = await world().run(['import'], { file: clientFile() });
		expect(code).toBe(0);
		for (const name of [SHIPPING, 'loyalty', 'inbox']) expect(output).toContain(`${name}: up to date`);
		const after = await workflowsOf(world());
		const versions = (list: StoredWorkflow[]) => list.map(({ id, versionId }) => `${id} ${versionId}`).sort();
		expect(versions(after)).toEqual(versions(before));
	});

	test('keeps what the client changed in Settings, sets back what was changed elsewhere, and publishes it', async () => {
		const stored = await journey(world(), SHIPPING);
		await editInN8n(world(), { stored, settings: { tell: 'shipped', carrierName: 'Another Carrier' }, node: 'Which Milestone?' });
		const dry = await world().run(['import', SHIPPING, '--dry-run'], { file: clientFile() });
		expect(dry.output).toContain('Settings: carrierName: Another Carrier → Example Express');
		expect(dry.output).toContain('Settings: tell stays as it was changed in n8n');
		expect(dry.output).toContain('Node "Which Milestone?" changes: parameters');
		expect(settingsIn(await journey(world(), SHIPPING)).carrierName).toBe('Another Carrier');
		for (const expected of ['published', 'up to date']) {
			const { code, output } = await world().run(['import', SHIPPING], { file: clientFile() });
			expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(expected) as string });
			const updated = await journey(world(), SHIPPING);
			expect(updated.id).toBe(stored.id);
			expect(settingsIn(updated)).toMatchObject({ tell: 'shipped', carrierName: 'Example Express' });
			expect(updated.nodes.find(({ name }) => name === 'Which Milestone?')?.parameters).not.toHaveProperty('notice');
		}
	});

	test('a new journey is told to the inbox that is there', async () => {
		const { code, output } = await world().run(['import', 'back-in-stock'], { file: clientFile() });
		expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/Settings: route of back-in-stock \(message\) → workflow \w+/) as string });
		const { id } = await journey(world(), 'back-in-stock');
		const routes = JSON.parse(String(settingsIn(await journey(world(), 'inbox')).routes)) as Array<{ journey: string; workflow: string }>;
		expect(routes.find((route) => route.journey === 'back-in-stock')?.workflow).toBe(id);
	});

	test('a workflow that was imported by hand is not doubled, but taken over when it is named', async () => {
		const { demo } = world();
		const file = await journey(world(), SHIPPING);
		const nodes = file.nodes.map((node) => ({ ...node, notes: '' }));
		await demo.client.request({ method: 'POST', path: `/rest/workflows/${file.id}/archive`, body: {} });
		const { id } = await createWorkflow(demo.client, { ...file, name: 'My parcels', nodes });
		const refused = await world().run(['import', SHIPPING], { file: clientFile() });
		expect({ code: refused.code, errors: refused.errors }).toEqual({ code: 1, errors: expect.stringContaining(`"My parcels" (${id})`) as string });
		const taken = await world().run(['import', SHIPPING], { file: { ...clientFile(), workflows: { [SHIPPING]: id } } });
		expect(taken.code).toBe(0);
		expect(await journey(world(), SHIPPING)).toMatchObject({ id, name: 'My parcels', active: true });
	});

	test('without its credentials a journey is refused, or saved as a draft', async () => {
		const refused = await world().run(['import', 'cod-confirmation-shopify'], { file: clientFile() });
		expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('cod-confirmation-shopify: shopifyAccessTokenApi') as string });
		const draft = await world().run(['import', 'cod-confirmation-shopify', '--draft'], { file: clientFile() });
		expect(draft.code).toBe(0);
		expect((await journey(world(), 'cod-confirmation-shopify')).active).toBe(false);
	});

	test('n8n takes every journey', async () => {
		const names = readCatalog().map(({ name }) => name);
		const { code, output } = await world().run(['import', ...names, '--draft'], { file: clientFile() });
		expect({ code, output }).toEqual({ code: 0, output: expect.not.stringContaining('refused') as string });
		const imported = (await workflowsOf(world())).map((workflow) => markOf(workflow)?.journey);
		expect(imported.sort()).toEqual(names.sort());
	});

	test.each([
		{ what: 'a key that n8n does not know', given: { apiKey: 'nobody' }, says: /does not accept the API key/ },
		{ what: 'a port where nothing listens', given: { url: 'http://127.0.0.1:9' }, says: /cannot be reached \(ECONNREFUSED\)/ },
		{ what: 'no address', given: { url: 'client.example' }, says: /--url wants an address/ },
		{ what: 'an unknown journey', args: ['no-such'], says: /There is no journey "no-such"\. There are:[^]*\n {2}shipping-milestones-shopify\n/ },
		{ what: 'a journey without its store', args: ['cod-confirmation'], says: /name cod-confirmation-shopify or cod-confirmation-woocommerce/ },
		{ what: 'an unknown setting', given: { file: { journeys: { [SHIPPING]: { carrier: 'x' } } } }, says: /has no setting "carrier"\. It has .*carrierName/ },
		{ what: 'an unknown common setting', given: { file: { settings: { colours: 'x' } } }, says: /No journey has a setting "colours"\. There are .*colour/ },
		{ what: 'a value that does not fit', given: { file: { settings: { waitDays: 'two' } } }, says: /waitDays wants a number, such as 3, not "two"/ },
		{ what: 'a credential that is not there', given: { file: { credentials: { [WHATSAPP]: 'Nobody' } } }, says: /no credential "Nobody".*It has .*"Sunny Shop"/ },
	])('in plain words: $what', async ({ given, args = [SHIPPING], says }) => {
		const before = (await workflowsOf(world())).length;
		const { code, errors } = await world().run(['import', ...args], given);
		expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(says) as string });
		expect(await workflowsOf(world())).toHaveLength(before);
	});

	test('in plain words: a key without rights', async () => {
		const { code, errors } = await world().run(['import', SHIPPING], { apiKey: world().weakKey });
		expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/lacks rights: workflow:create, workflow:update, workflow:activate/) as string });
	});
});
