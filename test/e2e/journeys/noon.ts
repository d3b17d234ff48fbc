import { DateTime } from 'luxon';
import { type Stage, ZONE } from './stage';

const NOON = 12;

/** So that what waits for an hour is due. */
const LEAST_HOURS = 2;

/** Time goes by until the customer's clock shows that hour, at least two hours later, for the first or a later time. */
export async function hourComes(stage: Stage, { hour, times = 1 }: { hour: number; times?: number }): Promise<void> {
	const now = DateTime.fromMillis(Date.now() + stage.world.clock.ahead(), { zone: ZONE });
	const earliest = now.plus({ hours: LEAST_HOURS });
	const today = earliest.set({ hour, minute: 0, second: 0, millisecond: 0 });
	const next = today < earliest ? today.plus({ days: 1 }) : today;
	await stage.daysPass(next.plus({ days: times - 1 }).diff(now).as('days'));
}

/** Time goes by until that many noons have come, the first at least two hours away: quiet hours hold nobody up then. */
export async function noonsPass(stage: Stage, noons = 1): Promise<void> {
	await hourComes(stage, { hour: NOON, times: noons });
}
