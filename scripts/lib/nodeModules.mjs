import { existsSync, readFileSync } from 'node:fs';
import { inRepository, repositoryRoot } from './paths.mjs';
import { npm } from './run.mjs';

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function packagesIn(path) {
	return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Compares package-lock.json with the list that npm writes last into node_modules, so that a cut install counts as
 * none and an `npm install` by hand counts as done.
 *
 * @returns {boolean}
 */
function isInstalled() {
	const installedList = inRepository('node_modules', '.package-lock.json');
	if (!existsSync(installedList)) return false;
	const installed = packagesIn(installedList);
	return Object.entries(packagesIn(inRepository('package-lock.json'))).every(([path, wanted]) => {
		if (path === '') return true;
		const found = installed[path];
		if (found === undefined) return wanted.optional === true || wanted.peer === true;
		return found.version === wanted.version;
	});
}

/** @param {{ progress: ReturnType<import('./progress.mjs').createProgress> }} context */
export async function ensureNodeModules({ progress }) {
	if (isInstalled()) return;
	// Not `npm ci`: it refuses the lockfile when a registry lacks an optional package of another platform.
	const args = ['install', '--no-save', '--loglevel=error'];
	await progress.step('Installing the dependencies (about 1 minute)', () => npm(args, { cwd: repositoryRoot }));
}
