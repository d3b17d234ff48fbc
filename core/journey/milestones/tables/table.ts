import type { Milestone } from '../milestone';

/**
 * What a service's status means: a milestone, or null for a status that is known and tells nothing about the parcel that a
 * customer should hear (the label's money, the shop's own troubles, no news yet).
 */
export type Meaning = Milestone | null;

/** The statuses of one service; keys are written as `statusKey` writes them. Sources stand in docs/shipment-milestones.md. */
export interface StatusTable {
	/** As the form shows it. */
	name: string;
	status: Readonly<Record<string, Meaning>>;
	/** Finer statuses. One that stands here decides; one that only repeats or blurs the status is left out. */
	subStatus: Readonly<Record<string, Meaning>>;
	/** Statuses that mean different things in different places, with what the operator should do. */
	ambiguous?: Readonly<Record<string, string>>;
}
