import axios from 'axios';

const ASK_EVERY_MS = 100;
const ANSWER_WITHIN_MS = 2000;

/** @returns whether n8n says that it can work */
export async function isReady(url: string): Promise<boolean> {
	return await axios.get(`${url}/healthz/readiness`, { timeout: ANSWER_WITHIN_MS, validateStatus: () => true }).then(
		({ status }) => status === 200,
		() => false,
	);
}

/**
 * Asks n8n ten times a second whether it is ready, as an orchestrator's probe would.
 *
 * @returns stops and gives the number of probes that were refused or not answered within two seconds
 */
export function watchReadiness(url: string): () => Promise<number> {
	const probes: Array<Promise<boolean>> = [];
	const timer = setInterval(() => probes.push(isReady(url)), ASK_EVERY_MS);
	return async () => {
		clearInterval(timer);
		return (await Promise.all(probes)).filter((ready) => !ready).length;
	};
}
