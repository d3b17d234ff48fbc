import { ANA } from '../../scripts/start/scenario/context';
import { nextMessage, shownMessages } from '../../scripts/start/scenario/phone';
import { findWorkflow, publishWorkflow, type StoredWorkflow, unpublishWorkflow, updateWorkflow } from '../harness/n8n/workflows';
import type { Conversations } from './conversationBench';
import { ASK, ask, COD, COD_OUTPUTS } from './conversationWorkflow';
import type { World } from './world';

const TRIGGER = 'n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger';
const LATE = 'Sorry, this question is over.';

/** What operators do while questions wait. */
export function conversationChangeTests(world: () => World, { cod, publish, resultsOf }: Conversations): void {
	describe('while it waits', () => {
		/** Gives a stored workflow other content, and publishes it. */
		async function change(id: string, edit: (workflow: StoredWorkflow) => StoredWorkflow): Promise<void> {
			const { client } = world().demo;
			const stored = await findWorkflow(client, id);
			if (stored === undefined) throw new Error(`There is no workflow ${id}`);
			await updateWorkflow(client, { stored, workflow: edit(stored) });
			await publishWorkflow(client, id);
		}

		test('its workflow is edited, with another name and other buttons: the old ones answer', async () => {
			const journey = await publish({ path: 'e2e-edited', outputs: COD_OUTPUTS, parameters: COD });
			const { id, question } = await ask(world(), { journey, orderId: '#2041' });
			await change(journey.id, (workflow) => {
				const text = JSON.stringify(workflow).replaceAll(JSON.stringify(ASK), '"Asked differently"');
				return JSON.parse(text.replaceAll('"title":"Cancel order"', '"title":"Not now"')) as StoredWorkflow;
			});
			await world().demo.sandbox.tap(ANA, { messageId: question.id, title: 'Cancel order' });
			expect(await resultsOf({ journey, id, outputs: COD_OUTPUTS })).toMatchObject([
				{ output: 1, json: { orderId: '#2041', answer: { id: 'Cancel order' } } },
			]);
		});

		test('its workflow is taken off the air: the answer still comes', async () => {
			const journey = await publish({ path: 'e2e-unpublished', outputs: COD_OUTPUTS, parameters: COD });
			const { id, question } = await ask(world(), { journey, orderId: '#2042' });
			await unpublishWorkflow(world().demo.client, journey.id);
			await world().demo.sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
			expect(await resultsOf({ journey, id, outputs: COD_OUTPUTS })).toMatchObject([{ output: 0, json: { orderId: '#2042' } }]);
		});

		test('its execution is deleted: the person is told, once the trigger has words for it', async () => {
			const { client, journeys, sandbox } = world().demo;
			const listener = journeys.find(({ workflow }) => workflow.nodes.some(({ type }) => type === TRIGGER))?.id ?? '';
			const say = async (lateAnswerText: string) =>
				await change(listener, (workflow) => ({
					...workflow,
					nodes: workflow.nodes.map((node) =>
						node.type === TRIGGER ? { ...node, parameters: { ...node.parameters, settings: { lateAnswerText } } } : node,
					),
				}));
			await say(LATE);
			const { id, question } = await ask(world(), { journey: cod(), orderId: '#2043' });
			await client.request({ method: 'POST', path: '/rest/executions/delete', body: { ids: [id] } });
			const shown = await shownMessages(world().demo, ANA);
			await sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
			const fits = ({ body }: { body?: string }) => body === LATE;
			const told = await nextMessage(world().demo, { phoneKey: ANA, shown, what: 'a word about the late answer', fits });
			expect(told.contextMessageId).toBeDefined();
			await say('');
		});
	});
}
