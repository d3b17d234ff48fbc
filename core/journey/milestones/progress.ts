import type { Milestone } from './milestone';

/** Why a milestone is news, or is not. */
export type Outcome =
	/** News: tell it. */
	| 'changed'
	/** The milestone that was told last. */
	| 'same'
	/** Told before, or passed: news never goes backwards. */
	| 'behind'
	/** The shipment has ended (delivered, returned, cancelled). */
	| 'ended';

/** The milestones along the way; the other ones interrupt it or end it. */
const RANK: Partial<Record<Milestone, number>> = {
	ordered: 1,
	packed: 2,
	shipped: 3,
	in_transit: 4,
	out_for_delivery: 5,
	available_for_pickup: 6,
	delivered: 7,
};

/** How far a shipment must be for an interruption that was told first of all. */
const IMPLIED: Partial<Record<Milestone, number>> = { delayed: 4, exception: 4, delivery_attempted: 5 };

const PICKUP = 6;

function rankOf(milestone: Milestone): number {
	return RANK[milestone] ?? 0;
}

/** How far along the shipment is known to be, from what was told. */
function reached(history: readonly Milestone[]): number {
	const ranked = Math.max(0, ...history.map(rankOf));
	const attempted = history.includes('delivery_attempted') ? (IMPLIED.delivery_attempted ?? 0) : 0;
	if (ranked > 0) return Math.max(ranked, attempted);
	return Math.max(0, ...history.map((milestone) => IMPLIED[milestone] ?? 0));
}

/** What was told since the shipment last moved on. */
function sinceLastStep(history: readonly Milestone[]): readonly Milestone[] {
	return history.slice(history.findLastIndex((milestone) => rankOf(milestone) > 0) + 1);
}

function isPast(history: readonly Milestone[], now: Milestone): boolean {
	switch (now) {
		case 'returned':
			return false;
		case 'cancelled':
			return false;
		case 'exception':
			return sinceLastStep(history).includes(now);
		case 'delayed':
		case 'delivery_attempted':
			return sinceLastStep(history).includes(now) || reached(history) >= PICKUP;
		case 'out_for_delivery':
			// The next try after a failed one is news again; any other repetition is a late or doubled event.
			if (sinceLastStep(history).includes('delivery_attempted')) return reached(history) >= PICKUP;
			return rankOf(now) <= reached(history);
		default:
			return rankOf(now) <= reached(history);
	}
}

/**
 * Whether a milestone is news, given what was told so far. Forward only: a shipment that was told to be out for delivery is
 * never "in transit" again, whatever order a carrier's events come in. Interruptions (attempted, delayed, exception) are told
 * once until the shipment moves on; after an attempt, "out for delivery" is news again. A delivered shipment can only be
 * returned; after "returned" and "cancelled" nothing is told.
 *
 * @param input.history what was told, oldest first; the last one alone will do, with less certainty
 * @param input.onceOnly whether no milestone is ever told twice, not even on a second try
 */
export function judgeProgress(input: { history: readonly Milestone[]; now: Milestone; onceOnly?: boolean }): Outcome {
	const { history, now, onceOnly = false } = input;
	if (history.at(-1) === now) return 'same';
	if (history.includes('returned') || history.includes('cancelled')) return 'ended';
	if (history.includes('delivered') && now !== 'returned') return 'ended';
	if (onceOnly && history.includes(now)) return 'behind';
	return isPast(history, now) ? 'behind' : 'changed';
}
