import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { WebhookEvent } from '../../../core/webhook/events';
import { KeyStore } from '../store/keyStore';
import { openStore } from '../store/openStore';

/**
 * A status is the proof that its message was sent: it settles idempotency keys whose send got no clear answer. When the
 * contact record cannot be used, the items pass on all the same, with a hint.
 */
export async function settleKeys(n8n: IExecuteFunctions, items: readonly INodeExecutionData[]): Promise<void> {
	const sent = items.flatMap(({ json }) => {
		const { kind, idempotencyKey, messageId } = json as WebhookEvent;
		return kind === 'status' && idempotencyKey !== undefined && messageId !== undefined ? [{ idempotencyKey, messageId }] : [];
	});
	if (sent.length === 0) return;
	try {
		await new KeyStore(await openStore(n8n)).resolve(sent);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `Idempotency keys were not settled, because the contact record could not be used: ${reason}`;
		n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
		n8n.logger.warn(`WhatsApp Business Trigger: ${message}`, { workflowId: n8n.getWorkflow().id });
	}
}
