import type { Setup } from '../harness/n8n/runtime';
import { benchGate, ROW_IDS as GATE_ROWS } from './gate';
import { benchSend, ROW_IDS as SEND_ROWS } from './send';
import { benchTrigger, ROW_IDS as TRIGGER_ROWS } from './trigger';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
	bench: string;
	/** Ids of the rows to run; all when empty. */
	rows: string[];
	setup: Setup;
	dataDir: string;
}

const BENCHES = {
	gate: { ids: GATE_ROWS, run: benchGate },
	send: { ids: SEND_ROWS, run: benchSend },
	trigger: { ids: TRIGGER_ROWS, run: benchTrigger },
};

function isBench(name: string): name is keyof typeof BENCHES {
	return Object.hasOwn(BENCHES, name);
}

/** Runs a bench and prints its result as the last line. @returns the exit code */
export async function main({ bench, rows, setup, dataDir }: BenchOptions): Promise<number> {
	const say = (line: string) => void process.stderr.write(`${line}\n`);
	if (!isBench(bench)) throw new Error(`There is no bench "${bench}", only ${Object.keys(BENCHES).join(', ')}`);
	const { ids, run } = BENCHES[bench];
	const unknown = rows.filter((row) => !ids.includes(row));
	if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}, only ${ids.join(', ')}`);
	const results = await run({ setup, dataDir, say, rows: rows.length > 0 ? rows : ids });
	process.stdout.write(`${JSON.stringify({ bench, rows: results })}\n`);
	return 0;
}
