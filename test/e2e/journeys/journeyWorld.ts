import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { startDemo } from '../../../scripts/start/demo';
import { ARTIFACTS, launchBrowser, signInToEditor } from '../../harness/n8n/browser';
import { type MovableClock, movableClock } from '../../harness/n8n/clock';
import { freePort } from '../../harness/n8n/freePort';
import { installRuntime } from '../../harness/n8n/runtime';
import { type N8nOptions, type RunningN8n, startN8n } from '../../harness/n8n/startN8n';
import type { MailServer } from '../../harness/standIns/mailServer';
import { type StandInServices, startOtherServices } from '../../harness/standIns/otherServices';
import type { StandIns } from '../../harness/standIns/startStandIns';
import type { World } from '../world';

/** The first start on a machine installs n8n. */
const START_TIMEOUT_MS = 15 * 60_000;

/** Everything the journeys are played in: sandbox, n8n with a clock that moves, and stand-ins for other services. */
export interface JourneyWorld extends World, StandInServices {
	mail: MailServer;
	standIns: StandIns;
	clock: MovableClock;
	/** A session of n8n's editor. */
	editor: BrowserContext;
	/** Ends n8n in order and starts it again, on the same data. */
	restart(): Promise<void>;
}

async function start(journeys: readonly string[], stops: Array<() => Promise<unknown>>): Promise<JourneyWorld> {
	const setup = await installRuntime({ browser: true });
	if (setup.chromium === undefined) throw new Error('setup gave no browser');
	const dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-all-'));
	stops.push(async () => await rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
	stops.push(async () => await keepLog(dataDir));
	const others = await startOtherServices({ folder: dataDir });
	stops.push(async () => await others.close());
	const { services, mail, standIns, credentials } = others;
	const clock = await movableClock(dataDir);
	let launch: (() => Promise<RunningN8n>) | undefined;
	let running: RunningN8n | undefined;
	const demo = await startDemo({
		setup,
		dataDir,
		n8nPort: await freePort(),
		sandboxPort: await freePort(),
		journeys,
		credentials,
		startN8n: async (options: N8nOptions) => {
			launch = async () => await startN8n({ ...options, env: { ...options.env, ...standIns.env, ...clock.env } });
			return (running = await launch());
		},
	});
	stops.push(async () => await demo.stop());
	stops.push(async () => await running?.stop());
	const browser = await launchBrowser(setup.chromium);
	stops.push(async () => await browser.close());
	const editor = await signInToEditor(browser, { url: demo.n8n.url, owner: demo.owner });
	return {
		...{ demo, browser, editor, ...services, mail, standIns, clock },
		async restart() {
			await running?.stop();
			running = await launch?.();
		},
	};
}

async function keepLog(dataDir: string): Promise<void> {
	await mkdir(ARTIFACTS, { recursive: true });
	await copyFile(join(dataDir, 'n8n.log'), join(ARTIFACTS, 'n8n-journeys.log')).catch(() => undefined);
}

/**
 * Starts everything before the tests of the file and ends it after them. n8n's log is kept among the artifacts.
 *
 * @param journeys folders below `workflows/`
 * @returns a function that gives the world, once it is there
 */
export function startJourneyWorld(journeys: readonly string[]): () => JourneyWorld {
	let world: JourneyWorld | undefined;
	const stops: Array<() => Promise<unknown>> = [];

	beforeAll(async () => {
		world = await start(journeys, stops);
	}, START_TIMEOUT_MS);

	afterAll(async () => {
		for (const stop of stops.reverse()) await stop();
	}, 60_000);

	return () => {
		if (world === undefined) throw new Error('The journeys did not start');
		return world;
	};
}
