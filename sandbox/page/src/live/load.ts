import { api } from './api';
import { latestDeliveries, shiftOf, type LiveState } from './state';

/** Everything the page shows, read once. Rejects when the sandbox does not answer. */
export async function loadAll(): Promise<Partial<LiveState>> {
	const [seed, phones, messages, deliveries, clock] = await Promise.all([
		api.seed(),
		api.phones(),
		api.threads(),
		api.deliveries(),
		api.clock(),
	]);
	return {
		loaded: true,
		phones,
		messages,
		deliveries: latestDeliveries(deliveries),
		businessNumbers: seed.phoneNumbers,
		clockShift: shiftOf(clock.now),
	};
}
