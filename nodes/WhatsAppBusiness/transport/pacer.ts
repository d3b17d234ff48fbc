import { sleep, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { HIGHEST_THROUGHPUT, numberRate, pairRate, STANDARD_THROUGHPUT, type Rate } from '../../../core/pace/rate';
import type { OperationContext } from '../shared/operation';

const DEFAULT_RETRY_SECONDS = 120;

function positive(value: unknown, fallback: number): number {
	const number = Number(value);
	return value === undefined || value === '' || !Number.isFinite(number) || number <= 0 ? fallback : number;
}

/**
 * Paces the sends of one run: per number (Meta's throughput), per person (the pair limit) and in the order of the items
 * for one person. All waiting of the package happens here; it ends at once when the execution is cancelled.
 */
export class Pacer {
	private readonly numbers = new Map<string, Rate>();

	private readonly pairs = new Map<string, Rate>();

	private readonly lastTurns = new Map<string, Promise<void>>();

	private readonly messagesPerMinute: number;

	/** Longest time that one message waits for repeats, in milliseconds. */
	readonly retryForMs: number;

	constructor(private readonly n8n: IExecuteFunctions) {
		// These two alone: another option may have an expression that fails for the first item only.
		const standard = STANDARD_THROUGHPUT * 60;
		const chosen: unknown = n8n.getNodeParameter('options.messagesPerMinute', 0, standard);
		this.messagesPerMinute = Math.min(HIGHEST_THROUGHPUT * 60, positive(chosen, standard));
		const retryFor = Number(n8n.getNodeParameter('options.retryFor', 0, DEFAULT_RETRY_SECONDS) ?? DEFAULT_RETRY_SECONDS);
		this.retryForMs = 1000 * (Number.isFinite(retryFor) && retryFor >= 0 ? retryFor : DEFAULT_RETRY_SECONDS);
	}

	/** Waits until a message may go from this number to this person. */
	async pace({ phoneNumberId, person }: { phoneNumberId: string; person: string }): Promise<void> {
		const now = Date.now();
		const pairKey = `${phoneNumberId} ${person}`;
		const number = this.numbers.get(phoneNumberId) ?? numberRate(this.messagesPerMinute);
		const pair = this.pairs.get(pairKey) ?? pairRate();
		this.numbers.set(phoneNumberId, number);
		this.pairs.set(pairKey, pair);
		const pairAt = pair.reserve(now);
		if (pairAt > now) await this.wait(pairAt - now);
		// Only now, so that a message that waits for its person holds no place of the number.
		const ready = Date.now();
		const numberAt = number.reserve(ready);
		if (numberAt > ready) await this.wait(numberAt - ready);
	}

	/** Meta has said "too fast" for a number: nothing more goes from it for a while. */
	slowDown({ phoneNumberId, ms }: { phoneNumberId: string; ms: number }): void {
		this.numbers.get(phoneNumberId)?.holdUntil(Date.now() + ms);
	}

	/**
	 * Takes a place in the row of messages to one person, in the order of the calls.
	 *
	 * @returns `ready` resolves when the messages before it are done; `done` lets the next one go and must be called
	 */
	turn(key: string): { ready: Promise<void>; done: () => void } {
		const ready = this.lastTurns.get(key) ?? Promise.resolve();
		let done = () => {};
		const finished = new Promise<void>((resolve) => {
			done = resolve;
		});
		this.lastTurns.set(
			key,
			ready.then(async () => await finished),
		);
		return { ready, done };
	}

	/** Sleeps. @throws NodeOperationError when the execution is cancelled meanwhile */
	async wait(ms: number): Promise<void> {
		const signal = this.n8n.getExecutionCancelSignal();
		let stop = () => {};
		const cancelled = new Promise<void>((resolve) => {
			stop = resolve;
			signal?.addEventListener('abort', stop);
		});
		await Promise.race([sleep(ms), cancelled]);
		signal?.removeEventListener('abort', stop);
		if (signal?.aborted) throw new NodeOperationError(this.n8n.getNode(), 'The execution was cancelled: not sent');
	}
}

/** The pacer of this run. */
export async function pacerOf({ n8n, run }: Pick<OperationContext, 'n8n' | 'run'>): Promise<Pacer> {
	return await run.once('pacer', async () => await Promise.resolve(new Pacer(n8n)));
}
