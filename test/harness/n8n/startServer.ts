import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasEnded, stopChild } from './childProcess';
import { freePort } from './freePort';
import { until } from './poll';

const SHOWN_CHARACTERS = 4000;
const HOST = '127.0.0.1';

/** A server of our own, such as PostgreSQL. */
export interface RunningServer {
	/** Always `127.0.0.1`. */
	host: string;
	port: number;
	/** Made up for this start. */
	password: string;
	/** What it has logged. */
	logs(): string;
	/** Ends it and removes its folder. */
	stop(): Promise<void>;
}

/** A command line: program and arguments. */
type CommandLine = readonly [program: string, ...args: string[]];

/** How to run a server whose folder and port are known. */
export interface ServerPlan {
	/** Files to write into the folder first, readable by the server's user only. */
	files: Record<string, string>;
	/** Runs to its end before the server. */
	prepare?: CommandLine;
	server: CommandLine;
	/** Has it end in order. */
	stopSignal: NodeJS.Signals;
}

interface User {
	uid: number;
	gid: number;
}

/** The user for a server that refuses to run as root: its own where its package made one. */
function unprivilegedUser(preferred: string): User {
	for (const name of [preferred, 'nobody']) {
		try {
			const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })));
			if (uid !== undefined && gid !== undefined) return { uid, gid };
		} catch {
			// There is no such user.
		}
	}
	throw new Error(`There is neither a user ${preferred} nor a user nobody to run the server as`);
}

function launch(given: { directory: string; user?: User; plan: ServerPlan }): { child: ChildProcess; logs: () => string } {
	const { directory, user, plan } = given;
	const { prepare, server, stopSignal } = plan;
	const log = join(directory, 'server.log');
	const file = openSync(log, 'a+');
	const order = JSON.stringify({ directory, ...user, prepare, server, stopSignal });
	const child = spawn(process.execPath, [join(__dirname, 'serverGuard.cjs'), order], {
		env: { PATH: process.env.PATH, LC_ALL: 'C' },
		detached: true,
		stdio: ['ignore', file, file, 'pipe'],
	});
	closeSync(file);
	let last = '';
	const logs = () => {
		try {
			last = readFileSync(log, 'utf8');
		} catch {
			// The guard has removed the folder.
		}
		return last;
	};
	return { child, logs };
}

/**
 * Starts a server on a free port of the loopback interface, in a temporary folder of its own, and waits until it answers.
 * It ends and its folder goes when this process ends, however that happens (see serverGuard.cjs).
 *
 * @param options user: whom it runs as when we are root; isReady: whether it answers
 * @throws Error with the end of the log when it does not come up within a minute
 */
export async function startServer(options: {
	name: string;
	user?: string;
	password: string;
	plan: (place: { directory: string; host: string; port: number; password: string }) => ServerPlan;
	isReady: (port: number) => Promise<boolean>;
}): Promise<RunningServer> {
	const { name, password } = options;
	const user = options.user !== undefined && process.getuid?.() === 0 ? unprivilegedUser(options.user) : undefined;
	const directory = await mkdtemp(join(tmpdir(), `whatsapp-journeys-${name.toLowerCase()}-`));
	const port = await freePort();
	const plan = options.plan({ directory, host: HOST, port, password });
	if (user !== undefined) await chown(directory, user.uid, user.gid);
	for (const [file, text] of Object.entries(plan.files)) {
		const path = join(directory, file);
		await writeFile(path, text, { mode: 0o600 });
		if (user !== undefined) await chown(path, user.uid, user.gid);
	}
	const { child, logs } = launch({ directory, user, plan });
	const stop = async () => {
		logs();
		await stopChild(child);
		await rm(directory, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		await until({ what: `${name} to come up`, timeoutMs: 60_000 }, async () => {
			if (hasEnded(child)) throw new Error(`${name} ended with ${child.signalCode ?? `code ${child.exitCode}`}`);
			return (await options.isReady(port)) ? true : undefined;
		});
	} catch (error) {
		const end = logs().slice(-SHOWN_CHARACTERS);
		await stop();
		throw new Error(`${error instanceof Error ? error.message : String(error)}\n${end}`);
	}
	return { host: HOST, port, password, logs, stop };
}
