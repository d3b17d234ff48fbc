import type { IExecuteFunctions } from 'n8n-workflow';
import type { GateSetting } from './gate';
import { openStore } from './openStore';

/** Where and when the gate is asked in this run: now, in the store of the node's credential. */
export async function gateSetting(n8n: IExecuteFunctions): Promise<GateSetting> {
	return {
		store: await openStore(n8n),
		now: Date.now(),
		workflowZone: n8n.getTimezone(),
	};
}
