import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '../../scripts/start/demo';
import { type MovableClock, movableClock } from '../harness/n8n/clock';
import { freePort } from '../harness/n8n/freePort';
import { installRuntime } from '../harness/n8n/runtime';
import { type N8nOptions, type RunningN8n, startN8n } from '../harness/n8n/startN8n';
import { until } from '../harness/n8n/poll';
import type { ConsentWorld } from './consentWorld';

/** An n8n that can be killed, and whose clock can be moved. */
export interface CrashWorld extends ConsentWorld {
	clock: MovableClock;
	/** Ends n8n and all it started as a power cut does. */
	kill(): Promise<void>;
	/** Starts it again on the same data, at the same address. */
	restart(): Promise<void>;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Starts a sandbox and an n8n for the tests of the file alone, and ends them after. */
export function startCrashWorld(): () => CrashWorld {
	let demo: Demo | undefined;
	let world: CrashWorld | undefined;
	let running: RunningN8n | undefined;
	let folder: string | undefined;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-crash-'));
		const dataDir = join(folder, 'n8n');
		const clock = await movableClock(folder);
		const setup = await installRuntime();
		let options: N8nOptions | undefined;
		const start = async (given: N8nOptions) => {
			options = { ...given, env: { ...given.env, ...clock.env } };
			running = await startN8n(options);
			return running;
		};
		// A folder that is not there: no journey runs beside.
		const journeysDir = join(folder, 'none');
		const ports = { n8nPort: await freePort(), sandboxPort: await freePort() };
		demo = await startDemo({ setup, dataDir, journeysDir, ...ports, startN8n: start });
		world = {
			...demo,
			clock,
			webhookOrigin: demo.n8n.url,
			kill: async () => {
				if (running === undefined) throw new Error('There is no n8n to kill');
				const { pid } = running;
				process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
				await until({ what: 'n8n to be gone' }, () => (isAlive(pid) ? undefined : true));
			},
			restart: async () => {
				if (options === undefined) throw new Error('n8n was never started');
				running = await startN8n(options);
			},
		};
	}, 15 * 60_000);

	afterAll(async () => {
		await running?.stop();
		await demo?.stop();
		if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}, 60_000);

	return () => {
		if (world === undefined) throw new Error('The n8n of its own did not start');
		return world;
	};
}
