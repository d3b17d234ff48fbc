import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * @param {...string} parts path below the repository
 * @returns {string} the absolute path
 */
export function inRepository(...parts) {
	return join(repositoryRoot, ...parts);
}

/**
 * Where things live that are too large for the repository and outlive it: the n8n runtime and the demo's data.
 *
 * @param {...string} parts path below the cache folder
 * @returns {string} the absolute path
 */
export function inUserCache(...parts) {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-whatsapp-journeys', ...parts);
}
