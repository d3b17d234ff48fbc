import { type Demo, startDemo } from './demo';
import type { MainOptions } from './main';
import { SCENARIO } from './scenario';

interface StepResult {
	name: string;
	ok: boolean;
	ms: number;
	error?: string;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Runs one step and notes how it went. */
async function timed(name: string, work: () => Promise<void>): Promise<StepResult> {
	const startedAt = Date.now();
	try {
		await work();
		return { name, ok: true, ms: Date.now() - startedAt };
	} catch (error) {
		return { name, ok: false, ms: Date.now() - startedAt, error: messageOf(error) };
	}
}

/**
 * Plays the scenario once and prints one JSON line. The first step that fails ends it.
 *
 * @returns 0 when all steps went well
 */
export async function runSmoke(
	options: MainOptions & { say: (line: string) => void; signal: AbortSignal },
): Promise<number> {
	const startedAt = Date.now();
	const steps: StepResult[] = [];
	let demo: Demo | undefined;
	const note = (result: StepResult) => {
		steps.push(result);
		options.say(`${result.ok ? 'ok    ' : 'FAILED'} ${result.name} (${result.ms} ms)${result.error ? `\n${result.error}` : ''}`);
		return result.ok;
	};
	const start = async () => {
		demo = await startDemo(options);
	};
	options.signal.addEventListener('abort', () => void demo?.stop());
	if (note(await timed('sandbox and n8n start with the journeys published', start)) && demo !== undefined) {
		for (const step of SCENARIO) {
			const running = demo;
			if (options.signal.aborted || !note(await timed(step.name, () => step.run(running)))) break;
		}
	}
	await demo?.stop();
	const ok = steps.length === SCENARIO.length + 1 && steps.every((step) => step.ok);
	process.stdout.write(`${JSON.stringify({ ok, steps, ms: Date.now() - startedAt })}\n`);
	return ok ? 0 : 1;
}
