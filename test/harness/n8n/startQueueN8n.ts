import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { freePort } from './freePort';
import type { QueueServers } from './runtime';
import { type N8nCommand, type N8nOptions, type RunningN8n, startN8n } from './startN8n';
import { type RunningPostgres, startPostgres } from './startPostgres';
import { type RunningRedis, startRedis } from './startRedis';

/**
 * An n8n in queue mode. What it has of a single n8n (URL, port …) is the main process's; `logs` gives those of all
 * processes, `stop` ends everything.
 */
export interface QueueN8n extends RunningN8n {
	/** They carry the executions out. */
	workers: RunningN8n[];
	/** Takes webhooks beside the main process, when it was asked for. Their public URL is then its own. */
	webhook?: RunningN8n;
	postgres: RunningPostgres;
	redis: RunningRedis;
}

/** How to start n8n in queue mode. */
export interface QueueOptions extends N8nOptions {
	/** From `installRuntime({ queue: true })`. */
	servers: QueueServers;
	/** 2 when left out. */
	workers?: number;
	/** Also a webhook process. */
	webhook?: boolean;
	/** Of postgresql.conf, by name. */
	settings?: Record<string, string>;
}

interface Stoppable {
	stop(): Promise<void>;
}

/** Ends all, also when one of them fails to. */
async function stopAll(all: readonly Stoppable[]): Promise<void> {
	const settled = await Promise.allSettled(all.map(async (one) => await one.stop()));
	const failed = settled.find((result) => result.status === 'rejected');
	if (failed !== undefined) throw failed.reason;
}

/** Waits for all, and ends those that came up when one did not. */
async function allStarted<T extends Stoppable>(starts: ReadonlyArray<Promise<T>>): Promise<T[]> {
	const settled = await Promise.allSettled(starts);
	const started = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
	const failed = settled.find((result) => result.status === 'rejected');
	if (failed === undefined) return started;
	await stopAll(started);
	throw failed.reason;
}

/** The variables by which all processes are one n8n. */
function sharedVariables(given: { postgres: RunningPostgres; redis: RunningRedis; publicUrl: string }): Record<string, string> {
	const { postgres, redis, publicUrl } = given;
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_WEBHOOK_URL: publicUrl,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		DB_POSTGRESDB_DATABASE: postgres.database,
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	};
}

type Processes = Pick<QueueN8n, 'workers' | 'webhook'> & { main: RunningN8n };

/** The main process first: it makes the tables. */
async function startProcesses(
	options: QueueOptions,
	{ postgres, redis }: { postgres: RunningPostgres; redis: RunningRedis },
): Promise<Processes> {
	const port = options.port ?? (await freePort());
	const webhookPort = options.webhook ? await freePort() : undefined;
	const publicUrl = `http://127.0.0.1:${webhookPort ?? port}/`;
	const env = { ...sharedVariables({ postgres, redis, publicUrl }), ...options.env };
	const { runtime, packed, signal } = options;
	const start = async (own: { command: N8nCommand; folder: string; port?: number }) =>
		await startN8n({ runtime, packed, signal, env, ...own, dataDir: join(options.dataDir, own.folder) });
	const main = await start({ command: 'start', folder: 'main', port });
	try {
		const folders = Array.from({ length: options.workers ?? 2 }, (_, index) => `worker${index + 1}`);
		const [others, workers] = await Promise.all([
			webhookPort === undefined ? [] : allStarted([start({ command: 'webhook', folder: 'webhook', port: webhookPort })]),
			allStarted(folders.map(async (folder) => await start({ command: 'worker', folder }))),
		]);
		return { main, workers, webhook: others[0] };
	} catch (error) {
		await main.stop();
		throw error;
	}
}

/**
 * Starts n8n in queue mode with a PostgreSQL and a Redis of its own, all on free ports of the loopback interface: the main
 * process, workers and, when wanted, a webhook process, each with the package installed. The data starts empty, and all ends
 * when this process ends, however that happens.
 *
 * @param options dataDir: each process has a folder in it (`main`, `worker1` …, `webhook`), where its log remains
 * @throws Error with the end of the log of what did not come up; the rest is ended
 */
export async function startQueueN8n(options: QueueOptions): Promise<QueueN8n> {
	const { servers, settings } = options;
	const postgres = await startPostgres({ servers, settings });
	const backends: Stoppable[] = [postgres];
	try {
		const redis = await startRedis({ servers });
		backends.push(redis);
		const { main, workers, webhook } = await startProcesses(options, { postgres, redis });
		const all = [main, ...workers, ...(webhook === undefined ? [] : [webhook])];
		const stop = async () => {
			await stopAll(all);
			await stopAll(backends);
		};
		const logs = () => all.map((one) => one.logs()).join('');
		return { ...main, workers, webhook, postgres, redis, logs, stop };
	} catch (error) {
		await stopAll(backends);
		throw error;
	}
}

/** IDs of the executions that a worker carried out, by its log. */
export function executionsOfWorker(worker: RunningN8n): Set<string> {
	const lines = worker.logs().matchAll(/Worker finished execution (\d+)/g);
	return new Set([...lines].flatMap(([, id]) => id ?? []));
}
