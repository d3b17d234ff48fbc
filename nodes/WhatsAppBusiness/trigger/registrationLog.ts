import type { IHookFunctions } from 'n8n-workflow';

/** Writes to n8n's log what became of a registration. */
export function log(context: IHookFunctions, entry: { level: 'info' | 'warn'; message: string }): void {
	context.logger[entry.level](`WhatsApp Business Trigger: ${entry.message}`, {
		workflowId: context.getWorkflow().id,
		nodeName: context.getNode().name,
	});
}
