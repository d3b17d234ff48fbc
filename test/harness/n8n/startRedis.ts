import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { QueueServers } from './runtime';
import { type RunningServer, startServer } from './startServer';

/** A Redis of our own, empty, that keeps nothing on disk. */
export interface RunningRedis extends RunningServer {
	/** Such as `redis://:…@127.0.0.1:6379`. */
	url: string;
	/** Sends one command, such as `['GET', 'key']`; gives the answer as redis-cli prints it to a program. */
	command(args: readonly string[]): Promise<string>;
}

/**
 * Starts a Redis with a password (see startServer).
 *
 * @param options servers: from `installRuntime({ queue: true })`
 */
export async function startRedis({ servers }: { servers: QueueServers }): Promise<RunningRedis> {
	const password = randomBytes(12).toString('hex');
	const cli = join(dirname(servers.redis), 'redis-cli');
	const send = async (port: number, args: readonly string[]): Promise<string> => {
		const env = { PATH: process.env.PATH, REDISCLI_AUTH: password };
		const { stdout } = await promisify(execFile)(cli, ['-e', '-h', '127.0.0.1', '-p', String(port), ...args], { env });
		return stdout.replace(/\n$/, '');
	};
	const server = await startServer({
		name: 'Redis',
		password,
		plan: ({ directory, host, port }) => ({
			// A file, because everybody on the machine can read a command line.
			files: {
				'redis.conf': [`bind ${host}`, `port ${port}`, `requirepass ${password}`, `dir ${directory}`, 'save ""'].join('\n'),
			},
			server: [servers.redis, join(directory, 'redis.conf')],
			stopSignal: 'SIGTERM',
		}),
		isReady: async (port) =>
			await send(port, ['PING']).then(
				(answer) => answer === 'PONG',
				() => false,
			),
	});
	return {
		...server,
		url: `redis://:${password}@${server.host}:${server.port}`,
		command: async (args) => await send(server.port, args),
	};
}
