import type { NodeRun } from '../../harness/engine';
import { itemsOf, type Bench } from '../setup';

/** Runs an operation of Block List for people. */
export function blockListOf(bench: Bench) {
	return async (operation: string, who: string[] = [], parameters: object = {}): Promise<NodeRun> =>
		await bench.run({
			resource: 'blockList',
			operation,
			parameters: { contact: '={{ $json.who }}', ...parameters } as never,
			items: itemsOf(...(who.length === 0 ? [{}] : who.map((each) => ({ who: each })))),
		});
}
