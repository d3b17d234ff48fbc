import axios from 'axios';
import { ANA } from '../../scripts/start/scenario/context';
import { type Execution, getExecution, isFinished, listExecutions, nextExecution } from '../harness/n8n/executions';
import { COD, COD_OUTPUTS, type DemoWorld, ended, type Journey, type JourneyParts, publishJourney, results } from './conversationWorkflow';
import type { World } from './world';

/** A number without WhatsApp: Meta takes the message and reports the failure later. */
export const NOBODY = '+15550999999';

/** What tests of conversations share: journeys that are removed at the end. */
export interface Conversations {
	publish(given: JourneyParts): Promise<Journey>;
	/** What came out after each output of a run that ended well. */
	resultsOf(run: { journey: Journey; id: string; outputs: number; timeoutMs?: number }): Promise<ReturnType<typeof results>>;
	/** The confirmation of an order that is paid on delivery. */
	cod(): Journey;
}

/** Publishes what the tests of the block need, when they begin; Ana has just written then. */
export function useConversations(world: () => DemoWorld): Conversations {
	const journeys: Journey[] = [];
	let cod: Journey | undefined;

	async function publish(given: JourneyParts): Promise<Journey> {
		const journey = await publishJourney(world(), given);
		journeys.push(journey);
		return journey;
	}

	beforeAll(async () => {
		await world().demo.sandbox.write(ANA, 'Hello');
		cod = await publish({ path: 'e2e-cod', outputs: COD_OUTPUTS, parameters: COD });
	}, 60_000);

	afterAll(async () => {
		for (const journey of journeys) await journey.remove();
	});

	return {
		publish,
		async resultsOf(run) {
			const execution: Execution = await ended(world(), run);
			expect(execution.error).toBeUndefined();
			return results(execution, run.outputs);
		},
		cod() {
			if (cod === undefined) throw new Error('The journey is not published yet');
			return cod;
		},
	};
}

/** What Ana does on her phone, by the control API: `media`, `location`, `text` with `replyTo`, … */
export async function answer({ demo }: World, { kind, body }: { kind: string; body: object }): Promise<void> {
	await axios.post(`${demo.sandbox.baseUrl}/_control/phones/${ANA}/${kind}`, body);
}

/** Ana writes; gives all that n8n ran between `known` and the run that her text started. */
export async function runsUntilText({ demo }: World, { known, text }: { known: ReadonlySet<string>; text: string }): Promise<string> {
	await demo.sandbox.write(ANA, text);
	const fits = ({ runs }: Execution) => JSON.stringify(runs).includes(text);
	await nextExecution(demo.client, { known, what: `the run that "${text}" starts`, fits });
	const since = (await listExecutions(demo.client, { limit: 100 })).filter((run) => !known.has(run.id) && isFinished(run));
	return JSON.stringify(await Promise.all(since.map(async ({ id }) => (await getExecution(demo.client, id)).runs)));
}
