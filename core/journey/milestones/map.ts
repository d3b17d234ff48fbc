import type { Milestone } from './milestone';
import { judgeProgress, type Outcome } from './progress';
import { readMilestone, type StatusReport } from './read';

/** A status that was mapped and compared with what was told. */
export interface MappedMilestone {
	milestone: Milestone | undefined;
	outcome: Outcome | 'not_wanted' | 'no_news' | 'unknown';
	/** For people: why it is news or not. */
	reason: string;
	/** Where the milestone was found; undefined when there is none. */
	matchedBy: 'status' | 'subStatus' | 'text' | undefined;
	/** The service whose table knew the status, `text` for free text. */
	service: string | undefined;
	/** What was told so far with this milestone added when it is news: to be stored, and given back the next time. */
	history: Milestone[];
	/** Names this notice: the milestone, from the second time on with a number. For idempotency keys. */
	key: string | undefined;
}

const REASONS: Record<Outcome, string> = {
	changed: 'News',
	same: 'Told last',
	behind: 'The shipment was told to be as far or further already',
	ended: 'The shipment has ended',
};

function keyOf(milestone: Milestone, history: readonly Milestone[]): string {
	const times = history.filter((told) => told === milestone).length;
	return times > 1 ? `${milestone}-${times}` : milestone;
}

function understood(report: StatusReport, isReturn: boolean): Omit<MappedMilestone, 'history' | 'key'> {
	const reading = readMilestone(report);
	if (reading.kind === 'unknown') return { milestone: undefined, outcome: 'unknown', reason: reading.reason, matchedBy: undefined, service: undefined };
	const { service } = reading;
	if (reading.kind === 'noNews') return { milestone: undefined, outcome: 'no_news', reason: reading.reason, matchedBy: undefined, service };
	const { matchedBy } = reading;
	if (!isReturn) return { milestone: reading.milestone, outcome: 'changed', reason: '', matchedBy, service };
	// A parcel on its way back: what is "delivered" to the shop is returned, and the steps before it are the shop's matter.
	return reading.milestone === 'delivered' || reading.milestone === 'returned'
		? { milestone: 'returned', outcome: 'changed', reason: '', matchedBy, service }
		: { milestone: undefined, outcome: 'no_news', reason: `A returning parcel is ${reading.milestone}`, matchedBy, service };
}

/**
 * Maps a status and says whether it is news.
 *
 * @param input.history what was told, oldest first
 * @param input.only the milestones that this shop tells; all when left out
 * @param input.onceOnly as for `judgeProgress`
 * @param input.isReturn whether the parcel goes from the customer to the shop
 */
export function mapMilestone(input: {
	report: StatusReport;
	history: readonly Milestone[];
	only?: readonly Milestone[];
	onceOnly?: boolean;
	isReturn?: boolean;
}): MappedMilestone {
	const { report, history, only, onceOnly, isReturn = false } = input;
	const told = [...history];
	const reading = understood(report, isReturn);
	const { milestone } = reading;
	if (milestone === undefined) return { ...reading, history: told, key: undefined };
	const outcome = judgeProgress({ history, now: milestone, onceOnly });
	if (outcome !== 'changed') return { ...reading, outcome, reason: REASONS[outcome], history: told, key: keyOf(milestone, told) };
	const grown = [...told, milestone];
	const key = keyOf(milestone, grown);
	if (only !== undefined && !only.includes(milestone)) {
		return { ...reading, outcome: 'not_wanted', reason: 'Not among the milestones to tell', history: grown, key };
	}
	return { ...reading, outcome, reason: REASONS.changed, history: grown, key };
}
