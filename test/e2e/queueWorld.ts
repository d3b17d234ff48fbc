import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Demo, startDemo } from '../../scripts/start/demo';
import { ARTIFACTS, launchBrowser } from '../harness/n8n/browser';
import { freePort } from '../harness/n8n/freePort';
import { installRuntime } from '../harness/n8n/runtime';
import { type QueueN8n, startQueueN8n } from '../harness/n8n/startQueueN8n';

/** The first start on a machine installs n8n. */
const START_TIMEOUT_MS = 15 * 60_000;

/** The journey that is played; publishing all takes time, and some need accounts that there are not. */
const JOURNEY = 'order-updates';
const WORKFLOWS = join(__dirname, '..', '..', 'workflows');

const PROCESSES = ['main', 'webhook', 'worker1', 'worker2'];

/** The demo on an n8n in queue mode. */
export interface QueueWorld extends Demo {
	n8n: QueueN8n;
	browser: Browser;
}

async function startWorld(dataDir: string): Promise<QueueWorld> {
	const setup = await installRuntime({ queue: true, browser: true });
	const { servers, chromium } = setup;
	if (servers === undefined || chromium === undefined) throw new Error('setup gave no servers or no browser');
	const journeysDir = join(dataDir, 'journeys');
	await cp(join(WORKFLOWS, JOURNEY), join(journeysDir, JOURNEY), { recursive: true });
	let n8n: QueueN8n | undefined;
	const demo = await startDemo({
		setup,
		dataDir,
		n8nPort: await freePort(),
		sandboxPort: await freePort(),
		journeysDir,
		startN8n: async (options) => (n8n = await startQueueN8n({ ...options, servers, webhook: true })),
	});
	if (n8n === undefined) throw new Error('the demo started no n8n');
	return { ...demo, n8n, browser: await launchBrowser(chromium) };
}

/**
 * Starts everything before the tests of the file and ends it after them. The logs are kept among the artifacts.
 *
 * @returns a function that gives the world, once it is there
 */
export function startQueueWorld(): () => QueueWorld {
	let world: QueueWorld | undefined;
	let dataDir: string | undefined;

	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-queue-'));
		world = await startWorld(dataDir);
	}, START_TIMEOUT_MS);

	afterAll(async () => {
		await world?.browser.close();
		await world?.stop();
		if (dataDir === undefined) return;
		await mkdir(ARTIFACTS, { recursive: true });
		for (const process of PROCESSES) {
			// A process that did not come to its start has no log.
			await copyFile(join(dataDir, process, 'n8n.log'), join(ARTIFACTS, `n8n-queue-${process}.log`)).catch(() => undefined);
		}
		await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
	}, 60_000);

	return () => {
		if (world === undefined) throw new Error('The demo did not start');
		return world;
	};
}
