import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isAlive, withLock } from './lib/lock.mjs';
import { inUserCache } from './lib/paths.mjs';
import { setup } from './lib/setup.mjs';

const HELP = `Starts the sandbox and a real n8n with the package and its journeys, all on this machine only.

  npm start                      until Ctrl-C
  npm start -- --smoke           plays the order journey once, prints one JSON line, and ends
  npm start -- --journeys LIST   runs other journeys: folders of workflows/ with commas, or all

  --data DIR                     keep n8n's data here (default: the user's cache; for --smoke a new folder, removed after)
  --n8n-port N, --sandbox-port N (default 5678 and 5680, or free ones when those are taken)`;

const WATCH_EVERY_MS = 500;

/** @returns {number | undefined} the npm that runs this script through a shell, which would outlive it */
function npmAboveShell() {
	if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
	const grandparent = Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(process.ppid)], { encoding: 'utf8' }).stdout);
	return grandparent > 1 ? grandparent : undefined;
}

/** Ends like by Ctrl-C when the process that started this one is gone. */
function followParent() {
	const parent = process.ppid;
	const npm = npmAboveShell();
	setInterval(() => {
		if (process.ppid !== parent || (npm !== undefined && !isAlive(npm))) process.kill(process.pid, 'SIGTERM');
	}, WATCH_EVERY_MS).unref();
}

/** A reader that went away must not end us before we have stopped what we started. */
function surviveClosedOutput() {
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** @param {string | undefined} text @param {string} flag @returns {number | undefined} */
function portFrom(text, flag) {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${flag} wants a port, not "${text}"`);
	return port;
}

/** @param {string} text @returns {string[]} folders of workflows/, the inbox first */
function journeysFrom(text) {
	const folder = new URL('../workflows/', import.meta.url);
	const known = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/`, folder)) && !/^(inbox|order-updates|store-.*|README.md)$/.test(name));
	const wanted = text === 'all' ? known : text.split(',').map((name) => name.trim());
	const unknown = wanted.filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Error(`--journeys knows no ${unknown.join(', ')}; there are ${known.join(', ')}`);
	return ['inbox', ...wanted];
}

function readOptions() {
	const { values } = parseArgs({
		options: {
			'data': { type: 'string' },
			'n8n-port': { type: 'string' },
			'sandbox-port': { type: 'string' },
			'smoke': { type: 'boolean', default: false },
			'journeys': { type: 'string' },
			'help': { type: 'boolean', default: false },
		},
	});
	return {
		help: values.help,
		smoke: values.smoke,
		journeys: values.journeys === undefined ? undefined : journeysFrom(values.journeys),
		data: values.data && resolve(values.data),
		n8nPort: portFrom(values['n8n-port'], '--n8n-port'),
		sandboxPort: portFrom(values['sandbox-port'], '--sandbox-port'),
	};
}

/** The rest is TypeScript, which only runs after the dependencies are installed. */
async function loadMain() {
	const { require: requireTypeScript } = await import('tsx/cjs/api');
	return requireTypeScript('./start/main.ts', import.meta.url);
}

/** @param {ReturnType<typeof readOptions>} options @returns {Promise<number>} exit code */
async function start(options) {
	const temporary = options.smoke && !options.data ? await mkdtemp(join(tmpdir(), 'whatsapp-journeys-')) : undefined;
	const dataDir = options.data ?? temporary ?? inUserCache(options.journeys ? 'demo-journeys' : 'demo');
	const lock = join(dataDir, 'start.lock');
	const onWait = () => {
		const owner = readFileSync(lock, 'utf8');
		throw new Error(`Process ${owner} already runs with ${dataDir}: stop it, or give another folder with --data`);
	};
	try {
		return await withLock({ path: lock, onWait }, async () => {
			const prepared = await setup({ n8n: true });
			const { main } = await loadMain();
			return await main({ ...options, dataDir, setup: prepared });
		});
	} finally {
		if (temporary) await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
	}
}

followParent();
surviveClosedOutput();
try {
	const options = readOptions();
	if (options.help) process.stdout.write(`${HELP}\n`);
	else process.exitCode = await start(options);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
