import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Demo, startDemo } from '../../scripts/start/demo';
import { ARTIFACTS, launchBrowser } from '../harness/n8n/browser';
import { freePort } from '../harness/n8n/freePort';
import { installRuntime } from '../harness/n8n/runtime';

/** The first start on a machine installs n8n. */
const START_TIMEOUT_MS = 15 * 60_000;

/** One demo, from nothing, and one browser for all end-to-end tests. */
export interface World {
	demo: Demo;
	browser: Browser;
}

/**
 * Starts everything before the tests of the file and ends it after them. n8n's log is kept among the artifacts.
 *
 * @returns a function that gives the world, once it is there
 */
export function startWorld(): () => World {
	let world: World | undefined;
	let dataDir: string | undefined;

	beforeAll(async () => {
		const setup = await installRuntime({ browser: true });
		if (setup.chromium === undefined) throw new Error('setup gave no browser');
		dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-e2e-'));
		const demo = await startDemo({ setup, dataDir, n8nPort: await freePort(), sandboxPort: await freePort() });
		world = { demo, browser: await launchBrowser(setup.chromium) };
	}, START_TIMEOUT_MS);

	afterAll(async () => {
		await world?.browser.close();
		await world?.demo.stop();
		if (dataDir === undefined) return;
		await mkdir(ARTIFACTS, { recursive: true });
		await copyFile(join(dataDir, 'n8n.log'), join(ARTIFACTS, 'n8n.log'));
		await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
	});

	return () => {
		if (world === undefined) throw new Error('The demo did not start');
		return world;
	};
}
