import { ensureBrowser } from './browser.mjs';
import { withLock } from './lock.mjs';
import { ensureN8nRuntime } from './n8nRuntime.mjs';
import { ensureNodeModules } from './nodeModules.mjs';
import { ensurePackedPackage } from './packedPackage.mjs';
import { inRepository } from './paths.mjs';
import { ensurePhonePage } from './phonePage.mjs';
import { createProgress } from './progress.mjs';
import { ensureQueueServers } from './queueServers.mjs';

/**
 * Installs and builds what is missing or out of date.
 *
 * @param {{ n8n?: boolean, browser?: boolean, queue?: boolean, quiet?: boolean }} options n8n: also the n8n runtime; browser: also Chromium;
 * queue: also PostgreSQL and Redis
 * @returns {Promise<{ package: { tarball: string, fingerprint: string }, n8n?: { directory: string, node: string, n8n: string, version: string }, chromium?: string, servers?: { postgres: string, redis: string } }>}
 */
export async function setup({ n8n = false, browser = false, queue = false, quiet = false }) {
	const progress = createProgress({ quiet });
	const onWait = () => progress.say('Another process is setting this folder up: waiting for it …');
	const packed = await withLock({ path: inRepository('.cache', 'setup.lock'), onWait }, async () => {
		await ensureNodeModules({ progress });
		await ensurePhonePage({ progress });
		return await ensurePackedPackage({ progress });
	});
	return {
		package: packed,
		...(n8n && { n8n: await ensureN8nRuntime({ progress }) }),
		...(browser && { chromium: await ensureBrowser({ progress }) }),
		...(queue && { servers: await ensureQueueServers({ progress }) }),
	};
}
