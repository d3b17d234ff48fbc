import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Result } from './result';

const EVENTS = 20_000;
const ROUNDS = 8;

/** Checks signatures and reads bodies alone, in a plain Node.js on the bundled core. */
export async function core(folder: string): Promise<Result> {
	const outfile = join(folder, 'coreLoop.cjs');
	const entry = join(__dirname, 'coreLoop.ts');
	await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
	const { stdout } = await promisify(execFile)(process.execPath, [outfile, String(EVENTS), String(ROUNDS)]);
	const eventsPerSecond: unknown = JSON.parse(stdout);
	return { id: 'core', ours: { eventsPerSecond } };
}
