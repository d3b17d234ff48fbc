import type { BrowserContext, Page } from 'playwright-core';
import { withCredential } from '../../scripts/start/importJourneys';
import { newMessages, shownMessages } from '../../scripts/start/scenario/phone';
import { OPERATION_SAMPLES } from '../fixtures/e2e/operations';
import { BEN } from '../fixtures/e2e/operations/customers';
import type { Given } from '../fixtures/e2e/operations/sample';
import { screenshot, signInToEditor } from '../harness/n8n/browser';
import { itemsOf, knownExecutions, nextExecution } from '../harness/n8n/executions';
import { type StoredWorkflow, createWorkflow, deleteWorkflow } from '../harness/n8n/workflows';
import { closeForm, operationForm } from './operationForm';
import { openPhone, partOf } from './operationsPhone';
import { prepareSandbox } from './operationsSandbox';
import { namesOf, operationsWorkflow } from './operationsWorkflow';
import type { World } from './world';

/** What n8n's editor takes on a busy machine. */
const FORM_TIMEOUT_MS = 30_000;

interface Property {
	name: string;
	displayOptions?: { show?: { resource?: string[] } };
	options?: Array<{ value: string }>;
}

/** Stands in every list of operations: n8n adds it, and it leads to the HTTP Request node. */
const CUSTOM_CALL = '__CUSTOM_API_CALL__';

/** It needs a second store: storeTests runs it. */
const ELSEWHERE = ['contact.copyRecords'];

/** Keys such as `message.sendText` of all that the form offers. */
function operationsIn(properties: readonly Property[]): string[] {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) => options.map(({ value }) => `${resource}.${value}`)),
		)
		.filter((key) => !key.endsWith(CUSTOM_CALL));
}

/** Each operation in n8n's editor: its form, and a run by the button in it. */
export function operationsTests(world: () => World): void {
	describe('every operation, in the editor', () => {
		let editor: BrowserContext;
		let page: Page;
		let workflow: StoredWorkflow;
		let given: Given;
		const pageErrors: string[] = [];

		beforeAll(async () => {
			const { browser, demo } = world();
			given = await prepareSandbox(demo.sandbox);
			workflow = await createWorkflow(demo.client, withCredential(operationsWorkflow(given), demo.credential));
			editor = await signInToEditor(browser, { url: demo.n8n.url, owner: demo.owner });
			page = await editor.newPage();
			page.on('pageerror', ({ message }) => pageErrors.push(message));
			page.setDefaultTimeout(FORM_TIMEOUT_MS);
			await page.goto(`${demo.n8n.url}/workflow/${workflow.id}`);
		}, 120_000);

		afterAll(async () => {
			await editor?.close();
			if (workflow) await deleteWorkflow(world().demo.client, workflow.id);
		});

		afterEach(async () => {
			await closeForm(page);
		});

		test('there is a sample of each', async () => {
			const types = await world().demo.client.file<Array<{ name: string; properties: Property[] }>>('/types/nodes.json');
			const node = types.find(({ name }) => name === 'n8n-nodes-whatsapp-journeys.whatsAppBusiness');
			const all = operationsIn(node?.properties ?? []).filter((key) => !ELSEWHERE.includes(key));
			expect(Object.keys(OPERATION_SAMPLES).sort()).toEqual(all.sort());
		});

		test.each(Object.keys(OPERATION_SAMPLES))('%s: the form is sound, and runs', async (key) => {
			const { demo } = world();
			const { field, shows, gives = {}, waits, output } = OPERATION_SAMPLES[key]!(given);
			const form = operationForm(page, key);
			await form.open();
			await form.waitForField(field);
			expect(await form.issues()).toEqual([]);
			const { resource, operation } = namesOf(key);
			if (waits === true) {
				await form.showAll();
				await screenshot(page, `form-${resource}-${operation}`);
				return;
			}
			const known = await knownExecutions(demo.client, workflow.id);
			const shown = shows && (await shownMessages(demo, shows.phoneKey));
			await form.run();
			await form.showAll();
			await screenshot(page, `form-${resource}-${operation}`);
			const execution = await nextExecution(demo.client, { workflowId: workflow.id, known, what: `the run of ${key}` });
			expect(execution.error).toBeUndefined();
			expect(itemsOf(execution, { node: key, output })[0]?.json).toMatchObject(gives);
			if (shows && shown) {
				const messages = await newMessages(demo, { phoneKey: shows.phoneKey, shown });
				expect(messages).toMatchObject([shows.message]);
			}
			expect(pageErrors).toEqual([]);
		});

		test('the phone page draws them all', async () => {
			const phone = await openPhone(world(), BEN);
			for (const part of ['list-open', 'url-button', 'cards', 'products', 'order', 'location', 'contacts', 'reactions']) {
				expect(await phone.locator(partOf(part)).count()).toBeGreaterThan(0);
			}
			expect(await phone.getByText('Message of type').allTextContents()).toEqual([]);
			await screenshot(phone, 'phone-gallery');
			await phone.close();
		});
	});
}
