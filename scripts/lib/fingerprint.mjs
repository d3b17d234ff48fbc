import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.cache']);

/** @param {string} path @returns {string[]} the files at or below a path, sorted; none when it does not exist */
function filesBelow(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.filter((name) => !NOT_SOURCE.has(name))
		.sort()
		.flatMap((name) => filesBelow(join(path, name)));
}

/**
 * @param {{ root: string, paths: string[] }} sources files and folders below the root
 * @returns {string} a hash over their names and contents
 */
export function fingerprint({ root, paths }) {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
		hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/**
 * What a finished step left: the fingerprint of its sources and its result.
 *
 * @param {string} path
 * @returns {Promise<{ fingerprint?: string, result?: string }>} empty when there is none
 */
export async function readStamp(path) {
	try {
		return JSON.parse(await readFile(path, 'utf8'));
	} catch {
		return {};
	}
}

/** @param {string} path @param {{ fingerprint: string, result?: string }} stamp */
export async function writeStamp(path, stamp) {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, JSON.stringify(stamp));
}
