import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { withCredential } from '../../scripts/start/importJourneys';
import { ANA } from '../../scripts/start/scenario/context';
import { type Execution, itemsOf, knownExecutions, nextExecution } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { createWorkflow, deleteWorkflow, publishWorkflow, type StoredWorkflow, unpublishWorkflow } from '../harness/n8n/workflows';
import type { World } from './world';

const TRIGGER = 'WhatsApp Business Trigger';

/** A workflow that starts with messages to one number and does nothing. */
function triggerWorkflow(name: string, phoneNumberId: string) {
	return {
		name,
		nodes: [
			{
				id: randomUUID(),
				name: TRIGGER,
				type: 'n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: randomUUID(),
				parameters: {
					registration: 'phoneNumber',
					phoneNumberId: { __rl: true, mode: 'id', value: phoneNumberId },
					events: ['messages'],
				},
			},
			{ id: randomUUID(), name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [220, 0], parameters: {} },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	};
}

/** Address of the workflow's trigger. */
function urlOf(world: World, { workflow, path }: { workflow: StoredWorkflow; path: 'webhook' | 'webhook-test' }): string {
	return `${world.demo.n8n.url}/${path}/${String(workflow.nodes[0]?.webhookId)}/webhook`;
}

/** The callback of each number, as Meta lists them. */
async function callbacks(world: World): Promise<Array<Record<string, string>>> {
	const { sandbox } = world.demo;
	const { accessToken, wabaId } = await sandbox.seed();
	const answer = await axios.get<{ data: Array<{ webhook_configuration: Record<string, string> }> }>(
		`${sandbox.baseUrl}/v26.0/${wabaId}/phone_numbers?fields=webhook_configuration`,
		{ headers: { Authorization: `Bearer ${accessToken}` } },
	);
	return answer.data.data.map(({ webhook_configuration: configuration }) => configuration);
}

/** Ana writes to a business number; waits for the run that this starts. */
async function runOf(world: World, message: { workflow: StoredWorkflow; text: string; to: string }): Promise<Execution> {
	const { client, sandbox } = world.demo;
	const { text, to, workflow } = message;
	const known = await knownExecutions(client, workflow.id);
	await axios.post(`${sandbox.baseUrl}/_control/phones/${ANA}/text`, { text, phoneNumberId: to });
	return await nextExecution(client, { workflowId: workflow.id, known, what: `the run that "${text}" starts` });
}

const textsOf = (execution: Execution) => itemsOf(execution, { node: TRIGGER }).map(({ json }) => json.text);

/** "Execute workflow" in the editor. */
async function startTest(world: World, workflow: StoredWorkflow): Promise<unknown> {
	return await world.demo.client.request({
		method: 'POST',
		path: `/rest/workflows/${workflow.id}/run`,
		body: { workflowData: workflow, triggerToStartFrom: { name: TRIGGER } },
	});
}

/** Two published workflows on the two numbers of one app, and test runs of one of them. */
export function triggerRegistrationTests(world: () => World): void {
	describe('triggers for one number each', () => {
		let first: StoredWorkflow;
		let second: StoredWorkflow;
		let numbers: string[];
		let published: Array<Record<string, string>>;

		beforeAll(async () => {
			const { client, credential, sandbox } = world().demo;
			numbers = (await sandbox.seed()).phoneNumbers.map(({ id }) => id);
			const [one = '', two = ''] = numbers;
			first = await createWorkflow(client, withCredential(triggerWorkflow('First number', one), credential));
			second = await createWorkflow(client, withCredential(triggerWorkflow('Second number', two), credential));
			await Promise.all([first, second].map(async ({ id }) => await publishWorkflow(client, id)));
			published = await callbacks(world());
		}, 60_000);

		afterAll(async () => {
			for (const workflow of [first, second]) {
				if (workflow !== undefined) await deleteWorkflow(world().demo.client, workflow.id);
			}
		});

		test('are both registered, beside the journey that has the app', () => {
			expect(published).toMatchObject([
				{ phone_number: urlOf(world(), { workflow: first, path: 'webhook' }) },
				{ phone_number: urlOf(world(), { workflow: second, path: 'webhook' }) },
			]);
			const [, { application } = {}] = published;
			expect([first, second].map((workflow) => urlOf(world(), { workflow, path: 'webhook' }))).not.toContain(application);
		});

		test('both receive, each the messages of its number', async () => {
			const [one = '', two = ''] = numbers;
			expect(textsOf(await runOf(world(), { workflow: first, text: 'to the first', to: one }))).toEqual(['to the first']);
			expect(textsOf(await runOf(world(), { workflow: second, text: 'to the second', to: two }))).toEqual(['to the second']);
		});

		test('"Execute workflow" takes one number for one message, and gives it back', async () => {
			const [one = '', two = ''] = numbers;
			expect(await startTest(world(), second)).toEqual({ waitingForWebhook: true });
			expect(await callbacks(world())).toMatchObject([
				{ phone_number: published[0]?.phone_number },
				{ phone_number: urlOf(world(), { workflow: second, path: 'webhook-test' }) },
			]);
			expect(textsOf(await runOf(world(), { workflow: first, text: 'still here', to: one }))).toEqual(['still here']);
			expect(textsOf(await runOf(world(), { workflow: second, text: 'a test', to: two }))).toEqual(['a test']);
			const isBack = async () => JSON.stringify(await callbacks(world())) === JSON.stringify(published);
			await until({ what: 'the production callback' }, async () => ((await isBack()) ? true : undefined));
			expect(textsOf(await runOf(world(), { workflow: second, text: 'production', to: two }))).toEqual(['production']);
		});

		test('a test run that is stopped gives the number back too', async () => {
			const { client } = world().demo;
			await startTest(world(), first);
			await client.request({ method: 'DELETE', path: `/rest/test-webhook/${first.id}` });
			const isBack = async () => JSON.stringify(await callbacks(world())) === JSON.stringify(published);
			await until({ what: 'the production callback' }, async () => ((await isBack()) ? true : undefined));
		});

		test('unpublished they leave nothing behind', async () => {
			const { client } = world().demo;
			for (const { id } of [first, second]) await unpublishWorkflow(client, id);
			const { application = '' } = published[0] ?? {};
			await until({ what: 'the end of both registrations' }, async () =>
				(await callbacks(world())).every(({ phone_number: own }) => own === undefined) ? true : undefined,
			);
			expect(await callbacks(world())).toEqual([{ application }, { application }]);
		});
	});
}
