import { jsonParse, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { observeAll, type Observation } from '../../../core/contact/observe';
import { isJsonObject } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import { ContactStore } from '../store/contactStore';
import { openStore } from '../store/openStore';

/** Name in the execution's context, which n8n keeps with the execution. */
const KEY = 'whatsAppHeard';

function heardIn(context: object): Observation[] {
	const text: unknown = KEY in context ? context[KEY] : undefined;
	return typeof text === 'string' ? jsonParse<Observation[]>(text, { fallbackValue: [] }) : [];
}

/** The context of the whole execution, in a webhook, where n8n does not hand it out (n8n-workflow, getContext). */
function contextOf(n8n: IWebhookFunctions): Record<string, unknown> | undefined {
	const run: unknown = 'runExecutionData' in n8n ? n8n.runExecutionData : undefined;
	const execution = isJsonObject(run) ? run.executionData : undefined;
	const contexts = isJsonObject(execution) ? execution.contextData : undefined;
	if (!isJsonObject(contexts)) return undefined;
	const context = isJsonObject(contexts.flow) ? contexts.flow : {};
	contexts.flow = context;
	return context;
}

/**
 * Keeps with the execution that a person wrote. A webhook cannot write the contact record, and an answer starts no run of
 * the trigger's workflow, which would: so the first node of ours that the execution comes to writes it, see `recordHeard`.
 */
export function keepHeard(n8n: IWebhookFunctions, event: WebhookEvent): void {
	const { observations } = observeAll({ events: [event], now: new Date().toISOString() });
	const context = contextOf(n8n);
	if (observations.length === 0 || context === undefined) return;
	context[KEY] = JSON.stringify([...heardIn(context), ...observations]);
}

/** Writes down who answered this execution, so that the customer service window is known to be open. */
export async function recordHeard(n8n: IExecuteFunctions): Promise<void> {
	const context = n8n.getContext('flow');
	const observations = heardIn(context);
	if (observations.length === 0) return;
	delete context[KEY];
	try {
		await new ContactStore(await openStore(n8n)).observe({ observations, moves: [], now: new Date().toISOString() });
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		n8n.logger.warn(`WhatsApp Business: who answered was not noted, because the contact record could not be used: ${reason}`, {
			workflowId: n8n.getWorkflow().id,
		});
	}
}
