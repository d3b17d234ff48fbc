import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { claimKey, laterKeys } from '../../../core/webhook/claimKey';
import type { WebhookEvent } from '../../../core/webhook/events';
import { ClaimStore } from '../store/claimStore';
import { openStore } from '../store/openStore';

/**
 * The items that no execution of this workflow has had before. Test runs and retries are asked for by a person and get
 * everything. With the ratchet, statuses that come after a later one of the same message are dropped, too. When the store cannot be used, everything passes, with a hint: a duplicate is better than a lost message.
 */
export async function withoutDuplicates(
	n8n: IExecuteFunctions,
	work: { items: INodeExecutionData[]; ratchet: boolean },
): Promise<INodeExecutionData[]> {
	const { items, ratchet } = work;
	const mode = n8n.getMode();
	if (items.length === 0 || mode === 'manual' || mode === 'retry') return items;
	// Copies of a workflow have the same node IDs, and each workflow is to get the event.
	const scope = `${n8n.getWorkflow().id ?? ''}/${n8n.getNode().id}`;
	const firstByKey = new Map<string, INodeExecutionData>();
	for (const item of items) {
		const key = `${scope}/${claimKey(item.json as WebhookEvent)}`;
		if (!firstByKey.has(key)) firstByKey.set(key, item);
	}
	const laterOf = (item: INodeExecutionData) =>
		ratchet ? laterKeys(item.json as WebhookEvent).map((key) => `${scope}/${key}`) : [];
	try {
		const { own, taken } = await new ClaimStore(await openStore(n8n)).claim({
			keys: [...firstByKey.keys()],
			lookUp: [...firstByKey.values()].flatMap(laterOf),
			owner: n8n.getExecutionId(),
			now: Date.now(),
		});
		return [...firstByKey]
			.filter(([key, item]) => own.has(key) && !laterOf(item).some((later) => taken.has(later)))
			.map(([, item]) => item);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `Duplicates were not looked for, because the contact record could not be used: ${reason}`;
		n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
		n8n.logger.warn(`WhatsApp Business Trigger: ${message}`, { workflowId: n8n.getWorkflow().id });
		return [...firstByKey.values()];
	}
}
