import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debianPackages.mjs';

/** Where Debian keeps PostgreSQL's server programs: out of the path, one folder for each version. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** @param {string} folder @returns {boolean} */
function hasPostgres(folder) {
	return ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
}

function foldersOnPath() {
	return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** @returns {string | undefined} the folder of PostgreSQL's server programs, of the newest version */
function findPostgres() {
	const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	const folders = newestFirst.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
	return [...folders, ...foldersOnPath()].find(hasPostgres);
}

/** @returns {string | undefined} path of Redis's server program */
function findRedis() {
	return foldersOnPath().map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path));
}

/**
 * Finds the servers that n8n's queue mode needs, and installs those that are missing where this user may.
 * They are only looked for: a test starts its own on a free port, and leaves a server that the system runs alone.
 *
 * @param {{ progress: ReturnType<import('./progress.mjs').createProgress> }} context
 * @returns {Promise<{ postgres: string, redis: string }>} the folder of PostgreSQL's programs, and the path of Redis's server
 * @throws {Error} naming what to install when something is missing and cannot be installed
 */
export async function ensureQueueServers({ progress }) {
	const missing = [...(findPostgres() ? [] : ['postgresql']), ...(findRedis() ? [] : ['redis-server'])];
	if (missing.length > 0) await installDebianPackages({ names: missing, progress });
	const postgres = findPostgres();
	const redis = findRedis();
	if (postgres && redis) return { postgres, redis };
	const named = [...(postgres ? [] : ['PostgreSQL (initdb and postgres)']), ...(redis ? [] : ['Redis (redis-server)'])];
	throw new Error(
		`The tests of queue mode need ${named.join(' and ')}. On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}. Elsewhere: install it so that its programs are on the path.`,
	);
}
