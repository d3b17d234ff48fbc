import type { Milestone } from '../milestone';

/**
 * How one language speaks of shipments. Each entry is the source of a regular expression over text as `plainWords` writes it
 * (lower case, no accents, one blank between words); it matches whole words. Two steps, since what carriers say of failures
 * holds its own "not", while any other "not", "will" or "if" makes a statement unreal.
 */
export interface Lexicon {
	/** Statements that are read first and hold their own negation. Dropped when something unreal stands before them. */
	whole: ReadonlyArray<readonly [Milestone, readonly string[]]>;
	/** Plans, wishes and requests, taken out before the rest is read. */
	plans: readonly string[];
	/** Statements that nothing unreal may stand before. */
	plain: ReadonlyArray<readonly [Milestone, readonly string[]]>;
	/** Statements of a delivery: nothing unreal may stand anywhere beside them, in whatever language. */
	delivered: readonly string[];
	/** Words that begin a condition; what follows is not read, in no language. */
	conditions: readonly string[];
	/** Negations, futures, possibilities; they hold in every language. */
	unreal: readonly string[];
	/** Places and people that are not the customer: a parcel delivered there is not delivered. */
	elsewhere?: readonly string[];
	/** Entries of other languages' `conditions` and `unreal` that are common words in this one (`no` is "in the" in Portuguese). */
	harmless?: readonly string[];
	/** Whether the language puts "not" and "will" behind the statement, so that one of them spoils the whole clause. */
	unrealBehind?: boolean;
}
