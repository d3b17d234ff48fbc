import { api } from './api';
import { latestDeliveries, type LiveState } from './state';

/** Everything the page shows, read once. Rejects when the sandbox does not answer. */
export async function loadAll(): Promise<Partial<LiveState>> {
	const [seed, phones, deliveries] = await Promise.all([api.seed(), api.phones(), api.deliveries()]);
	const threads = await Promise.all(phones.map(async ({ key }) => [key, await api.messages(key)] as const));
	return {
		loaded: true,
		phones,
		messages: Object.fromEntries(threads),
		deliveries: latestDeliveries(deliveries),
		businessNumbers: seed.phoneNumbers,
	};
}
