import { decodeReference } from '../../../core/journey/reference';
import type { PendingWait } from '../store/pendingWaits';
import { resumeWait, type HttpContext, type Passed, type Resumed } from './resume';

/** What became of one pending question. */
export interface EndedWait {
	wait: PendingWait;
	/** `forged` also for a record that somebody edited. */
	resumed: Resumed;
}

/** Passes the same on to each of several questions, one after the other; see `resumeWait`. */
export async function passToAll(
	n8n: HttpContext,
	call: { waits: readonly PendingWait[]; waitingUrl: string } & Passed,
): Promise<EndedWait[]> {
	const { waits, ...rest } = call;
	const ended: EndedWait[] = [];
	for (const wait of waits) {
		const reference = decodeReference(wait.waitKey);
		const resumed: Resumed =
			reference === undefined
				? { outcome: 'forged', detail: 'the record of the wait was changed' }
				: await resumeWait(n8n, { ...rest, reference });
		ended.push({ wait, resumed });
	}
	return ended;
}

/** Whether a pending question is to be forgotten: it has its ending, or can never get one. */
export function isSettled({ outcome }: Resumed): boolean {
	return outcome === 'accepted' || outcome === 'over' || outcome === 'forged';
}
