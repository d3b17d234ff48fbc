import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers the request with plain text or JSON and starts no execution. */
export function answer(
	context: IWebhookFunctions,
	reply: { status: number; body: string | object },
): IWebhookResponseData {
	const response = context.getResponseObject();
	const isText = typeof reply.body === 'string';
	response.status(reply.status);
	response.setHeader('Content-Type', isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
	// The challenge is repeated as it came: a browser must not take it for a page.
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.send(isText ? reply.body : JSON.stringify(reply.body));
	return { noWebhookResponse: true };
}

/** Writes to n8n's log why a request came to nothing. */
export function warn(context: Pick<IWebhookFunctions, 'getNode' | 'getWorkflow' | 'logger'>, message: string): void {
	context.logger.warn(`WhatsApp Business Trigger: ${message}`, {
		workflowId: context.getWorkflow().id,
		nodeName: context.getNode().name,
	});
}

/** Why a request is refused: `reason` is what its sender is told, `detail` goes to the log alone. */
export interface Refusal {
	status: number;
	reason: string;
	detail?: string;
}

/** Refuses the request, with the reason in the answer and in the log. */
export function refuse(context: IWebhookFunctions, { status, reason, detail }: Refusal): IWebhookResponseData {
	warn(context, `webhook refused with ${status}. ${reason}${detail === undefined ? '' : `: ${detail}`}`);
	return answer(context, { status, body: { error: reason } });
}
