import { DateTime } from 'luxon';
import type { Stage } from './stage';

/** Where n8n and the gate take the demo's customers to live: their numbers are kept for demos and have no area. */
const ZONE = 'America/New_York';

/** So that what waits for an hour is due. */
const LEAST_HOURS = 2;

/** Time goes by until the next noon, at least two hours away, or until that many noons have come: quiet hours hold nobody up then. */
export async function noonsPass(stage: Stage, noons = 1): Promise<void> {
	const now = DateTime.fromMillis(Date.now() + stage.world.clock.ahead(), { zone: ZONE });
	const earliest = now.plus({ hours: LEAST_HOURS });
	const today = earliest.set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
	const next = today < earliest ? today.plus({ days: 1 }) : today;
	await stage.daysPass(next.plus({ days: noons - 1 }).diff(now).as('days'));
}
