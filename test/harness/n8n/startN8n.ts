import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { hasEnded, stopChild } from './childProcess';
import { n8nEnvironment } from './environment';
import { freePort } from './freePort';
import { installPackage } from './installPackage';
import { until } from './poll';
import type { N8nRuntime, PackedPackage } from './runtime';

const SHOWN_CHARACTERS = 4000;

/** A running n8n of our own. */
export interface RunningN8n {
	/** Such as `http://127.0.0.1:5678`, without a slash at the end. */
	url: string;
	port: number;
	pid: number;
	/** What it has logged since this start; also at the end of `n8n.log` in the data folder. */
	logs(): string;
	/** Ends it and all it started. */
	stop(): Promise<void>;
}

/** What a process of n8n is: all of it, or in queue mode a part of it. */
export type N8nCommand = 'start' | 'worker' | 'webhook';

/** How to start one process of n8n. */
export interface N8nOptions {
	runtime: N8nRuntime;
	packed: PackedPackage;
	/** A folder of its own, made when missing. */
	dataDir: string;
	/** A free one when left out. */
	port?: number;
	/** More variables. */
	env?: Record<string, string>;
	/** Gives up when aborted. */
	signal?: AbortSignal;
}

/** Where a process answers 200 once it can work. The first says so before the editor's API is there. */
function readinessPaths(command: N8nCommand): string[] {
	return ['/healthz/readiness', ...(command === 'start' ? ['/rest/settings'] : [])];
}

async function isReady({ url, command }: { url: string; command: N8nCommand }): Promise<true | undefined> {
	for (const path of readinessPaths(command)) {
		const status = await axios.get(`${url}${path}`, { validateStatus: () => true }).then(
			(response) => response.status,
			() => 0,
		);
		if (status !== 200) return undefined;
	}
	return true;
}

/**
 * Starts a real n8n on loopback with the packed package installed as a community node, and waits until it answers.
 * It ends when this process ends, however that happens (see guard.cjs).
 *
 * @param options command: all of n8n when left out
 * @throws Error with the end of the log when it does not come up within two minutes
 */
export async function startN8n(options: N8nOptions & { command?: N8nCommand }): Promise<RunningN8n> {
	const { runtime, packed, dataDir, command = 'start' } = options;
	await mkdir(dataDir, { recursive: true });
	await installPackage({ dataDir, packed, runtime });
	const port = options.port ?? (await freePort());
	const env = n8nEnvironment({ runtime, dataDir, port, brokerPort: await freePort(), extra: options.env });
	const logPath = join(dataDir, 'n8n.log');
	// A file, not a pipe to us: should we die, n8n can still log and so end in order.
	const logFile = openSync(logPath, 'a');
	const { size: logStart } = statSync(logPath);
	const logs = () => readFileSync(logPath).subarray(logStart).toString();
	const child = spawn(runtime.node, ['--require', join(__dirname, 'guard.cjs'), runtime.n8n, command], {
		cwd: dataDir,
		env,
		detached: process.platform !== 'win32',
		windowsHide: true,
		stdio: ['ignore', logFile, logFile, 'pipe'],
	});
	closeSync(logFile);
	const url = `http://127.0.0.1:${port}`;
	try {
		await until({ what: 'n8n to come up', timeoutMs: 120_000 }, () => {
			options.signal?.throwIfAborted();
			if (hasEnded(child)) throw new Error(`n8n ended with ${child.signalCode ?? `code ${child.exitCode}`}`);
			return isReady({ url, command });
		});
	} catch (error) {
		await stopChild(child);
		options.signal?.throwIfAborted();
		throw new Error(`${error instanceof Error ? error.message : String(error)}\n${logs().slice(-SHOWN_CHARACTERS)}`);
	}
	return { url, port, pid: child.pid ?? 0, logs, stop: () => stopChild(child) };
}
