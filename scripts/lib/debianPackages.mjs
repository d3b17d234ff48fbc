import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Another installation on this machine may hold dpkg's lock. */
const LOCK_SECONDS = 300;

const SETTINGS = ['env', 'DEBIAN_FRONTEND=noninteractive'];

/** @returns {string[] | undefined} what stands before apt-get so that it may install; undefined when nothing helps */
function prefix() {
	if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
	if (process.getuid?.() === 0) return SETTINGS;
	const asks = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0;
	return asks ? undefined : ['sudo', '-n', ...SETTINGS];
}

/**
 * Installs packages of a Debian or Ubuntu system, when this user may do so without being asked for a password.
 *
 * @param {{ names: string[], recommended?: boolean, progress: ReturnType<import('./progress.mjs').createProgress> }} options
 * recommended: with the packages that they recommend
 * @returns {Promise<boolean>} whether they were installed
 */
export async function installDebianPackages({ names, recommended = false, progress }) {
	const before = prefix();
	if (before === undefined) return false;
	const [command, ...args] = [...before, 'apt-get', '-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`];
	await progress.step(`Installing ${names.join(' and ')}`, async () => {
		await run(command, [...args, 'update']);
		await run(command, [...args, 'install', '-y', ...(recommended ? [] : ['--no-install-recommends']), ...names]);
	});
	return true;
}
