import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import axios from 'axios';
import type { SandboxSeed } from '../../../scripts/start/sandboxClient';
import type { Counters } from '../../../sandbox/src';
import type { Certificate } from './certificate';

const REPOSITORY = join(__dirname, '..', '..', '..');

/** A sandbox in a process of its own, as n8n sees Meta: over TLS. */
export interface SandboxProcess {
	port: number;
	control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
	seed(): Promise<SandboxSeed>;
	/** What the sandbox has counted since the last call. */
	takeCounters(): Promise<Counters>;
	stop(): Promise<void>;
}

async function urlFrom(child: ChildProcess): Promise<URL> {
	if (child.stdout === null) throw new Error('The sandbox has no output');
	for await (const line of createInterface({ input: child.stdout })) {
		const url = /^sandbox listening on (https:\S+)$/.exec(line)?.[1];
		if (url !== undefined) return new URL(url);
	}
	throw new Error('The sandbox ended before it listened');
}

/** Starts `sandbox/src/cli.ts` on a free port with the given certificate. */
export async function startSandboxProcess({ key, certificate }: Certificate): Promise<SandboxProcess> {
	const script = join(REPOSITORY, 'sandbox', 'src', 'cli.ts');
	const tls = ['--tls-key', key, '--tls-cert', certificate];
	const args = ['--import', 'tsx', script, '--port', '0', '--no-log', ...tls];
	const child = spawn(process.execPath, args, { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	process.once('exit', () => child.kill('SIGKILL'));
	const url = await urlFrom(child);
	const httpsAgent = new Agent({ ca: readFileSync(certificate), keepAlive: true });
	const http = axios.create({ baseURL: url.origin, httpsAgent, proxy: false });
	const control = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
		(await http.request<T>({ method, url: `/_control/${path}`, data: body })).data;
	return {
		port: Number(url.port),
		control,
		seed: async () => await control<SandboxSeed>('GET', 'seed'),
		takeCounters: async () => {
			const counters = await control<Counters>('GET', 'counters');
			await control('DELETE', 'counters');
			return counters;
		},
		stop: async () => {
			httpsAgent.destroy();
			child.kill('SIGTERM');
			await ended;
		},
	};
}
