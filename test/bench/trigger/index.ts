import { mkdir } from 'node:fs/promises';
import type { Setup } from '../../harness/n8n/runtime';
import { startWorld } from '../host/world';
import { core } from './core';
import { idle } from './idle';
import type { Result, RowContext } from './result';
import { statuses } from './statuses';
import { stormRow } from './storm';

const CORE = 'core';

const ROWS: ReadonlyArray<{ id: string; run: (context: RowContext) => Promise<Result> }> = [
	{ id: 'idle', run: idle },
	{ id: 'statuses-1000', run: statuses },
	{ id: 'storm-3000', run: stormRow },
];

/** Ids of all rows, in their order. */
export const ROW_IDS: readonly string[] = [...ROWS.map(({ id }) => id), CORE];

/** Runs the chosen rows: all that need n8n in the same one. */
export async function benchTrigger(options: {
	setup: Setup;
	dataDir: string;
	rows: readonly string[];
	say: (line: string) => void;
}): Promise<Result[]> {
	const { rows, say, setup, dataDir } = options;
	await mkdir(dataDir, { recursive: true });
	const results: Result[] = [];
	const chosen = ROWS.filter(({ id }) => rows.includes(id));
	if (chosen.length > 0) {
		say(`Starting the sandbox and n8n ${setup.n8n.version} …`);
		const world = await startWorld(options);
		try {
			for (const { id, run } of chosen) {
				const result = await run({ world, say });
				say(`${id}: ${JSON.stringify(result)}`);
				results.push(result);
			}
		} finally {
			await world.stop();
		}
	}
	if (rows.includes(CORE)) {
		const result = await core(dataDir);
		say(`${CORE}: ${JSON.stringify(result)}`);
		results.push(result);
	}
	return results;
}
