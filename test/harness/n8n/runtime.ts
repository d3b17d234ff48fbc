import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The n8n that `scripts/setup.mjs` installed outside the repository. */
export interface N8nRuntime {
	directory: string;
	/** Path of a Node.js 24 program. */
	node: string;
	/** Path of n8n's start script. */
	n8n: string;
	version: string;
}

/** The package as it would be published. */
export interface PackedPackage {
	tarball: string;
	/** Hash of the sources it was built from. */
	fingerprint: string;
}

/** The servers of n8n's queue mode, as they are installed. */
export interface QueueServers {
	/** The folder of PostgreSQL's programs. */
	postgres: string;
	/** Path of Redis's server program. */
	redis: string;
}

/** What a real n8n with our package in it is made of. */
export interface Setup {
	package: PackedPackage;
	n8n: N8nRuntime;
	/** Path of Chromium, when it was asked for. */
	chromium?: string;
	/** When they were asked for. */
	servers?: QueueServers;
}

/**
 * Installs and builds what is missing by the one script that can do so in a fresh clone. Progress goes to stderr.
 *
 * @param options browser: also Chromium; queue: also PostgreSQL and Redis
 */
export async function installRuntime(options: { browser?: boolean; queue?: boolean } = {}): Promise<Setup> {
	const script = join(__dirname, '..', '..', '..', 'scripts', 'setup.mjs');
	const flags = [...(options.browser ? ['--browser'] : []), ...(options.queue ? ['--queue'] : [])];
	const args = [script, '--n8n', '--json', ...flags];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	return JSON.parse(stdout) as Setup;
}
