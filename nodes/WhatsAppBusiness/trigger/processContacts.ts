import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { observeAll } from '../../../core/contact/observe';
import type { WebhookEvent } from '../../../core/webhook/events';
import { ContactStore } from '../store/contactStore';
import { openStore } from '../store/openStore';

/**
 * Writes down what the events tell about people: their last message, name and ids. When the contact record cannot be
 * used, the items pass on all the same, with a hint.
 */
export async function updateContacts(n8n: IExecuteFunctions, items: readonly INodeExecutionData[]): Promise<void> {
	const now = new Date().toISOString();
	const { observations, moves } = observeAll({ events: items.map(({ json }) => json as WebhookEvent), now });
	if (observations.length === 0 && moves.length === 0) return;
	try {
		await new ContactStore(await openStore(n8n)).observe({ observations, moves, now });
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `Who wrote was not noted, because the contact record could not be used: ${reason}`;
		n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
		n8n.logger.warn(`WhatsApp Business Trigger: ${message}`, { workflowId: n8n.getWorkflow().id });
	}
}
