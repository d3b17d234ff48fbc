import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import { CREDENTIAL_TYPE, withCredential } from '../../scripts/start/importJourneys';
import { sandboxCredential } from '../../scripts/start/demo';
import { consentRow, tapStop } from '../../scripts/start/scenario/consent';
import { ANA, BEN, CONSENT_TABLE } from '../../scripts/start/scenario/context';
import { newMessages, shownMessages } from '../../scripts/start/scenario/phone';
import { ship } from '../../scripts/start/scenario/shop';
import { type CredentialReference, saveCredential } from '../harness/n8n/credentials';
import { deleteDataTable } from '../harness/n8n/dataTables';
import { type Execution, getExecution, itemsOf, knownExecutions, nextExecution } from '../harness/n8n/executions';
import { freePort } from '../harness/n8n/freePort';
import { until } from '../harness/n8n/poll';
import { type WorkflowFile, createWorkflow, deleteWorkflow, publishWorkflow } from '../harness/n8n/workflows';
import type { World } from './world';

const SEND_TEXTS = JSON.parse(
	readFileSync(join(__dirname, '..', 'fixtures', 'e2e', 'sendTexts.json'), 'utf8'),
) as WorkflowFile;

const SENT = 0;
const FAILED = 1;

function webhookBody(change: { field: string; value: object }): object {
	return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
}

function textWithoutContacts(id: string): object {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100200', phone_number_id: '700111222333444' },
		messages: [{ from: '15550999999', id, timestamp: '1790000000', type: 'text', text: { body: 'hello' } }],
	};
	return webhookBody({ field: 'messages', value });
}

function isAbout(messageId: string): (execution: Execution) => boolean {
	return (execution) => JSON.stringify(execution.runs).includes(messageId);
}

/** Sends three texts to Ana by a workflow of its own. */
async function sendTexts(world: World, credential: CredentialReference): Promise<Execution> {
	const { client, n8n } = world.demo;
	const { id } = await createWorkflow(client, withCredential(SEND_TEXTS, credential));
	try {
		await publishWorkflow(client, id);
		const known = await knownExecutions(client, id);
		const texts = ['one', 'two', 'three'].map((text) => ({ to: `+${ANA}`, text }));
		await axios.post(`${n8n.url}/webhook/e2e/send-texts`, { texts });
		return await nextExecution(client, { workflowId: id, known, what: 'the run that sends three texts' });
	} finally {
		await deleteWorkflow(client, id);
	}
}

function failuresOf(execution: Execution): string[] {
	return itemsOf(execution, { node: 'Send Text', output: FAILED }).map(({ json }) => String(json.error));
}

function webhookFaults(world: () => World): void {
	test('a delivery signed with another app secret gets 401, a line in the log and no run', async () => {
		const { client, n8n, sandbox } = world().demo;
		const before = n8n.logs().length;
		const known = await knownExecutions(client);
		const forged = await sandbox.deliver({ body: textWithoutContacts('wamid.forged'), signature: 'wrong' });
		expect(forged.status).toBe(401);
		await until({ what: 'the reason in the log' }, () => /signature/i.test(n8n.logs().slice(before)) || undefined);
		await sandbox.deliver({ body: textWithoutContacts('wamid.genuine') });
		const fits = isAbout('wamid.genuine');
		await nextExecution(client, { known, what: 'the run that the genuine message starts', fits });
		const started = [...(await knownExecutions(client))].filter((id) => !known.has(id));
		const executions = await Promise.all(started.map((id) => getExecution(client, id)));
		expect(executions.filter(isAbout('wamid.forged'))).toEqual([]);
	});

	test.each<{ what: string; delivery: { body?: object; raw?: string } }>([
		{ what: 'malformed JSON', delivery: { raw: '{"object":' } },
		{ what: 'an empty body', delivery: { raw: '' } },
		{ what: 'a list instead of an object', delivery: { raw: '[]' } },
		{ what: 'an empty object', delivery: { body: {} } },
		{ what: 'an entry without changes', delivery: { body: { object: 'whatsapp_business_account', entry: [{}] } } },
		{ what: 'an unknown field', delivery: { body: webhookBody({ field: 'novelty', value: {} }) } },
	])('$what is taken with 200', async ({ delivery }) => {
		const { status } = await world().demo.sandbox.deliver({ ...delivery, signature: 'valid' });
		expect(status).toBe(200);
	});

	test('a message without contacts starts the journey', async () => {
		const { client, sandbox } = world().demo;
		const known = await knownExecutions(client);
		const { status } = await sandbox.deliver({ body: textWithoutContacts('wamid.no-contacts') });
		expect(status).toBe(200);
		const fits = isAbout('wamid.no-contacts');
		const execution = await nextExecution(client, { known, what: 'the run that the message starts', fits });
		expect(execution.status).toBe('success');
	});
}

function networkFaults(world: () => World): void {
	test('a call that breaks off fails its own item; the others are sent', async () => {
		const { credential, sandbox } = world().demo;
		await sandbox.addFault({ times: 1, method: 'POST', path: '/messages', hangUp: true });
		const execution = await sendTexts(world(), credential);
		expect(itemsOf(execution, { node: 'Send Text', output: SENT })).toHaveLength(2);
		expect(failuresOf(execution)).toHaveLength(1);
	});

	test('with WhatsApp down every item says so and none is lost', async () => {
		const { client, sandbox } = world().demo;
		const nobody = `http://127.0.0.1:${await freePort()}`;
		const data = sandboxCredential(await sandbox.seed(), nobody);
		const credential = await saveCredential(client, { name: 'WhatsApp down', type: CREDENTIAL_TYPE, data });
		const execution = await sendTexts(world(), credential);
		expect(failuresOf(execution)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/could not reach/i) as string));
	});
}

function storeFaults(world: () => World): void {
	test('without its Data Table the journey sends nothing and says why', async () => {
		const { demo } = world();
		await ship(demo, BEN);
		const before = await knownExecutions(demo.client);
		await tapStop(demo, BEN);
		// The stop is written down before it is confirmed, and the confirmation is no message of the run below.
		await nextExecution(demo.client, { known: before, what: 'the stop', fits: ({ runs }) => runs['Confirm Stop'] !== undefined });
		await consentRow(demo, { phoneKey: BEN, state: 'opted_out' });
		await deleteDataTable(demo.client, CONSENT_TABLE);
		const shown = await shownMessages(demo, BEN);
		const known = await knownExecutions(demo.client);
		await demo.sandbox.shipOrder(BEN);
		const fits = ({ runs }: Execution) => runs['Order Shipped'] !== undefined;
		const execution = await nextExecution(demo.client, { known, what: 'the run without the Data Table', fits });
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toContain(CONSENT_TABLE);
		expect(await newMessages(demo, { phoneKey: BEN, shown })).toEqual([]);
	});

	test('once the operator gives up the old table, a new one is made', async () => {
		const { demo } = world();
		await deleteDataTable(demo.client, 'whatsapp_setup');
		await ship(demo, BEN);
		await tapStop(demo, BEN);
		await consentRow(demo, { phoneKey: BEN, state: 'opted_out' });
	});
}

/** What goes wrong in the world, and needs a real n8n to be seen. */
export function faultTests(world: () => World): void {
	describe('faults', () => {
		webhookFaults(world);
		networkFaults(world);
		storeFaults(world);
	});
}
