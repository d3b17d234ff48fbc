import type { World } from '../host/world';

/** A row's result. */
export interface Result {
	id: string;
	ours: object;
	/** Missing where n8n has nothing to compare. */
	peer?: object;
	/** Ours divided by the peer's; of rates more is better, of times and processor time less. */
	ratio?: object;
	/** Further contenders of the row. */
	[contender: string]: unknown;
}

/** What a row needs. */
export interface RowContext {
	world: World;
	say: (line: string) => void;
}
