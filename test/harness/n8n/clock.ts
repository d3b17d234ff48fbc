import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './poll';

/** The clock of an n8n that runs with its `env`. */
export interface MovableClock {
	/** Variables for that n8n: its dates follow the clock (see clockPreload.cjs). */
	env: Record<string, string>;
	/** How far it is ahead of the real time, in milliseconds. */
	ahead(): number;
	/** Puts it forward, and waits until the running n8n has seen that. */
	advance(ms: number): Promise<void>;
}

/** A clock that can be put forward; kept in a file of this folder. */
export async function movableClock(folder: string): Promise<MovableClock> {
	const file = join(folder, 'clock');
	let ahead = 0;
	await writeFile(file, '0');
	return {
		env: {
			CLOCK_FILE: file,
			NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'clockPreload.cjs'))}`,
			// Expressions run in n8n's own process, whose clock this is; the owner stays logged in and no run is pruned.
			N8N_EXPRESSION_ENGINE: 'legacy',
			N8N_USER_MANAGEMENT_JWT_DURATION_HOURS: '200000',
			EXECUTIONS_DATA_PRUNE: 'false',
		},
		ahead: () => ahead,
		async advance(ms) {
			ahead += ms;
			await writeFile(file, String(ahead));
			await until({ what: 'n8n to see its clock move' }, async () => {
				const seen = await readFile(`${file}.seen`, 'utf8').catch(() => '');
				return seen === String(ahead) || undefined;
			});
		},
	};
}
