import { existsSync } from 'node:fs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { inRepository, repositoryRoot } from './paths.mjs';
import { npm } from './run.mjs';

/** @param {{ progress: ReturnType<import('./progress.mjs').createProgress> }} context */
export async function ensurePhonePage({ progress }) {
	const stampPath = inRepository('.cache', 'phone-page.json');
	const current = fingerprint({ root: repositoryRoot, paths: ['sandbox/page', 'sandbox/package.json'] });
	const isBuilt = existsSync(inRepository('sandbox', 'page', 'dist', 'index.html'));
	if (isBuilt && (await readStamp(stampPath)).fingerprint === current) return;
	await progress.step('Building the phone page', () => npm(['run', 'build', '-w', 'sandbox'], { cwd: repositoryRoot }));
	await writeStamp(stampPath, { fingerprint: current });
}
