import { join } from 'node:path';
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const MESSAGES = 50_000;
const ROUNDS = 8;

/** Builds template messages alone in a plain Node.js on the bundled core. */
export async function measureBuild(folder: string): Promise<{ messages: number; wallMs: number; perSecond: number }> {
	const outfile = join(folder, 'buildLoop.cjs');
	const entry = join(__dirname, 'buildLoop.ts');
	await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
	const { stdout } = await promisify(execFile)(process.execPath, [outfile, String(MESSAGES), String(ROUNDS)]);
	const wallMs = Number(stdout);
	return { messages: MESSAGES, wallMs: Math.round(wallMs), perSecond: Math.round((1000 * MESSAGES) / wallMs) };
}
