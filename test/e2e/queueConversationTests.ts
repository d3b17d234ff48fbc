import { ANA } from '../../scripts/start/scenario/context';
import { ask, COD, COD_OUTPUTS, ended, type Journey, ONE_OUTPUT, publishJourney, RATING, results } from './conversationWorkflow';
import type { QueueWorld } from './queueWorld';

/** Questions whose trigger, waiting workflow and worker are different processes. */
export function queueConversationTests(world: () => QueueWorld): void {
	describe('conversations', () => {
		const demo = () => ({ demo: world() });
		const journeys: Journey[] = [];

		async function publish(given: Parameters<typeof publishJourney>[1]): Promise<Journey> {
			const journey = await publishJourney(demo(), given);
			journeys.push(journey);
			return journey;
		}

		afterAll(async () => {
			for (const journey of journeys) await journey.remove();
		});

		test('of four taps in one moment one resumes, by the output of its button', async () => {
			const { sandbox } = world();
			await sandbox.write(ANA, 'Hello');
			const cod = await publish({ path: 'queue-cod', outputs: COD_OUTPUTS, parameters: COD });
			const { id, question } = await ask(demo(), { journey: cod, orderId: '#3001' });
			const taps = Array.from({ length: 4 }, async () => await sandbox.tap(ANA, { messageId: question.id, title: 'Cancel order' }));
			await Promise.all(taps);
			const execution = await ended(demo(), { journey: cod, id, timeoutMs: 60_000 });
			expect(execution.error).toBeUndefined();
			expect(results(execution, COD_OUTPUTS)).toMatchObject([
				{ output: 1, json: { orderId: '#3001', answer: { type: 'tap', id: 'Cancel order' } } },
			]);
		}, 120_000);

		test('a typed "four" finds its question by the contact record', async () => {
			const rating = await publish({ path: 'queue-rating', outputs: ONE_OUTPUT, parameters: RATING });
			const { id } = await ask(demo(), { journey: rating, orderId: '#3002' });
			await world().sandbox.write(ANA, 'four');
			const execution = await ended(demo(), { journey: rating, id, timeoutMs: 60_000 });
			expect(results(execution, ONE_OUTPUT)).toMatchObject([{ output: 0, json: { orderId: '#3002', answer: { value: 4 } } }]);
		}, 120_000);
	});
}
