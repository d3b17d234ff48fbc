import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setup } from './lib/setup.mjs';

const HELP = `Measures the package beside n8n's own node, in one n8n and against one sandbox. Linux only.

  npm run bench -- send|trigger|gate [ROW...]   all rows, or the named ones

Progress goes to stderr; the last line on stdout is one JSON object. See docs/benchmarks.md.`;

/** The rest is TypeScript, which only runs after the dependencies are installed. */
async function loadMain() {
	const { register } = await import('tsx/cjs/api');
	// Not tsx's own require: it gives modules names of its own, with which esbuild does not find its program.
	register();
	return createRequire(import.meta.url)('../test/bench/main.ts');
}

/** @param {{ bench: string, rows: string[] }} what @returns {Promise<number>} exit code */
async function bench(what) {
	const dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-bench-'));
	process.once('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
	// Only the gate is measured over Postgres too.
	const prepared = await setup({ n8n: true, queue: what.bench === 'gate' });
	const { main } = await loadMain();
	return await main({ ...what, dataDir, setup: prepared });
}

// Ended from outside, it still ends what it started: see sandboxProcess.ts, and guard.cjs for n8n.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

try {
	const { values, positionals } = parseArgs({
		options: { help: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const [name, ...rows] = positionals;
	if (values.help || name === undefined) process.stdout.write(`${HELP}\n`);
	else process.exitCode = await bench({ bench: name, rows });
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
