import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { inRepository, repositoryRoot } from './paths.mjs';
import { npm } from './run.mjs';

const SOURCES = [
	'nodes',
	'core',
	'credentials',
	'workflows',
	'icons',
	'package.json',
	'package-lock.json',
	'gulpfile.js',
	'tsconfig.json',
	'index.js',
	'README.md',
	'LICENSE.md',
];

/** @param {string} folder @returns {Promise<string>} path of the one tarball in it */
async function pack(folder) {
	await npm(['run', 'build'], { cwd: repositoryRoot });
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await npm(['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: repositoryRoot });
	const [tarball] = await readdir(folder);
	if (tarball === undefined) throw new Error(`npm pack left nothing in ${folder}`);
	return join(folder, tarball);
}

/**
 * Builds and packs the package as it would be published, when its sources changed.
 *
 * @param {{ progress: ReturnType<import('./progress.mjs').createProgress> }} context
 * @returns {Promise<{ tarball: string, fingerprint: string }>}
 */
export async function ensurePackedPackage({ progress }) {
	const stampPath = inRepository('.cache', 'package.json');
	const current = fingerprint({ root: repositoryRoot, paths: SOURCES });
	const stamp = await readStamp(stampPath);
	if (stamp.fingerprint === current && stamp.result && existsSync(stamp.result)) {
		return { tarball: stamp.result, fingerprint: current };
	}
	const tarball = await progress.step('Building and packing the package', () => pack(inRepository('.cache', 'package')));
	await writeStamp(stampPath, { fingerprint: current, result: tarball });
	return { tarball, fingerprint: current };
}
