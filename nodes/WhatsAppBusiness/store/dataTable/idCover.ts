/** Most IDs of a window: n8n reads as many rows at once. */
const WINDOW_IDS = 1_000;

/**
 * What a row and a window cost, in conditions: n8n checks, evaluates and writes each condition anew, and asks for the table
 * and its columns for each window (13 µs a row, 6 ms a window and 66 µs a condition were measured).
 */
const ROW_COST = 0.2;
const WINDOW_COST = 90;

/** How rows of known IDs are read: as windows where many stand close together, the others by their IDs. */
export interface IdCover {
	windows: Array<{ after: number; upTo: number }>;
	single: number[];
}

/** @param ids different ones */
export function coverIds(ids: readonly number[]): IdCover {
	const cover: IdCover = { windows: [], single: [] };
	const sorted = [...ids].sort((a, b) => a - b);
	for (let start = 0, end = 0; start < sorted.length; start = end) {
		const first = sorted[start] ?? 0;
		while (end < sorted.length && (sorted[end] ?? 0) < first + WINDOW_IDS) end += 1;
		const last = sorted[end - 1] ?? first;
		const isDense = end - start > (last - first + 1) * ROW_COST + WINDOW_COST;
		if (isDense) cover.windows.push({ after: first - 1, upTo: last });
		else cover.single.push(...sorted.slice(start, end));
	}
	return cover;
}
