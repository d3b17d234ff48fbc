import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { withCredential } from '../../scripts/start/importJourneys';
import { consentRow } from '../../scripts/start/scenario/consent';
import { ANA, CONSENT_TABLE, STOP_BUTTON } from '../../scripts/start/scenario/context';
import { order, ship } from '../../scripts/start/scenario/shop';
import { screenshot, signInToEditor } from '../harness/n8n/browser';
import { dataTableUrl, findDataTable } from '../harness/n8n/dataTables';
import { type WorkflowFile, createWorkflow, deleteWorkflow } from '../harness/n8n/workflows';
import type { World } from './world';

const TEMPLATE_NODE = 'Send Shipping Update';
const JOURNEY = 'order-updates/order-updates.json';

/** n8n's editor makes no fields while another field holds an expression without data, so this node holds none. */
const PICK_TEMPLATE = JSON.parse(
	readFileSync(join(__dirname, '..', 'fixtures', 'e2e', 'pickTemplate.json'), 'utf8'),
) as WorkflowFile;

const CONFIRMED_FIELDS = ['body_1', 'body_2', 'body_3'];
const SHIPPED_FIELDS = ['body_first_name', 'body_order_number', 'body_carrier', 'button_0_url', 'button_1_payload'];

function journeyUrl({ demo }: World, nodeName?: string): string {
	const journey = demo.journeys.find(({ path }) => path === JOURNEY);
	const node = journey?.workflow.nodes.find(({ name }) => name === nodeName);
	if (journey === undefined || (nodeName !== undefined && node === undefined)) {
		throw new Error(`There is no ${nodeName ?? 'journey'} in ${JOURNEY}`);
	}
	return `${demo.n8n.url}/workflow/${journey.id}${node ? `/${node.id}` : ''}`;
}

/** Ids of the fields made from the chosen template, in order. */
async function variableFields(page: Page): Promise<string[]> {
	const fields = page.locator('[data-test-id^="parameter-input-body_"], [data-test-id^="parameter-input-button_"]');
	const ids = await fields.evaluateAll((all) => all.map((one) => one.getAttribute('data-test-id') ?? ''));
	return ids.map((id) => id.replace('parameter-input-', ''));
}

function editorTests(world: () => World): void {
	let editor: BrowserContext;

	beforeAll(async () => {
		const { browser, demo } = world();
		editor = await signInToEditor(browser, { url: demo.n8n.url, owner: demo.owner });
	}, 120_000);

	afterAll(async () => {
		await editor?.close();
	});

	test('the journey opens on the canvas', async () => {
		const page = await editor.newPage();
		await page.goto(journeyUrl(world()));
		await page.locator(`[data-node-name="${TEMPLATE_NODE}"]`).first().waitFor({ timeout: 60_000 });
		const checklist = page.getByText('Production Checklist');
		await checklist.waitFor({ timeout: 30_000 });
		await page.keyboard.press('Escape');
		await checklist.waitFor({ state: 'hidden' });
		await screenshot(page, 'journey-canvas');
		await page.close();
	});

	test('a node of the journey shows the variables of its template', async () => {
		const page = await editor.newPage();
		await page.goto(journeyUrl(world(), TEMPLATE_NODE));
		await page.getByTestId('parameter-input-body_carrier').waitFor({ timeout: 60_000 });
		expect(await variableFields(page)).toEqual(SHIPPED_FIELDS);
		await screenshot(page, 'send-template-node');
		await page.close();
	});

	test('picking a template from the list gives one field for each of its variables', async () => {
		const { client, credential, n8n } = world().demo;
		const stored = await createWorkflow(client, withCredential(PICK_TEMPLATE, credential));
		const node = stored.nodes.find(({ name }) => name === 'Send Template');
		const page = await editor.newPage();
		await page.goto(`${n8n.url}/workflow/${stored.id}/${node?.id}`);
		const choice = page.getByTestId('resource-locator-template').getByTestId('rlc-input');
		await choice.click({ timeout: 60_000 });
		await page.getByTestId('rlc-item').filter({ hasText: 'order_confirmed (en_US)' }).click();
		await page.getByTestId('parameter-input-body_3').waitFor({ timeout: 30_000 });
		expect(await variableFields(page)).toEqual(CONFIRMED_FIELDS);
		await choice.click();
		await page.getByTestId('rlc-item').filter({ hasText: 'order_shipped (en_US)' }).click();
		await page.getByTestId('parameter-input-body_carrier').waitFor({ timeout: 30_000 });
		expect(await variableFields(page)).toEqual(SHIPPED_FIELDS);
		await screenshot(page, 'send-template-picked');
		await page.close();
		await deleteWorkflow(client, stored.id);
	});

	test('the operator sees the opt-outs in n8n', async () => {
		const { demo } = world();
		const table = await findDataTable(demo.client, CONSENT_TABLE);
		if (table === undefined) throw new Error(`There is no Data Table ${CONSENT_TABLE}`);
		const page = await editor.newPage();
		await page.goto(dataTableUrl(demo.client, table));
		await page.getByText('opted_out').first().waitFor({ timeout: 60_000 });
		await screenshot(page, 'opt-outs-data-table');
		await page.close();
	});
}

function phonePageTests(world: () => World): void {
	test('a tap on "Stop updates" on the phone page opts the customer out', async () => {
		const { browser, demo } = world();
		await demo.sandbox.write(ANA, 'start');
		await consentRow(demo, { phoneKey: ANA, state: 'opted_in' });
		await order(demo, ANA);
		await ship(demo, ANA);
		const page = await browser.newPage({ viewport: { width: 420, height: 860 } });
		await page.goto(`${demo.sandbox.baseUrl}/#/${ANA}`);
		const stop = page.getByRole('button', { name: STOP_BUTTON }).last();
		await stop.waitFor();
		await screenshot(page, 'phone-order-shipped');
		await stop.click();
		await consentRow(demo, { phoneKey: ANA, state: 'opted_out' });
		await screenshot(page, 'phone-opted-out');
		await page.close();
	});
}

/** What people see: n8n's editor and the phone page, in a real browser. */
export function browserTests(world: () => World): void {
	describe('in the browser', () => {
		phonePageTests(world);
		editorTests(world);
	});
}
