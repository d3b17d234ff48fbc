import { CLAIM_COLUMNS, collectionOf, hasExpired, keyOf, type CollectionName } from '../collections';
import type { Row } from '../recordStore';
import type { Stored } from './tableSteps';

const NOT_OF_THE_RECORD = new Set(CLAIM_COLUMNS.map(({ name }) => name));

function text(row: Row, column: string): string {
	return String(row[column] ?? '');
}

/** Whether keys of the collection are claimed, so that there may be rows that are no record. */
export function isClaimed(name: CollectionName): boolean {
	return collectionOf(name).columns.includes(CLAIM_COLUMNS[0] ?? { name: '', type: 'string' });
}

/** A contender's row while nobody has taken it. */
function isOpen({ row }: Stored): boolean {
	return text(row, 'openTicket') !== '';
}

/** Whether the claim that wrote the row took it, as the winner did with its own. True too for rows that nobody had to claim. */
export function tookItself(stored: Stored): boolean {
	return !isOpen(stored) && text(stored.row, 'ticket') === text(stored.row, 'takenBy');
}

/**
 * The row that has the key; undefined while nobody has.
 *
 * Besides the winner, a contender can have taken its own row that lost others which it had read. It entered later than the
 * winner read, so that it read all that the winner did, and its own row besides: the winner is who read fewest.
 *
 * @param rows those of one key that have not expired, oldest first
 */
export function standingOf(rows: readonly Stored[]): Stored | undefined {
	const decided = rows.filter((stored) => !isOpen(stored));
	const [first] = decided;
	if (first === undefined) return undefined;
	const takers = decided.filter(tookItself);
	const fewest = Math.min(...takers.map(({ row }) => Number(row.ticketsSeen ?? 0)));
	return (
		takers.find(({ row }) => Number(row.ticketsSeen ?? 0) === fewest) ??
		// A scan read the winner's row in a portion before, when it was still open.
		rows.find(({ row }) => text(row, 'ticket') === text(first.row, 'takenBy')) ??
		first
	);
}

/** The rows by their keys, in the order in which the keys came. */
export function byKey(name: CollectionName, rows: readonly Stored[]): Map<string, Stored[]> {
	const groups = new Map<string, Stored[]>();
	for (const stored of rows) {
		const key = claimedKey(name, stored.row);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [stored]);
		else group.push(stored);
	}
	return groups;
}

/** The row's key as it is read back: cells are trimmed. */
export function claimedKey(name: CollectionName, row: Row): string {
	return keyOf(name, row).trim();
}

/** Tells whether a row is under one of the keys. */
export function isUnder(name: CollectionName, keys: readonly string[]): (stored: Stored) => boolean {
	const wanted = new Set(keys.map((key) => key.trim()));
	return ({ row }) => wanted.has(claimedKey(name, row));
}

/** The row without what only the table needs. */
export function asRecord(row: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([column]) => !NOT_OF_THE_RECORD.has(column)));
}

/** What stands under each key; nothing where claims are still under way or ended with their process. */
export function recordsIn(name: CollectionName, { rows, now }: { rows: readonly Stored[]; now: number }): Row[] {
	if (!isClaimed(name)) return rows.map(({ row }) => row);
	return [...byKey(name, rows).values()].flatMap((group) => {
		const standing = standingOf(group.filter(({ row }) => !hasExpired(row, now))) ?? standingOf(group);
		return standing === undefined ? [] : [asRecord(standing.row)];
	});
}
