import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { QueueServers } from './runtime';
import { type RunningServer, startServer } from './startServer';

const USER = 'postgres';
const DATABASE = 'postgres';

/** A PostgreSQL of our own with one empty database. */
export interface RunningPostgres extends RunningServer {
	user: string;
	database: string;
	/** Such as `postgresql://postgres:…@127.0.0.1:5432/postgres`. */
	url: string;
	/** The rows of a SELECT (no semicolon at its end), as JSON has them. */
	query<Row>(select: string): Promise<Row[]>;
	/** Runs statements, all or none. */
	execute(sql: string): Promise<void>;
}

/**
 * Starts a PostgreSQL with a new database (see startServer). As root it runs as the user `postgres`: it refuses root.
 *
 * @param options servers: from `installRuntime({ queue: true })`; settings: of postgresql.conf, by name
 */
export async function startPostgres(options: {
	servers: QueueServers;
	settings?: Record<string, string>;
}): Promise<RunningPostgres> {
	const { servers, settings = {} } = options;
	const password = randomBytes(12).toString('hex');
	const program = (name: string) => join(servers.postgres, name);
	const psql = async (port: number, sql: string): Promise<string> => {
		const address = ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', DATABASE];
		const flags = ['--no-psqlrc', '--no-align', '--tuples-only', '--quiet', '--single-transaction'];
		const env = { PATH: process.env.PATH, PGPASSWORD: password, PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c client_min_messages=warning' };
		const args = [...address, ...flags, '-v', 'ON_ERROR_STOP=1', '-c', sql];
		const { stdout } = await promisify(execFile)(program('psql'), args, { env, maxBuffer: 64 * 1024 * 1024 });
		return stdout;
	};
	const server = await startServer({
		name: 'Postgres',
		user: USER,
		password,
		plan: ({ directory, host, port }) => {
			const data = join(directory, 'data');
			const login = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${join(directory, 'password')}`];
			const own = { listen_addresses: host, port: String(port), unix_socket_directories: '', ...settings };
			return {
				files: { password },
				prepare: [program('initdb'), '-D', data, ...login, '--encoding=UTF8', '--locale=C', '--no-sync'],
				server: [program('postgres'), '-D', data, ...Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
				// Ends the connections too; SIGTERM would wait for the clients.
				stopSignal: 'SIGINT',
			};
		},
		isReady: async (port) =>
			await psql(port, 'SELECT 1').then(
				() => true,
				() => false,
			),
	});
	const { host, port } = server;
	return {
		...server,
		user: USER,
		database: DATABASE,
		url: `postgresql://${USER}:${password}@${host}:${port}/${DATABASE}`,
		async query<Row>(select: string) {
			const text = await psql(port, `SELECT coalesce(json_agg(found), '[]') FROM (${select}) AS found`);
			return JSON.parse(text) as Row[];
		},
		async execute(sql) {
			await psql(port, sql);
		},
	};
}
