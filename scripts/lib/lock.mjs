import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const TOUCH_EVERY_MS = 5000;
const STALE_AFTER_MS = 60_000;
const POLL_EVERY_MS = 300;

/** @param {number} pid @returns {boolean} whether such a process runs */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/** @param {string} path @returns {Promise<boolean>} whether the process that made the lock file is gone */
async function isStale(path) {
	try {
		const pid = Number(await readFile(path, 'utf8'));
		const { mtimeMs } = await stat(path);
		const age = Date.now() - mtimeMs;
		// An empty file is one that its owner is just writing.
		if (!Number.isInteger(pid) || pid <= 0) return age > TOUCH_EVERY_MS;
		return !isAlive(pid) || age > STALE_AFTER_MS;
	} catch (error) {
		if (error.code === 'ENOENT') return false;
		throw error;
	}
}

/** @param {string} path @returns {Promise<boolean>} whether the lock is ours now */
async function tryToLock(path) {
	try {
		await writeFile(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Lets one process at a time do a piece of work. A lock whose owner died is taken over.
 *
 * @template T
 * @param {{ path: string, onWait?: () => void }} lock path of the lock file; onWait is called once when another process holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock({ path, onWait }, work) {
	await mkdir(dirname(path), { recursive: true });
	let hasWaited = false;
	while (!(await tryToLock(path))) {
		if (await isStale(path)) {
			await rm(path, { force: true });
			continue;
		}
		if (!hasWaited) onWait?.();
		hasWaited = true;
		await pause(POLL_EVERY_MS);
	}
	const touch = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => undefined);
	}, TOUCH_EVERY_MS);
	try {
		return await work();
	} finally {
		clearInterval(touch);
		await rm(path, { force: true });
	}
}
