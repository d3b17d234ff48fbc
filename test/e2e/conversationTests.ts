import { ANA } from '../../scripts/start/scenario/context';
import { nextMessage, shownMessages } from '../../scripts/start/scenario/phone';
import { listExecutions } from '../harness/n8n/executions';
import { ended, type Journey, parked, publishJourney, results } from './conversationWorkflow';
import type { World } from './world';

const COD = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'buttons',
	message: '=Shall we deliver order {{ $json.orderId }} for cash on delivery?',
	buttons: { button: [{ title: 'Confirm', id: 'confirm' }, { title: 'Cancel order' }] },
};
const COD_OUTPUTS = 5;

/** Asks, and gives the question as the phone shows it. */
async function ask(world: World, { journey, order }: { journey: Journey; order: { orderId: string } }) {
	const shown = await shownMessages(world.demo, ANA);
	const id = await journey.start({ to: `+${ANA}`, ...order });
	const fits = ({ body = '' }: { body?: string }) => body.includes(order.orderId);
	const question = await nextMessage(world.demo, { phoneKey: ANA, shown, what: 'the question', fits });
	await parked(world, { journey, id });
	return { id, question };
}

/** Questions in the chat: asked by a workflow that waits, answered on the phone. */
export function conversationTests(world: () => World): void {
	describe('conversations', () => {
		let cod: Journey;

		beforeAll(async () => {
			await world().demo.sandbox.write(ANA, 'Hello');
			cod = await publishJourney(world(), { path: 'e2e-cod', outputs: COD_OUTPUTS, parameters: COD });
		});

		afterAll(async () => await cod.remove());

		test('a tap leaves by the output of its button', async () => {
			const { sandbox } = world().demo;
			const { id, question } = await ask(world(), { journey: cod, order: { orderId: '#2001' } });
			await sandbox.tap(ANA, { messageId: question.id, title: 'Cancel order' });
			const execution = await ended(world(), { journey: cod, id });
			expect(execution.error).toBeUndefined();
			expect(results(execution, COD_OUTPUTS)).toMatchObject([
				{
					output: 1,
					json: {
						orderId: '#2001',
						question: { type: 'buttons', messageId: question.id, to: `+${ANA}` },
						answer: { type: 'tap', id: 'Cancel order', title: 'Cancel order', text: 'Cancel order' },
						phone: `+${ANA}`,
					},
				},
			]);
			expect(await listExecutions(world().demo.client, { workflowId: cod.id })).toHaveLength(1);
		});
	});
}
