const queues = new Map<string, Promise<unknown>>();

/**
 * Does work on one Meta app after the work before it: what is written there is made from what was read, and n8n publishes
 * workflows beside each other.
 */
export async function oneAtATime<T>(app: string, work: () => Promise<T>): Promise<T> {
	const turn = (queues.get(app) ?? Promise.resolve()).then(work);
	const settled = turn.catch(() => undefined);
	queues.set(app, settled);
	try {
		return await turn;
	} finally {
		if (queues.get(app) === settled) queues.delete(app);
	}
}
