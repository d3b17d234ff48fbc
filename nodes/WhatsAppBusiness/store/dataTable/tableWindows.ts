import type { CollectionName } from '../collections';
import { PAGE_ROWS, READING_OF_WINDOW } from './operations';
import type { Stored, TableSteps } from './tableSteps';

/** Rows of a table with IDs above `after`, up to `upTo`. */
export interface Window {
	name: CollectionName;
	after: number;
	upTo: number;
	/** ISO time: those that were made or edited after it. */
	since?: string;
	/** Only the page at one end is wanted, the highest IDs first or the lowest. */
	onePage?: 'low' | 'high';
}

/** The highest ID there can be: n8n keeps them in four bytes. */
export const NO_END = 2_147_483_647;

/** Before every edit. */
const ALWAYS = '1970-01-01T00:00:00.000Z';

/** Windows per step: what a step reads passes through n8n's memory as a whole. */
const WINDOWS_PER_STEP = 20;

interface Open {
	window: Window;
	/** The window of the question. */
	index: number;
}

/** What is left of a window after its page was read; nothing when the page had all of it. */
function restOf({ window, index }: Open, page: readonly Stored[]): Open[] {
	if (window.onePage !== undefined || page.length < PAGE_ROWS) return [];
	const upTo = page.reduce((lowest, { id }) => Math.min(lowest, id), NO_END) - 1;
	return upTo > window.after ? [{ window: { ...window, upTo }, index }] : [];
}

/**
 * The rows in each of the windows, page by page, where rows are made and deleted meanwhile too: a page goes on below the
 * lowest ID that was read, and a row that comes later has a higher one.
 */
export async function readWindows(steps: TableSteps, windows: readonly Window[]): Promise<Stored[][]> {
	const found = windows.map((): Stored[] => []);
	let open = windows.map((window, index): Open => ({ window, index }));
	while (open.length > 0) {
		const asked = open.slice(0, WINDOWS_PER_STEP);
		const pages = await steps.readTogether(
			asked.map(({ window: { name, after, upTo, since, onePage } }) => ({
				name,
				item: { after, upTo, since: since ?? ALWAYS, direction: onePage === 'low' ? 'ASC' : 'DESC' },
			})),
			READING_OF_WINDOW,
		);
		for (const [position, page] of pages.entries()) for (const stored of page) found[asked[position]?.index ?? 0]?.push(stored);
		open = [...open.slice(WINDOWS_PER_STEP), ...asked.flatMap((one, position) => restOf(one, pages[position] ?? []))];
	}
	return found;
}
