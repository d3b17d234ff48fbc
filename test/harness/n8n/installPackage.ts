import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { N8nRuntime, PackedPackage } from './runtime';

const PACKAGE_NAME = 'n8n-nodes-whatsapp-journeys';

/** What n8n itself passes to npm for a community package, plus what a package without dependencies does not need. */
const NPM_FLAGS = ['--omit=dev', '--omit=peer', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];

async function readText(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch {
		return undefined;
	}
}

/**
 * Installs the packed package where n8n keeps its community nodes, when it is another one than there.
 *
 * @param options dataDir: the instance's own folder (`N8N_USER_FOLDER`)
 * @returns whether something was installed
 */
export async function installPackage(options: {
	dataDir: string;
	packed: PackedPackage;
	runtime: N8nRuntime;
}): Promise<boolean> {
	const nodesFolder = join(options.dataDir, '.n8n', 'nodes');
	const stampPath = join(nodesFolder, `${PACKAGE_NAME}.fingerprint`);
	const installedPackage = join(nodesFolder, 'node_modules', PACKAGE_NAME, 'package.json');
	const isCurrent = (await readText(stampPath)) === options.packed.fingerprint;
	if (isCurrent && (await readText(installedPackage)) !== undefined) return false;
	await mkdir(nodesFolder, { recursive: true });
	await rm(join(nodesFolder, 'node_modules', PACKAGE_NAME), { recursive: true, force: true });
	await rm(join(nodesFolder, 'package-lock.json'), { force: true });
	await writeFile(join(nodesFolder, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true }));
	const isWindows = process.platform === 'win32';
	await promisify(execFile)('npm', ['install', options.packed.tarball, ...NPM_FLAGS], {
		cwd: nodesFolder,
		shell: isWindows,
	});
	await writeFile(stampPath, options.packed.fingerprint);
	return true;
}
