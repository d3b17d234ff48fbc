import { join } from 'node:path';
import { getExecution, listExecutions } from '../../harness/n8n/executions';
import type { Journey } from './journey';
import type { JourneyWorld } from './journeyWorld';
import { photographCanvas, photographPhone } from './pictures';
import { Stage } from './stage';

const PLAY_TIMEOUT_MS = 600_000;

interface Played {
	journey: string;
	steps: number;
	messages: number;
	seconds: number;
}

const played: Played[] = [];

/** Runs of the journey that ended with an error, in words. */
async function failuresOf({ world }: Stage, { folder, file }: Journey): Promise<string[]> {
	const { demo } = world;
	const workflowId = demo.journeys.find(({ path }) => path === join(folder, `${file}.json`))?.id;
	const runs = await listExecutions(demo.client, { workflowId });
	const failed = runs.filter(({ status }) => status === 'error' || status === 'crashed');
	return await Promise.all(
		failed.map(async ({ id }) => {
			const { error } = await getExecution(demo.client, id);
			return `execution ${id}: ${error?.message ?? ''} ${error?.description ?? ''}`;
		}),
	);
}

/** @throws Error when a run failed, or a stand-in refused a request */
async function expectNoFailure(stage: Stage, journey: Journey): Promise<void> {
	expect(await failuresOf(stage, journey)).toEqual([]);
	expect(stage.world.standIns.refusals).toEqual([]);
}

/** Says at once how a part went: a run of all journeys takes long. */
function told(name: string, part: () => Promise<void>): () => Promise<void> {
	return async () => {
		const startedAt = Date.now();
		const say = (outcome: string) => process.stderr.write(`${outcome} ${name} (${Math.round((Date.now() - startedAt) / 1000)} s)\n`);
		try {
			await part();
			say('ok    ');
		} catch (error) {
			say(`FAILED ${error instanceof Error ? error.message : String(error)}\n`);
			throw error;
		}
	};
}

/** Plays a journey three times: as it should go, with all events doubled, and with a customer who opted out. */
export function journeyTests(world: () => JourneyWorld, journey: Journey): void {
	describe(journey.file, () => {
		let first: Stage;

		test('from the first event to the last message, with a restart of n8n in the middle', told(`${journey.file}: played`, async () => {
			const startedAt = Date.now();
			first = await Stage.open(world(), { ...journey.customer, restarts: 1 });
			try {
				await journey.play(first);
			} catch (error) {
				const failures = (await failuresOf(first, journey)).join('\n');
				const message = error instanceof Error ? error.message : String(error);
				throw new Error([message, failures, ...first.world.standIns.refusals].join('\n'), { cause: error });
			}
			await first.settled();
			await expectNoFailure(first, journey);
			const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
			played.push({ journey: journey.file, steps: first.steps, messages: (await first.received()).length, seconds });
			if (!journey.hasOwnPicture) await photographPhone(first, journey);
			await photographCanvas(first, journey);
		}), PLAY_TIMEOUT_MS);

		test('the same events again send nothing', told(`${journey.file}: again`, async () => {
			const before = await first.received();
			for (const { path, body } of [...first.posted]) await first.post(path, body);
			if (journey.days !== undefined) await first.daysPass(journey.days);
			expect((await first.received()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
			await expectNoFailure(first, journey);
		}), PLAY_TIMEOUT_MS);

		test('a customer who opted out is left alone', told(`${journey.file}: opted out`, async () => {
			const stage = await Stage.open(world(), journey.customer);
			await stage.write('STOP');
			await stage.next({ text: /START/ });
			await stage.settled();
			const before = await stage.received();
			await journey.begin(stage);
			if (journey.days !== undefined) await stage.daysPass(journey.days);
			await stage.settled();
			expect((await stage.received()).slice(before.length)).toEqual([]);
			await expectNoFailure(stage, journey);
		}), PLAY_TIMEOUT_MS);
	});
}

/** Prints what was played, after all tests of the file. */
export function reportAtEnd(): void {
	afterAll(() => {
		const rows = played.map(({ journey, steps, messages, seconds }) => `| ${journey} | ${steps} | ${messages} | ${seconds} |`);
		process.stdout.write(['| journey | steps | messages | seconds |', '|---|---|---|---|', ...rows, ''].join('\n'));
	});
}
