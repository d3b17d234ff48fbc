import { Agent, request } from 'node:http';
import type { Delivery } from './bodies';

/** How one request went. */
export interface Answer<D extends Delivery = Delivery> {
	delivery: D;
	/** 0 when the connection failed. */
	status: number;
	/** From the moment it was sent until its answer was there. */
	ms: number;
}

/** Makes Meta's requests over connections that stay open. */
export class Caller {
	private readonly agent: Agent;

	/** @param connections requests that go side by side */
	constructor(private readonly connections: number) {
		this.agent = new Agent({ keepAlive: true, maxSockets: connections });
	}

	private post<D extends Delivery>(url: string, delivery: D): Promise<Answer<D>> {
		const startedAt = performance.now();
		const headers = {
			'content-type': 'application/json',
			'content-length': delivery.body.length,
			'user-agent': 'facebookexternalua',
			'x-hub-signature-256': delivery.signature,
		};
		return new Promise((resolve) => {
			const done = (status: number) => resolve({ delivery, status, ms: performance.now() - startedAt });
			const call = request(url, { method: 'POST', agent: this.agent, headers }, (response) => {
				response.resume();
				response.once('end', () => done(response.statusCode ?? 0));
				response.once('error', () => done(0));
			});
			call.once('error', () => done(0));
			call.end(delivery.body);
		});
	}

	/** Posts until there is no delivery left. @returns the answers, in the order in which they came */
	async postAll<D extends Delivery>(url: string, deliveries: Iterable<D>): Promise<Array<Answer<D>>> {
		const rest = deliveries[Symbol.iterator]();
		const answers: Array<Answer<D>> = [];
		const lane = async () => {
			for (let next = rest.next(); next.done !== true; next = rest.next()) answers.push(await this.post(url, next.value));
		};
		await Promise.all(Array.from({ length: this.connections }, lane));
		return answers;
	}

	close(): void {
		this.agent.destroy();
	}
}

/** The same delivery again and again, until the time is over. */
export function* repeatedFor(milliseconds: number, delivery: Delivery): Generator<Delivery> {
	const end = performance.now() + milliseconds;
	while (performance.now() < end) yield delivery;
}

/** How many answers had which status, such as `{"200":40}`. */
export function countStatuses(answers: readonly Answer[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}
